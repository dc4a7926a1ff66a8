import { v7 as uuidV7 } from 'uuid'
import { addMonthsWithin, daysInMonth, partsOf } from '../../../src-shared/domain/dates/calendar.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { scheduleUnits } from '../../../src-shared/billing/rules/schedule.ts'
import type { Schedule, ScheduleEnd } from '../../../src-shared/billing/rules/schedule.ts'
import { defineDraft, draftField, draftPart } from '../../entry/draft-schema.ts'
import type { EntryOf, PartOf } from '../../entry/draft-schema.ts'
import { billFields } from '../entry/entry.ts'
import type { BillingEntry } from '../entry/entry.ts'

/** A schedule as it is typed; numbers as text. */
const scheduleDraft = draftPart({
  every: draftField.text,
  unit: draftField.choice(scheduleUnits, 'month'),
  firstDate: draftField.date,
  /** Null is the first date's own day. */
  dayOfMonth: draftField.whole,
  endKind: draftField.choice(['never', 'on', 'after'] satisfies readonly ScheduleEnd['kind'][], 'never'),
  endDate: draftField.date,
  times: draftField.text,
})

export type ScheduleEntry = PartOf<typeof scheduleDraft>

/** A recurring invoice as it is typed. */
export const recurringDraft = defineDraft({
  ...billFields,
  /** The one being changed; null for a new one. */
  existing: draftField.versioned,
  name: draftField.text,
  schedule: scheduleDraft,
})

export type RecurringEntry = EntryOf<typeof recurringDraft>

export const monthlyFrom = (firstDate: CalendarDate): ScheduleEntry => ({
  every: '1',
  unit: 'month',
  firstDate,
  dayOfMonth: null,
  endKind: 'never',
  endDate: null,
  times: '12',
})

export const blankRecurring = (firstDate: CalendarDate, pricesIncludeTax: boolean): RecurringEntry => ({
  ...recurringDraft.blank(uuidV7()),
  schedule: monthlyFrom(firstDate),
  pricesIncludeTax,
})

/** Every month after an invoice, on its day. */
export const monthlyAfter = (documentDate: CalendarDate): ScheduleEntry => {
  const firstDate = addMonthsWithin(documentDate, 1)
  const { day } = partsOf(documentDate)
  return { ...monthlyFrom(firstDate), dayOfMonth: partsOf(firstDate).day === day ? null : day }
}

/** A recurring invoice made of one that is being entered; that one counts as billed. */
export const recurringOfBilling = (entry: BillingEntry, workDate: CalendarDate): RecurringEntry => {
  const { customer, currency, documentDate, termsId, reference, memo, documentDiscount, toleranceMost, lines } = entry
  return {
    ...blankRecurring(workDate, entry.pricesIncludeTax),
    name: customer?.name ?? '',
    schedule: monthlyAfter(documentDate ?? workDate),
    customer,
    currency,
    termsId,
    reference,
    memo,
    documentDiscount,
    toleranceMost,
    lines,
  }
}

/** Terms and currency belong to the customer they were chosen for; the name follows the customer while it is empty. */
export const forCustomer = (entry: RecurringEntry, customer: RecurringEntry['customer']): RecurringEntry =>
  customer?.key === entry.customer?.key
    ? { ...entry, customer }
    : {
        ...entry,
        customer,
        currency: null,
        termsId: null,
        name: entry.name === '' ? (customer?.name ?? '') : entry.name,
      }

/** The days of the month that go with a first date: a month's last day may stand for any later one. */
export const daysOfMonthFor = (firstDate: CalendarDate): readonly number[] => {
  const { year, month, day } = partsOf(firstDate)
  return day === daysInMonth(year, month) ? Array.from({ length: 32 - day }, (_, index) => day + index) : [day]
}

/** Another first date takes its day of the month with it, unless the day chosen still goes with it. */
export const withFirstDate = (schedule: ScheduleEntry, firstDate: CalendarDate | null): ScheduleEntry => {
  const { dayOfMonth } = schedule
  const fits = dayOfMonth === null || (firstDate !== null && daysOfMonthFor(firstDate).includes(dayOfMonth))
  return { ...schedule, firstDate, dayOfMonth: fits ? dayOfMonth : null }
}

export const scheduleEntryOf = ({ every, unit, firstDate, dayOfMonth, end }: Schedule): ScheduleEntry => ({
  every: String(every),
  unit,
  firstDate,
  dayOfMonth,
  endKind: end.kind,
  endDate: end.kind === 'on' ? end.date : null,
  times: end.kind === 'after' ? String(end.times) : '12',
})
