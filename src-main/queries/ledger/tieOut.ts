import { companyRules } from '../../db/company.ts'
import type { QueryHandler } from '../handler.ts'

/** What customers owe by the documents themselves: an application moves it only by its discount and write-off. */
const SUBLEDGER = `
  SELECT
    (SELECT coalesce(sum(total), 0) FROM document WHERE document_date <= :asOf AND currency = :currency)
    - (SELECT coalesce(sum(application.discount + application.write_off), 0)
       FROM application JOIN document ON document.id = application.debit_id
       WHERE application.discount + application.write_off <> 0
         AND application.effective_date <= :asOf AND document.currency = :currency)`

const CONTROL_BALANCE = `
  SELECT coalesce(sum(entry.amount), 0)
  FROM entry JOIN posting ON posting.id = entry.posting_id
  WHERE entry.account_id = :account AND entry.posting_date <= :asOf AND posting.currency = :currency`

/** Two sums that share no row: the documents and their settlements, and the account as the ledger's entries hold it. */
export const tieOut: QueryHandler<'ledger.tieOut'> = (context, { asOf, currency }) => {
  const { db } = context
  const reported = currency ?? companyRules(db).baseCurrency
  const account = db.get<{ id: number; code: string; name: string }>(
    'SELECT id, code, name FROM account WHERE is_control = 1',
  )
  if (!account) throw new Error('the company has no control account')
  const subledger = db.value<number>(SUBLEDGER, { asOf, currency: reported }) ?? 0
  context.checkCancelled()
  const controlAccount = db.value<number>(CONTROL_BALANCE, { account: account.id, asOf, currency: reported }) ?? 0
  return {
    asOf,
    currency: reported,
    account: { code: account.code, name: account.name },
    subledger,
    controlAccount,
    difference: subledger - controlAccount,
  }
}
