import type { CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import type { Agenda } from './agenda.ts'
import type { RunOperation } from './ledger-client.ts'
import type { MasterData } from './master-data.ts'
import type { Random } from './random.ts'

/** What everything that happens in the sample company has at hand. */
export interface Story {
  readonly run: RunOperation
  readonly random: Random
  readonly master: MasterData
  readonly agenda: Agenda
  readonly today: CalendarDate
  readonly counts: Counts
}

/** How often something was done: what goes wrong goes wrong every so many times, so that no company is spared it. */
export interface Counts {
  invoices: number
  checks: number
  singlePayments: number
}

/** Whether this is the one among every `nth`; the first comes halfway, so that a short history has one too. */
export const isTurn = (count: number, nth: number): boolean => count % nth === Math.floor(nth / 2)
