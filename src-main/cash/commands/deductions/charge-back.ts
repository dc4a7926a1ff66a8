import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { companyRules } from '../../../company/facts/company.ts'
import { nextNumber } from '../../../company/facts/number.ts'
import { beginPlain } from '../../../ledger/facts/documents/plain-document.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { insertResolution, loadDeduction, settleDeduction } from './resolve.ts'
import { unlessWritten } from './reason.ts'

/** Bills a deduction back: what settles it and the debit note that replaces it come to nothing on the reason's account. */
export const chargeBackDeduction: CommandHandler<'deductions.chargeBack'> = (context, input) => {
  const rules = companyRules(context.tx)
  if (input.dueDate < input.date) throw new Refusal('due_before_document', {}, 'dueDate')
  const resolving = loadDeduction(context, rules, input)
  const { item, invoiceNumber, reason, amount, base } = resolving
  const { date, memo } = input
  const generatedMemo = unlessWritten(memo, 'memo_charged_back', { invoice: invoiceNumber, reason: reason.name })
  const credit = settleDeduction(context, rules, resolving, { date, memo, generatedMemo, isMoved: true })
  const number = nextNumber(context, 'debit_note', input.date)
  const { id, uid, posting } = beginPlain(
    context,
    rules,
    {
      kind: 'debit_note',
      number,
      customerId: item.customerId,
      documentDate: input.date,
      dueDate: input.dueDate,
      currency: item.currency,
      rate: item.rate,
      total: amount,
      baseTotal: base,
      reference: invoiceNumber.slice(0, 64),
      memo,
      generatedMemo,
    },
    reason.accountId,
  )
  posting.seal()
  insertResolution(context, item.id, credit.id, id)
  return {
    id,
    uid,
    number: number.text,
    dueDate: input.dueDate,
    total: amount,
    open: item.open - amount,
    warnings: [],
  }
}
