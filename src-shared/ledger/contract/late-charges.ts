import type { CalendarDate } from '../../domain/dates/calendar.ts'
import type { ChargeStanding } from '../rules/finance-charges/late-charges.ts'

/**
 * An item of a finance charge whose payments changed on days that were charged, so that the charge would come to another
 * figure now. Minor units of its currency.
 */
export interface LateCharge extends ChargeStanding {
  readonly chargeId: number
  readonly chargeNumber: string
  readonly itemId: number
  readonly itemNumber: string
  readonly currency: string
  /** The last day charged. */
  readonly until: CalendarDate
  /** Credit notes for the charge that stand. */
  readonly credits: readonly string[]
}

/** What a command says that can settle an item, or open it again, on days already charged. */
export interface LateNews {
  readonly lateCharges: readonly LateCharge[]
}
