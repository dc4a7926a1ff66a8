import type { InputOf } from '../../../src-shared/contract.ts'
import type { MinorUnits } from '../../../src-shared/domain/money.ts'
import type { BillingEntry } from './entry.ts'
import type { Settleable } from './settleable.ts'

/** What a credit note settles once it is posted: one item by its id, or those due first as far as it goes. */
type ApplyTo = BillingEntry['applyToId']

export type Applied = InputOf<'creditNotes.post'>['applications']

/**
 * How a credit is divided; nothing of it where it is left unapplied.
 * @param items what the customer owes, by due date; those disputed or held come last, and those that were settled on the
 *   credit note's day and are open again are left for the clerk to choose
 */
export function appliedOf(applyTo: ApplyTo, total: MinorUnits, items: readonly Settleable[]): Applied {
  const chosen =
    applyTo === 'oldest'
      ? items
          .filter(({ openFrom }) => openFrom === undefined)
          .toSorted((a, b) => Number(a.mark !== null) - Number(b.mark !== null))
      : items.filter(({ documentId }) => documentId === applyTo)
  let left = total
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
