import type { CalendarDate } from '../../domain/dates/calendar.ts'
import { date, id, limit, memo, positive } from '../../kit/fields.ts'
import type { GeneratedMemo } from '../../kit/memo.ts'
import type { PostedDocument } from '../../kit/posted.ts'
import { command, output, query } from '../../kit/operation.ts'
import { postingRefusals } from '../../ledger/messages/refusals.ts'

/** A short pay with a reason, still open. Amounts are minor units of its currency, more than zero. */
export interface Deduction {
  /** Of its own open item, the debit adjustment. */
  readonly id: number
  readonly number: string
  readonly date: CalendarDate
  /** Days since it was taken, as of the day asked for. */
  readonly daysOld: number
  readonly customerId: number
  readonly customerCode: string
  readonly customerName: string
  readonly reasonCode: string
  readonly reason: string
  readonly invoice: { readonly id: number; readonly number: string }
  readonly receipt: { readonly id: number; readonly number: string }
  readonly currency: string
  readonly amount: number
  readonly open: number
  readonly memo: string
  readonly generatedMemo: GeneratedMemo | null
}

/** `amount` null is everything that is open of it. */
const resolution = { id, date, amount: positive.nullable(), memo }
const refusals = [
  ...postingRefusals,
  'deduction_not_found',
  'deduction_settled',
  'exceeds_open',
  'application_too_early',
  'overapplied_in_past',
] as const

export const deductions = {
  /** Gives in: a credit adjustment against the reason's account settles it. It counts as a write-off of the user's. */
  'deductions.allow': command(resolution, {
    office: 'alone',
    giveWay: 'not_taken',
    output: output<PostedDocument & { readonly open: number }>(),
    refusals: [...refusals, 'over_every_limit', 'given_away_before'],
    approvable: ['over_limit'],
  }),
  /** Bills it back: a debit note takes the deduction's place, undisputed and due on a day of its own. */
  'deductions.chargeBack': command(
    { ...resolution, dueDate: date },
    {
      office: 'alone',
      giveWay: 'not_taken',
      output: output<PostedDocument & { readonly open: number }>(),
      refusals: [...refusals, 'due_before_document'],
    },
  ),
  /** What is open, oldest first; `limit` rows after the row whose id is `after`. */
  'deductions.list': query(
    { asOf: date, customerId: id.nullable().default(null), after: id.nullable().default(null), limit },
    { output: output<{ readonly rows: readonly Deduction[]; readonly next: number | null }>() },
  ),
}
