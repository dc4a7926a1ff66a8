import type { MinorUnits } from '../../../src-shared/domain/money.ts'

/** A receipt posted from the pile of checks on the desk. */
export type PileReceipt = { readonly amount: MinorUnits; readonly currency: string; readonly reference: string }

/** The receipts posted since the screen was opened, to hold against the tape; totals by currency. */
export type Pile = {
  readonly count: number
  readonly totals: Readonly<Record<string, MinorUnits>>
  /** The reference of the last one: + continues from it. */
  readonly lastReference: string
}

export const EMPTY_PILE: Pile = { count: 0, totals: {}, lastReference: '' }

export const withReceipt = (pile: Pile, { amount, currency, reference }: PileReceipt): Pile => ({
  count: pile.count + 1,
  totals: { ...pile.totals, [currency]: (pile.totals[currency] ?? 0) + amount },
  lastReference: reference.trim() === '' ? pile.lastReference : reference,
})
