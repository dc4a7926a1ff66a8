import type { CalendarDate } from '../../domain/dates/calendar.ts'
import { agingIn, type AgingCurrency } from './aging.ts'
import { currency, date } from '../../kit/fields.ts'
import { output, query } from '../../kit/operation.ts'

/** Base currency minor units; debit is positive. */
export interface TrialBalanceRow {
  readonly accountId: number
  readonly code: string
  readonly name: string
  readonly balance: number
}

/** Minor units of `currency`. */
export interface TieOut {
  readonly asOf: CalendarDate
  readonly currency: string
  readonly in: AgingCurrency
  readonly account: { readonly code: string; readonly name: string }
  readonly subledger: number
  readonly controlAccount: number
  readonly difference: number
}

export const ledger = {
  'ledger.trialBalance': query({ asOf: date }, { output: output<readonly TrialBalanceRow[]>() }),
  /**
   * What the documents of one currency leave owed as of a day, against what the control account holds; null is the base
   * currency. In base, both as the books carry them in the company's currency; null is then every currency.
   */
  'ledger.tieOut': query(
    { asOf: date, currency: currency.nullable().default(null), in: agingIn },
    { output: output<TieOut>() },
  ),
}
