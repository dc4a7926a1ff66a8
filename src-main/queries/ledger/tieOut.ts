import { companyRules } from '../../db/company.ts'
import type { QueryHandler } from '../handler.ts'
import { forEachOpenBalance } from '../aging/openBalances.ts'

const CONTROL_BALANCE = `
  SELECT coalesce(sum(entry.amount), 0)
  FROM entry JOIN posting ON posting.id = entry.posting_id
  WHERE entry.account_id = :account AND entry.posting_date <= :asOf AND posting.currency = :currency`

/** Two sums that share no row: the open items as the aging counts them, and the account as the ledger holds it. */
export const tieOut: QueryHandler<'ledger.tieOut'> = (context, { asOf, currency }) => {
  const { db } = context
  const reported = currency ?? companyRules(db).baseCurrency
  const account = db.get<{ id: number; code: string; name: string }>(
    'SELECT id, code, name FROM account WHERE is_control = 1',
  )
  if (!account) throw new Error('the company has no control account')
  const customers = new Set(
    db.rows<[number]>('SELECT id FROM customer WHERE currency = ?', [reported]).map(([id]) => id),
  )
  let subledger = 0
  forEachOpenBalance(db, asOf, {
    customers,
    checkCancelled: context.checkCancelled,
    each: (_customer, _dueDate, _documentDate, balance) => {
      subledger += balance
    },
  })
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
