import { z } from 'zod'
import type { CalendarDate } from '../../domain/dates/calendar.ts'
import { scheduleUnits, type Schedule } from '../rules/schedule.ts'
import { date, id, name, rate, version } from '../../kit/fields.ts'
import { invoiceApprovable, invoiceInput, invoiceRefusals } from './invoices.ts'
import type { PostedDocument } from '../../kit/posted.ts'
import { command, output, query } from '../../kit/operation.ts'
import type { RefusalMessage } from '../../kit/refusal.ts'

/** Invoices that come again and again: what they say, when they are due, and billing what is due. */

export const occurrenceOutcomes = ['billed', 'skipped', 'restored'] as const

export const schedule = z.strictObject({
  every: z.int().min(1).max(999),
  unit: z.enum(scheduleUnits),
  firstDate: date,
  dayOfMonth: z.int().min(1).max(31).nullable(),
  end: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('never') }),
    z.strictObject({ kind: z.literal('on'), date }),
    z.strictObject({ kind: z.literal('after'), times: z.int().min(1).max(9999) }),
  ]),
})

/** The invoice without what each one has of its own; its texts may hold placeholders. */
const bodyFields = {
  currency: invoiceInput.currency,
  termsId: invoiceInput.termsId,
  reference: invoiceInput.reference,
  memo: invoiceInput.memo,
  pricesIncludeTax: invoiceInput.pricesIncludeTax,
  lines: invoiceInput.lines,
  documentDiscount: invoiceInput.documentDiscount,
  toleranceMost: invoiceInput.toleranceMost,
}
export const recurringBody = z.strictObject(bodyFields)
export type RecurringBody = z.output<typeof recurringBody>

export interface RecurringRow {
  readonly id: number
  readonly version: number
  readonly name: string
  readonly customerId: number
  readonly customerCode: string
  readonly customerName: string
  readonly currency: string
  /** What it would come to now, in minor units. */
  readonly total: number
  readonly schedule: Schedule
  readonly paused: boolean
  /** The first day due that was neither billed nor skipped; null when none is left. */
  readonly nextDue: CalendarDate | null
  readonly lastBilled: CalendarDate | null
}

/** How one day due was settled. */
export interface SettledOccurrence {
  readonly dueOn: CalendarDate
  readonly outcome: 'billed' | 'skipped'
  /** The invoice; null when it was skipped. */
  readonly document: { readonly id: number; readonly number: string } | null
}

export interface RecurringInvoice extends RecurringBody {
  readonly id: number
  readonly version: number
  readonly name: string
  readonly customerId: number
  readonly schedule: Schedule
  readonly paused: boolean
  /** Newest first, the last hundred. */
  readonly settled: readonly SettledOccurrence[]
}

/** A posted invoice as a recurring one would say it. */
export interface MemorisedInvoice extends RecurringBody {
  readonly name: string
  readonly customerId: number
  readonly documentDate: CalendarDate
}

/** A day due that is to be billed or skipped. */
export interface DueOccurrence {
  readonly recurringId: number
  readonly name: string
  readonly customerId: number
  readonly customerCode: string
  readonly customerName: string
  readonly currency: string
  readonly dueOn: CalendarDate
  /** The day due, or the first open day when that is in a closed period. */
  readonly documentDate: CalendarDate
  /** Minor units. */
  readonly total: number
  /** Why it would be refused now. */
  readonly problem: RefusalMessage | null
}

/** Names a day due. */
const occurrence = { recurringId: id, dueOn: date }
const chosen = z.array(z.strictObject(occurrence)).min(1).max(1000)

type Saved = { readonly id: number; readonly version: number }

export const recurring = {
  'recurring.list': query({}, { output: output<readonly RecurringRow[]>() }),
  'recurring.get': query({ id }, { output: output<RecurringInvoice>(), refusals: ['recurring_not_found'] }),
  /** What a posted invoice says, to make a recurring one of it. */
  'recurring.fromInvoice': query(
    { documentId: id },
    {
      output: output<MemorisedInvoice>(),
      refusals: ['document_not_found'],
    },
  ),
  /** Makes one, or changes the one that is named with the version it was read at. */
  'recurring.save': command(
    {
      existing: z.strictObject({ id, version }).nullable(),
      name,
      customerId: id,
      schedule,
      ...bodyFields,
      draftUid: z.uuid().nullable().default(null),
    },
    {
      office: 'together',
      giveWay: 'never',
      output: output<Saved>(),
      refusals: [
        ...invoiceRefusals,
        'recurring_not_found',
        'stale_version',
        'schedule_invalid',
        'schedule_overlaps',
        'placeholder_unknown',
      ],
    },
  ),
  /** A paused one is not due; once resumed, the days missed are. */
  'recurring.setPaused': command(
    { id, version, paused: z.boolean() },
    {
      office: 'together',
      giveWay: 'never',
      output: output<Saved>(),
      refusals: ['recurring_not_found', 'stale_version'],
    },
  ),
  /** Nothing of it is due any more, missed days neither; what was billed or skipped stays. A later end lets it go on. */
  'recurring.end': command(
    { id, version },
    {
      office: 'together',
      giveWay: 'never',
      output: output<Saved>(),
      refusals: ['recurring_not_found', 'stale_version'],
    },
  ),
  /** Every day due up to one and not settled yet, oldest first; the first thousand. */
  'recurring.due': query(
    { asOf: date },
    { output: output<{ readonly rows: readonly DueOccurrence[]; readonly more: boolean }>() },
  ),
  /** Bills what is chosen, all or nothing, each on a date of its own. A refusal's path names the one at fault. */
  'recurring.post': command(
    {
      occurrences: z
        .array(z.strictObject({ ...occurrence, documentDate: date, rate }))
        .min(1)
        .max(1000),
    },
    {
      office: 'together',
      giveWay: 'never',
      output: output<{
        readonly documents: readonly PostedDocument[]
      }>(),
      long: true,
      refusals: [
        ...invoiceRefusals,
        'recurring_not_found',
        'recurring_paused',
        'recurring_unusable',
        'occurrence_not_due',
        'occurrence_settled',
        'cancelled',
      ],
      approvable: invoiceApprovable,
    },
  ),
  /** Lets days due pass without an invoice. */
  'recurring.skip': command(
    { occurrences: chosen },
    {
      office: 'together',
      giveWay: 'never',
      output: output<{ readonly skipped: number }>(),
      refusals: ['recurring_not_found', 'occurrence_not_due', 'occurrence_settled'],
    },
  ),
  /** Makes skipped days due again. */
  'recurring.restore': command(
    { occurrences: chosen },
    {
      office: 'together',
      giveWay: 'never',
      output: output<{ readonly restored: number }>(),
      refusals: ['recurring_not_found', 'occurrence_not_skipped'],
    },
  ),
}
