import { useState } from 'react'
import { NO_ERRORS, stillWrong } from './field-errors.ts'
import type { FieldErrors, PlacedRefusal } from './field-errors.ts'

export type EntryErrors<Refused> = {
  /** Beside the fields: what holds the entry back since it was tried, in its newest words, and what was refused. */
  readonly errors: FieldErrors
  /** A refusal that no field shows. */
  readonly banner: string | null
  /** What was refused of the entry as it is. */
  readonly refusal: Refused | null
  /** Goes up each time the entry was held back: the focus then goes to the first error. */
  readonly attempt: number
  /** Whether the entry may be sent; what is wrong with it is shown from then on. */
  readonly mayBeSent: () => boolean
  readonly refuse: (refusal: Refused) => void
}

/** What was said about an entry holds until it is edited. */
type Said<Refused> = { readonly entry: object; readonly refusal: Refused }

/**
 * Says what is wrong with an entry once it was tried, and no sooner.
 * @param problems everything that keeps it from being sent now
 */
export function useEntryErrors<Refused extends PlacedRefusal = PlacedRefusal>(
  entry: object,
  problems: FieldErrors,
): EntryErrors<Refused> {
  const [found, setFound] = useState<FieldErrors>(NO_ERRORS)
  const [said, setSaid] = useState<Said<Refused> | null>(null)
  const [attempt, setAttempt] = useState(0)
  const refusal = said?.entry === entry ? said.refusal : null
  return {
    errors: { ...stillWrong(found, problems), ...refusal?.errors },
    banner: refusal?.banner ?? null,
    refusal,
    attempt,
    mayBeSent: () => {
      setFound(problems)
      if (Object.keys(problems).length === 0) return true
      setAttempt((count) => count + 1)
      return false
    },
    refuse: (refused) => {
      setSaid({ entry, refusal: refused })
      setAttempt((count) => count + 1)
    },
  }
}
