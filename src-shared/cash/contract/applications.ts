import { z } from 'zod'
import type { CalendarDate } from '../../domain/dates/calendar.ts'
import { currency, date, id } from '../../kit/fields.ts'
import type { LateNews } from '../../ledger/contract/late-charges.ts'
import { command, output } from '../../kit/operation.ts'
import { applicationLine, creditUse, CREDITS_MOST } from './receipts.ts'
import { applicationRefusals, postingRefusals } from '../../ledger/messages/refusals.ts'

export const applications = {
  /** Applies what a credit item has left to debit items of the same customer, of its currency or another. */
  'applications.apply': command(
    {
      creditDocumentId: id,
      /** Null takes the later of both documents' dates. */
      date: date.nullable(),
      lines: z.array(applicationLine).min(1).max(2000),
    },
    {
      office: 'alone',
      giveWay: 'not_taken',
      output: output<{ readonly applicationIds: readonly number[]; readonly creditLeft: number } & LateNews>(),
      refusals: [...postingRefusals, ...applicationRefusals, 'over_every_limit'],
      approvable: ['over_limit'],
    },
  ),
  /** Uses up several credits of a payer at once, divided over the lines in their order; all of it or nothing. */
  'applications.applyCredits': command(
    {
      /** Null applies each on the later of both documents' dates; else on this day, or later where a document is. */
      date: date.nullable(),
      /** The currency that the lines are in; null is the first credit's. */
      currency: currency.nullable().default(null),
      credits: z.array(creditUse).min(1).max(CREDITS_MOST),
      applications: z.array(applicationLine).min(1).max(2000),
      draftUid: z.uuid().nullable(),
    },
    {
      office: 'alone',
      giveWay: 'not_taken',
      output: output<{ readonly applicationIds: readonly number[] } & LateNews>(),
      refusals: [
        ...postingRefusals,
        ...applicationRefusals,
        'over_every_limit',
        'credits_unused',
        'credits_missing',
        'rate_missing',
      ],
      approvable: ['over_limit'],
    },
  ),
  /** Undoes one application by a dated reversal; both items are open again by its amounts. */
  'applications.unapply': command(
    {
      applicationId: id,
      /** Null takes the application's own date, or the first open day after the closing date. */ date: date.nullable(),
    },
    {
      office: 'alone',
      giveWay: 'not_taken',
      output: output<{ readonly reversalId: number; readonly date: CalendarDate } & LateNews>(),
      refusals: [
        ...postingRefusals,
        'application_not_found',
        'already_unapplied',
        'reversal_application',
        'unapply_too_early',
      ],
    },
  ),
}
