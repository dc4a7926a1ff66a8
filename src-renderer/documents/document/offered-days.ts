import type { DocumentApplication, DocumentView } from '../../../src-shared/ledger/contract/documents.ts'
import { addDaysWithin, maxDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'

/** The day a void is offered for: the work date, or the last activity shown where that is later. */
export const dayForVoid = (document: DocumentView, workDate: CalendarDate): CalendarDate =>
  document.applications.reduce(
    (latest, { effectiveDate }) => maxDate(latest, effectiveDate),
    maxDate(workDate, document.documentDate),
  )

/**
 * The day a void is offered for whose document is entered again: the last activity's, so that on no day both count, or the
 * first open day after it.
 */
export const dayForCopy = (document: DocumentView, closingDate: CalendarDate | null): CalendarDate =>
  dayForVoid(document, closingDate === null ? document.documentDate : addDaysWithin(closingDate, 1))

/** The day an unapplication is offered for: the application's own, as if it never was, or the first open day after it. */
export const dayForUnapply = (application: DocumentApplication, closingDate: CalendarDate | null): CalendarDate =>
  closingDate === null ? application.effectiveDate : maxDate(application.effectiveDate, addDaysWithin(closingDate, 1))
