import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'

/** A receipt posted from the checks on the desk. */
export type TalliedReceipt = { readonly amount: MinorUnits; readonly currency: string; readonly reference: string }

/** The receipts posted since the screen was opened, to hold against the tape; totals by currency. */
export type Tally = {
  readonly count: number
  readonly totals: Readonly<Record<string, MinorUnits>>
  /** The reference of the last one: + continues from it. */
  readonly lastReference: string
}

export const EMPTY_TALLY: Tally = { count: 0, totals: {}, lastReference: '' }

export const withReceipt = (tally: Tally, { amount, currency, reference }: TalliedReceipt): Tally => ({
  count: tally.count + 1,
  totals: { ...tally.totals, [currency]: (tally.totals[currency] ?? 0) + amount },
  lastReference: reference.trim() === '' ? tally.lastReference : reference,
})
