import type { InputOf } from '../../../src-shared/contract.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import type { CrossRates } from '../../cash/settling/cross-rates.ts'
import { paying, rateIn, settling } from '../../cash/settling/crossing.ts'
import type { Crossing } from '../../cash/settling/crossing.ts'
import type { BillingEntry } from './entry.ts'
import type { Settleable } from './settleable.ts'

/** What a credit note settles once it is posted: one item by its id, or those due first as far as it goes. */
type ApplyTo = BillingEntry['applyToId']

/** The credit's currency, and rates of the day between it and items in others. */
export type CreditMoney = { readonly currency: string; readonly crossRates: CrossRates }

/** What a credit note does with an item in another currency, where one is chosen. */
export function crossingOf(
  { applyToId, applyToSettles, applyToRate }: Pick<BillingEntry, 'applyToId' | 'applyToSettles' | 'applyToRate'>,
  total: MinorUnits,
  items: readonly Settleable[],
  { currency: money, crossRates }: CreditMoney,
): Crossing | null {
  const item = items.find(({ documentId }) => documentId === applyToId)
  if (item === undefined || item.currency === money) return null
  const { currency, open } = item
  const blank = { currency, money, usualRate: crossRates[currency] ?? null, rate: applyToRate, settles: 0, paid: 0 }
  if (applyToSettles === null && (rateIn(blank) === null || total <= 0)) return blank
  const request = settling(blank, applyToSettles ?? open)
  // A credit that does not reach so far settles what the rate makes of it, or what was typed at the rate that follows.
  if (request.paid > 0 && request.paid <= total) return request
  return applyToSettles === null ? paying(blank, total, open) : { ...request, paid: total, rate: '' }
}

export type Applied = InputOf<'creditNotes.post'>['applications']

/**
 * How a credit is divided; nothing of it where it is left unapplied.
 * @param items what the customer owes, by due date; those disputed or held come last, and those that were settled on the
 *   credit note's day and are open again are left for the clerk to choose
 * @param crossing what is done with the item chosen, where it is in another currency
 */
export function appliedOf(
  applyTo: ApplyTo,
  total: MinorUnits,
  items: readonly Settleable[],
  crossing: Crossing | null = null,
): Applied {
  const chosen =
    applyTo === 'oldest'
      ? items
          .filter(({ openFrom }) => openFrom === undefined)
          .toSorted((a, b) => Number(a.hold !== null) - Number(b.hold !== null))
      : items.filter(({ documentId }) => documentId === applyTo)
  let left = total
  if (crossing !== null)
    return chosen.map(({ documentId }) => ({ documentId, amount: crossing.paid, settles: crossing.settles }))
  return chosen.flatMap(({ documentId, open }) => {
    const amount = Math.min(open, left)
    if (amount <= 0) return []
    left -= amount
    return [{ documentId, amount }]
  })
}

/** Whether what was chosen is gone by now. */
export const isGone = (applyTo: ApplyTo, items: readonly Settleable[]): boolean =>
  applyTo === 'oldest'
    ? items.length === 0
    : applyTo !== null && !items.some(({ documentId }) => documentId === applyTo)
