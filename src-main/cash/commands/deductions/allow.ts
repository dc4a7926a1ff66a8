import { companyRules } from '../../../company/facts/company.ts'
import { toBase } from '../../../ledger/facts/documents/base-currency.ts'
import { assertWithinLimit } from '../../../ledger/facts/limits/limit.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { unlessWritten } from './reason.ts'
import { insertResolution, loadDeduction, settleDeduction } from './resolve.ts'

/** Lets the customer keep what was deducted: now the account of its reason bears it. */
export const allowDeduction: CommandHandler<'deductions.allow'> = (context, input) => {
  const rules = companyRules(context.tx)
  const resolving = loadDeduction(context, rules, input)
  const { item, invoiceNumber, reason, amount } = resolving
  assertWithinLimit(context, rules, 'write_off', toBase(amount, item.currency, rules.baseCurrency, item.rate), 'amount')
  const { date, memo } = input
  const generatedMemo = unlessWritten(memo, 'memo_allowed', { invoice: invoiceNumber, reason: reason.name })
  const credit = settleDeduction(context, rules, resolving, { date, memo, generatedMemo })
  insertResolution(context, item.id, credit.id, null)
  return { ...credit, dueDate: input.date, total: 0 - amount, open: item.open - amount, warnings: [] }
}
