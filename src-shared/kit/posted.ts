import type { CalendarDate } from '../domain/dates/calendar.ts'
import type { Warning } from './warning.ts'

/** What every posting of a document answers. */
export interface PostedDocument {
  readonly id: number
  readonly uid: string
  readonly number: string
  readonly dueDate: CalendarDate
  /** Minor units, signed as it moves the receivable. */
  readonly total: number
  /** What the clerk should know although it was posted: the credit limit was passed, for one. */
  readonly warnings: readonly Warning[]
}
