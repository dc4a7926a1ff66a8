import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { RefusedError } from '../../api/client.ts'
import { useNotices } from '../../ui/Notices.tsx'
import { NO_ERRORS, placeRefusal } from '../field-errors.ts'
import type { FieldErrors } from '../field-errors.ts'
import type { Drafted } from '../draft-schema.ts'
import { useEntryErrors } from '../use-entry-errors.ts'

/** An entry to begin with, new or resumed from a draft. */
export type Started<Entry> = { readonly entry: Entry; readonly isResumed: boolean }

export type PostingOptions<Entry extends Drafted, Done> = {
  readonly entry: Entry
  /** Everything that keeps the entry from being posted. */
  readonly problems: FieldErrors
  /** Of these, what is said while typing already. */
  readonly live?: FieldErrors
  /** The screen's own path for a refused one; null when it shows no such field. */
  readonly fieldOf: (path: string) => string | null
  /** Said instead of posting while what would be posted is not on screen yet. */
  readonly notYet?: string | null
  /** Rejects with RefusedError. */
  readonly send: () => Promise<Done>
}

export type Posting<Done> = {
  readonly errors: FieldErrors
  /** A refusal that no field shows. */
  readonly banner: string | null
  /** Goes up each time posting was held back: the focus then goes to the first error. */
  readonly attempt: number
  readonly isPosting: boolean
  /** Posts what is typed. Null when it was held back or refused; the screen then says why. */
  readonly post: () => Promise<Done | null>
}

/** Sends an entry to the ledger, and says beside its fields what is in the way. */
export function usePosting<Entry extends Drafted, Done>(options: PostingOptions<Entry, Done>): Posting<Done> {
  const { entry, problems, live = NO_ERRORS, notYet = null } = options
  const client = useQueryClient()
  const { say } = useNotices()
  const { errors, banner, attempt, mayBeSent, refuse } = useEntryErrors(entry, problems)
  const [isPosting, setIsPosting] = useState(false)

  async function post(): Promise<Done | null> {
    if (isPosting || !mayBeSent()) return null
    if (notYet !== null) {
      say(notYet)
      return null
    }
    setIsPosting(true)
    try {
      return await options.send()
    } catch (error: unknown) {
      if (!(error instanceof RefusedError)) throw error
      refuse(placeRefusal(error, options.fieldOf))
      return null
    } finally {
      setIsPosting(false)
      void client.invalidateQueries()
    }
  }

  return { errors: { ...live, ...errors }, banner, attempt, isPosting, post }
}

/** The input once the checks before posting have found nothing missing. */
export function complete<Input>(input: Input | null): Input {
  if (input === null) throw new Error('An entry was sent although it is not complete.')
  return input
}
