import type { InputOf } from '../../../src-shared/contract/index.ts'
import type { OpenItem } from '../../../src-shared/contract/openItems.ts'
import type { MinorUnits } from '../../../src-shared/domain/money.ts'
import { wholeIn } from '../draft-body.ts'
import type { DraftBody } from '../draft-body.ts'

/** What a credit note settles once it is posted: one item by its id, or those due first as far as it goes. */
export type ApplyTo = number | 'oldest' | null

export const applyToIn = (body: DraftBody): ApplyTo =>
  body['applyToId'] === 'oldest' ? 'oldest' : wholeIn(body, 'applyToId')

export type Applied = InputOf<'creditNotes.post'>['applications']

/**
 * How a credit is divided; nothing of it where it is left unapplied.
 * @param items what the customer owes, by due date; those disputed or held come last
 */
export function appliedOf(applyTo: ApplyTo, total: MinorUnits, items: readonly OpenItem[]): Applied {
  const chosen =
    applyTo === 'oldest'
      ? items.toSorted((a, b) => Number(a.mark !== null) - Number(b.mark !== null))
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
export const isGone = (applyTo: ApplyTo, items: readonly OpenItem[]): boolean =>
  applyTo === 'oldest'
    ? items.length === 0
    : applyTo !== null && !items.some(({ documentId }) => documentId === applyTo)
