import { z } from 'zod'
import { codeText, date, documentCurrency, id, memo, positive, rate, reference } from '../../kit/fields.ts'
import type { PostedDocument } from '../../kit/posted.ts'
import { command, output } from '../../kit/operation.ts'
import { postingRefusals } from '../../ledger/messages/refusals.ts'

/** An item that was open before Duebook, as the old books had it. */
export const openingBalance = z.strictObject({
  customerId: id,
  kind: z.enum(['invoice', 'credit_note']),
  /** Its number in the old books. */
  number: codeText(40, 1),
  documentDate: date,
  /** Null follows the customer's terms; a credit note is due on its date. */
  dueDate: date.nullable(),
  /** What was left open, in positive minor units of its currency. */
  amount: positive,
  currency: documentCurrency,
  rate,
  reference,
  memo,
})

export const openingBalances = {
  /**
   * Posts open items against opening balance equity under their own dates and numbers: all of them or none. What is owed
   * was owed before, so no credit limit is asked; credits come under the limit for those that name no invoice.
   */
  'openingBalances.post': command(
    { items: z.array(openingBalance).min(1).max(10_000), draftUid: z.uuid().nullable().default(null) },
    {
      office: 'together',
      giveWay: 'never',
      output: output<{ readonly documents: readonly Omit<PostedDocument, 'warnings'>[] }>(),
      long: true,
      refusals: [
        ...postingRefusals,
        'number_in_use',
        'looks_like',
        'number_of_series',
        'due_before_document',
        'rate_missing',
        'over_every_limit',
        'cancelled',
      ],
      approvable: ['over_limit'],
    },
  ),
}
