import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { receive } from '../receipts/post.ts'
import { insertEnd, loadParked } from './end.ts'

/** Turns a parked receipt into the receipt of its customer; the money leaves the account where it waited. */
export const identifyReceipt: CommandHandler<'parkedReceipts.identify'> = (context, input) => {
  const { tx } = context
  const parked = loadParked(tx, input.id, input.date)
  const receipt = {
    customerId: input.customerId,
    date: input.date,
    amount: parked.amount,
    currency: parked.currency,
    rounding: input.rounding,
    method: parked.method,
    rate: input.rate ?? parked.rate,
    reference: parked.reference,
    memo: input.memo,
    applications: input.applications,
    credits: [],
    applicationDate: input.applicationDate,
    // The pile counts the money where it was parked.
    batchId: null,
    unappliedAs: null,
  }
  const money = {
    depositAccountId: parked.depositAccountId,
    accountId: parked.parkedAccountId,
    baseAmount: parked.baseAmount,
  }
  const posted = receive(context, receipt, () => money)
  const postingId = tx.value<number>('SELECT posting_id FROM document WHERE id = ?', [posted.id]) ?? 0
  const { date, memo } = input
  insertEnd(context, parked.id, { outcome: 'identified', documentId: posted.id, postingId, date, memo })
  return posted
}
