import { flushSync } from 'react-dom'

/** `done`: taken over. `later`: it still has to be looked up. `refused`: it makes no sense; the field says why. */
export type CommitOutcome = 'done' | 'later' | 'refused'

/** A field with focus whose text may not be taken over yet: a sum, a partial date, the beginning of a name. */
export type PendingField = {
  commit(): CommitOutcome
  /** The same before the window closes: a text half typed leaves what is understood of it. */
  commitUnfinished(): CommitOutcome
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
 * typed.
 */
export function commitPendingField(): CommitOutcome {
  if (pending === null) return 'done'
  const field = pending
  return flushSync(() => field.commit())
}

/** The same for a clerk who has not finished typing, because the window closes. */
export function commitUnfinishedField(): CommitOutcome {
  if (pending === null) return 'done'
  const field = pending
  return flushSync(() => field.commitUnfinished())
}
