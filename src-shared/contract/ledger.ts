import type { CalendarDate } from '../domain/calendar.ts'
import { date } from './fields.ts'
import { output, report } from './operation.ts'

/** Base currency minor units; debit is positive. */
export interface TrialBalanceRow {
  readonly accountId: number
  readonly code: string
  readonly name: string
  readonly balance: number
}

export interface TieOut {
  readonly asOf: CalendarDate
  readonly subledger: number
  readonly controlAccount: number
  readonly difference: number
}

export const ledger = {
  'ledger.trialBalance': report(
    { asOf: date },
    { output: output<readonly TrialBalanceRow[]>(), refusals: ['cancelled'] },
  ),
  /** Sum of open items as of a day against the control account's balance. */
  'ledger.tieOut': report({ asOf: date }, { output: output<TieOut>(), refusals: ['cancelled'] }),
}
