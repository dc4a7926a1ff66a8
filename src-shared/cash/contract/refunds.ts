import { z } from 'zod'
import { cashRounding, date, documentCurrency, id, memo, positive, rate, reference } from '../../kit/fields.ts'
import type { PostedDocument } from '../../kit/posted.ts'
import { command, output } from '../../kit/operation.ts'
import { receiptMethods } from '../../domain/receipt-method.ts'
import { postingRefusals } from '../../ledger/messages/refusals.ts'

export const refunds = {
  /** Pays back what a credit item has left: money out of the bank, and the credit settled by it. */
  'refunds.post': command(
    {
      creditDocumentId: id,
      date,
      /** Minor units of the refund's currency. */
      amount: positive,
      /** Null is the credit's. */
      currency: documentCurrency,
      /** What is paid back of the credit in its own currency, where the money is in another. */
      creditAmount: positive.nullable().default(null),
      /** What the cash is more than what it pays back, where the smallest coin is the reason. */
      rounding: cashRounding,
      method: z.enum(receiptMethods),
      rate,
      reference,
      memo,
      /** More was paid back than the credit has left: what is too much stays open on the refund, and the customer owes it. */
      overpaid: z.boolean().default(false),
      /** The account the money leaves; null is the bank. */
      bankAccountId: id.nullable(),
      draftUid: z.uuid().nullable().default(null),
    },
    {
      office: 'together',
      giveWay: 'never',
      output: output<PostedDocument & { readonly creditLeft: number; readonly overpaid: number }>(),
      refusals: [
        ...postingRefusals,
        'document_not_found',
        'not_a_credit',
        'exceeds_credit',
        'settles_missing',
        'settles_differs',
        'refund_exceeds_paid',
        'application_too_early',
        'overapplied_in_past',
        'account_not_found',
        'account_unfit',
        'rate_missing',
        'over_every_limit',
        'cash_rounding_unfit',
      ],
      approvable: ['over_limit'],
    },
  ),
}
