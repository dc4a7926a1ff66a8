import type { ParsedInput } from '../../../../src-shared/contract.ts'
import { checkAmount } from '../../../../src-shared/domain/amounts/money.ts'
import { companyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

/**
 * What customers owe by the documents themselves: an application moves it by its discount and write-off, and between two
 * currencies from one to the other.
 */
const SUBLEDGER = `
  SELECT
    (SELECT coalesce(sum(total), 0) FROM document WHERE document_date <= :asOf AND currency = :currency)
    - (SELECT coalesce(sum(application.discount + application.write_off), 0)
       FROM application JOIN document ON document.id = application.debit_id
       WHERE application.discount + application.write_off <> 0
         AND application.effective_date <= :asOf AND document.currency = :currency)
    + (SELECT coalesce(sum(iif(credit.currency = :currency, a.amount, 0) - iif(debit.currency = :currency, a.debit_amount, 0)), 0)
       FROM application AS a INDEXED BY application_by_debit_posting
       JOIN document AS credit ON credit.id = a.credit_id JOIN document AS debit ON debit.id = a.debit_id
       WHERE a.debit_posting_id IS NOT NULL AND a.effective_date <= :asOf)`

const CONTROL_BALANCE = `
  SELECT coalesce(sum(entry.amount), 0)
  FROM entry JOIN posting ON posting.id = entry.posting_id
  WHERE entry.account_id = :account AND entry.posting_date <= :asOf AND posting.currency = :currency`

/**
 * The same as the books carry it: applications move it by what they post to other accounts, discount, write-off and
 * exchange difference, and a revaluation of the day by its gain or loss.
 */
const BASE_SUBLEDGER = `
  SELECT
    (SELECT coalesce(sum(base_total), 0) FROM document
     WHERE document_date <= :asOf AND (:currency IS NULL OR currency = :currency))
    - (SELECT coalesce(sum(entry.base_amount), 0) FROM entry JOIN posting ON posting.id = entry.posting_id
       WHERE entry.application_id IS NOT NULL AND entry.item_id IS NULL AND entry.posting_date <= :asOf
         AND (:currency IS NULL OR posting.currency = :currency))
    - (SELECT coalesce(sum(entry.base_amount), 0) FROM revaluation JOIN entry ON entry.posting_id = revaluation.posting_id
       WHERE revaluation.date = :asOf AND entry.item_id IS NULL AND (:currency IS NULL OR revaluation.currency = :currency))`

const BASE_CONTROL_BALANCE = `
  SELECT coalesce(sum(entry.base_amount), 0)
  FROM entry JOIN posting ON posting.id = entry.posting_id
  WHERE entry.account_id = :account AND entry.posting_date <= :asOf AND (:currency IS NULL OR posting.currency = :currency)`

/** Two sums that share no row: the documents and their settlements, and the account as the ledger's entries hold it. */
export const tieOut: QueryHandler<'ledger.tieOut'> = (context, { asOf, currency, in: shown }) => {
  const { db } = context
  const { baseCurrency } = companyRules(db)
  const account = controlAccountOf(db)
  const isInBase = shown === 'base'
  const request = { asOf, currency: isInBase ? currency : (currency ?? baseCurrency) }
  const subledger = checkAmount(db.value<number>(isInBase ? BASE_SUBLEDGER : SUBLEDGER, request) ?? 0)
  context.checkCancelled()
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
