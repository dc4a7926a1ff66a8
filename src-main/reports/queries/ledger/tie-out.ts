import type { ParsedInput } from '../../../../src-shared/contract.ts'
import { checkAmount } from '../../../../src-shared/domain/amounts/money.ts'
import { companyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

/** What customers owe by the documents themselves and what settled them, summed by day as they are posted. */
export const SUBLEDGER = `
  SELECT coalesce(sum(amount), 0) FROM receivable_day WHERE currency = :currency AND date <= :asOf`

export const CONTROL_BALANCE = `
  SELECT coalesce(sum(amount), 0) FROM account_day
  WHERE account_id = :account AND currency = :currency AND date <= :asOf`

/** The same as the books carry it, in the company's currency. */
const BASE_SUBLEDGER = `
  SELECT coalesce(sum(base_amount), 0) FROM receivable_day
  WHERE (:currency IS NULL OR currency = :currency) AND date <= :asOf`

const BASE_CONTROL_BALANCE = `
  SELECT coalesce(sum(base_amount), 0) FROM account_day
  WHERE account_id = :account AND (:currency IS NULL OR currency = :currency) AND date <= :asOf`

/**
 * Two sums that share no row: the documents and their settlements, and the account as the ledger's entries hold it. Both are
 * kept by day, and invariants hold each against the rows it was made from.
 */
export const tieOut: QueryHandler<'ledger.tieOut'> = ({ db }, { asOf, currency, in: shown }) => {
  const { baseCurrency } = companyRules(db)
  const account = controlAccountOf(db)
  const isInBase = shown === 'base'
  const request = { asOf, currency: isInBase ? currency : (currency ?? baseCurrency) }
  const subledger = checkAmount(db.value<number>(isInBase ? BASE_SUBLEDGER : SUBLEDGER, request) ?? 0)
  const held = isInBase ? BASE_CONTROL_BALANCE : CONTROL_BALANCE
  const controlAccount = checkAmount(db.value<number>(held, { ...request, account: account.id }) ?? 0)
  return {
    asOf,
    currency: reportedIn(request.currency, baseCurrency, shown),
    in: shown,
    account: { code: account.code, name: account.name },
    subledger,
    controlAccount,
    difference: subledger - controlAccount,
  }
}

const reportedIn = (
  currency: string | null,
  baseCurrency: string,
  shown: ParsedInput<'ledger.tieOut'>['in'],
): string => (shown === 'base' ? baseCurrency : (currency ?? baseCurrency))

const controlAccountOf = (db: Readable): { readonly id: number; readonly code: string; readonly name: string } => {
  const account = db.get<Stored<'account', 'id' | 'code' | 'name'>>(
    'SELECT id, code, name FROM account WHERE is_control = 1',
  )
  if (!account) throw new Error('the company has no control account')
  return account
}
