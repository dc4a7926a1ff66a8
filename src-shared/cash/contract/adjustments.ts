import { z } from 'zod'
import { date, documentCurrency, id, memo, positive, rate, reference } from '../../kit/fields.ts'
import type { LateNews } from '../../ledger/contract/late-charges.ts'
import type { PostedDocument } from '../../kit/posted.ts'
import { command, output } from '../../kit/operation.ts'
import { settles } from './receipts.ts'
import { applicationRefusals, postingRefusals } from '../../ledger/messages/refusals.ts'

export const adjustments = {
  /** Lowers or raises what a customer owes for a reason, against the reason's account; no goods, no tax. */
  'adjustments.post': command(
    {
      customerId: id,
      date,
      direction: z.enum(['decrease', 'increase']),
      /** Minor units of the adjustment's currency. */
      amount: positive,
      currency: documentCurrency,
      reasonCodeId: id,
      rate,
      reference,
      memo,
      /** What a decrease settles at once; the rest stays a credit. */
      applications: z.array(z.strictObject({ documentId: id, amount: positive, settles })).max(2000),
      draftUid: z.uuid().nullable().default(null),
    },
    {
      office: 'alone',
      giveWay: 'stands',
      output: output<PostedDocument & LateNews & { readonly unapplied: number }>(),
      refusals: [
        ...postingRefusals,
        ...applicationRefusals,
        'reason_code_not_found',
        'rate_missing',
        'over_every_limit',
      ],
      approvable: ['over_limit'],
    },
  ),
}
