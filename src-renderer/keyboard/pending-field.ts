import { flushSync } from 'react-dom'

/** A field with focus whose text may not be taken over yet: a sum, a partial date. */
export type PendingField = {
  /** Takes the text over. False when it makes no sense; the field then says why. */
  commit(): boolean
}

let pending: PendingField | null = null

/** Called by a field when it gets the focus. */
export function holdPendingField(field: PendingField): void {
  pending = field
}

/** Called by a field when it loses the focus or goes away. */
export function releasePendingField(field: PendingField): void {
  if (pending === field) pending = null
}

/**
 * Takes over what the focused field holds and renders the result, so that an action started by a key sees what the clerk
 * typed. False when the text makes no sense.
 */
export function commitPendingField(): boolean {
  if (pending === null) return true
  const field = pending
  return flushSync(() => field.commit())
}
