import { useState } from 'react'
import { RefusedError } from '../api/client.ts'
import { useNotices } from '../ui/Notices.tsx'
import { useDateDoubts } from './use-date-doubts.ts'
import type { EntryDates } from './use-date-doubts.ts'
import { NO_ERRORS, stillWrong } from './field-errors.ts'
import type { FieldErrors, PlacedRefusal } from './field-errors.ts'

export type FormOptions<Entry extends object, Done, Refused extends PlacedRefusal = PlacedRefusal> = {
  /** What is typed. A refusal is shown until it is edited. */
  readonly entry: Entry
  /** Everything that keeps the entry from being sent. */
  readonly problems: FieldErrors
  /** Of these, what is said while typing already. */
  readonly live?: FieldErrors
  /** Its dates, by their fields: one far from the day worked on is asked about once. */
  readonly dates?: EntryDates
  /** Said instead of sending while what would be sent is not on screen yet. */
  readonly notYet?: string | null
  /** Rejects with RefusedError. */
  readonly send: () => Promise<Done>
  /** Where a refusal is said. */
  readonly place: (error: RefusedError, entry: Entry) => Refused
  /** The record was changed meanwhile. The entry that the refusal is said of; null where the screen says it itself. */
  readonly afterStale?: (error: RefusedError) => Promise<Entry | null>
}

export type Form<Done, Refused extends PlacedRefusal = PlacedRefusal> = {
  /** Beside the fields: what holds the entry back since it was tried, in its newest words, and what was refused. */
  readonly errors: FieldErrors
  /** A refusal that no field shows. */
  readonly banner: string | null
  /** What was refused of the entry as it is. */
  readonly refusal: Refused | null
  /** Goes up each time the entry was held back: the focus then goes to the first error. */
  readonly attempt: number
  readonly isSending: boolean
  /** Sends what is typed. Null when it was held back or refused; the form then says why. */
  readonly send: () => Promise<Done | null>
  /** Says a refusal of something else that was done with the entry. */
  readonly refuse: (refusal: Refused) => void
  /** Says nothing of what was found before: another entry begins. */
  readonly startOver: () => void
}

const NO_DATES: EntryDates = {}

/** What was said about an entry holds until it is edited. */
type RefusedEntry<Refused> = { readonly entry: object; readonly refusal: Refused }

/** Sends what is typed to the ledger, and says beside its fields what is in the way: once it was tried, and no sooner. */
export function useForm<Entry extends object, Done, Refused extends PlacedRefusal = PlacedRefusal>(
  options: FormOptions<Entry, Done, Refused>,
): Form<Done, Refused> {
  const { entry, problems, live = NO_ERRORS, notYet = null } = options
  const { say } = useNotices()
  const [attempted, setAttempted] = useState<FieldErrors>(NO_ERRORS)
  const [refused, setRefused] = useState<RefusedEntry<Refused> | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [isSending, setIsSending] = useState(false)
  const doubts = useDateDoubts(options.dates ?? NO_DATES)
  const refusal = refused?.entry === entry ? refused.refusal : null

  function holdBack(): null {
    setAttempt((count) => count + 1)
    return null
  }

  async function send(): Promise<Done | null> {
    if (isSending) return null
    setAttempted(problems)
    if (Object.keys(problems).length > 0) return holdBack()
    if (doubts.ask()) return holdBack()
    if (notYet !== null) {
      say(notYet)
      return null
    }
    setIsSending(true)
    try {
      return await options.send()
    } catch (error: unknown) {
      if (!(error instanceof RefusedError)) throw error
      const isStale = error.code === 'stale_version' && options.afterStale !== undefined
      const now = isStale ? await options.afterStale(error) : entry
      if (now !== null) setRefused({ entry: now, refusal: options.place(error, now) })
      return holdBack()
    } finally {
      setIsSending(false)
    }
  }

  return {
    errors: { ...live, ...doubts.shown, ...stillWrong(attempted, problems), ...refusal?.errors },
    banner: refusal?.banner ?? null,
    refusal,
    attempt,
    isSending,
    send,
    refuse: (reason) => {
      setRefused({ entry, refusal: reason })
      holdBack()
    },
    startOver: () => setAttempted(NO_ERRORS),
  }
}

/** The input once the checks before sending have found nothing missing. */
export function complete<Input>(input: Input | null): Input {
  if (input === null) throw new Error('An entry was sent although it is not complete.')
  return input
}
