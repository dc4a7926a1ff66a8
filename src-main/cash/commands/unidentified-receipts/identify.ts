import { deleteDraft } from '../../../ledger/facts/drafts.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { receive } from '../receipts/post.ts'
import { insertEnd, loadUnidentified } from './end.ts'

/** Turns a unidentified receipt into the receipt of its customer; the money leaves the account where it waited. */
export const identifyReceipt: CommandHandler<'unidentifiedReceipts.identify'> = (context, input) => {
  const { tx } = context
  const unidentified = loadUnidentified(tx, input.id, input.date)
  const receipt = {
    customerId: input.customerId,
    date: input.date,
    amount: unidentified.amount,
    currency: unidentified.currency,
    rounding: input.rounding,
    method: unidentified.method,
    rate: input.rate ?? unidentified.rate,
    reference: unidentified.reference,
    memo: input.memo,
    applications: input.applications,
    credits: [],
    applicationDate: input.applicationDate,
    // The batch counts the money where it was received.
    batchId: null,
    unappliedAs: null,
  }
  const money = {
    depositAccountId: unidentified.depositAccountId,
    accountId: unidentified.unidentifiedAccountId,
    baseAmount: unidentified.baseAmount,
  }
  const posted = receive(context, receipt, () => money)
  const postingId = tx.value<number>('SELECT posting_id FROM document WHERE id = ?', [posted.id]) ?? 0
  const { date, memo } = input
  deleteDraft(tx, input.draftUid)
  insertEnd(context, unidentified.id, { outcome: 'identified', documentId: posted.id, postingId, date, memo })
  return posted
}
