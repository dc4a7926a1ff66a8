import type { CallInput } from '../api/client.ts'
import { RefusedError } from '../api/client.ts'
import { sayRefused } from '../api/events.ts'
import { saveUnsaved } from '../api/unsaved.ts'
import type { Unsaved } from '../api/unsaved.ts'
import { createStoredText } from './stored-text.ts'
import { QUIET_MS, UNSAVED_MS_MAX } from './use-keep-typed.ts'

type Json = CallInput<'preferences.set'>['value']

export type UnsavedFormsStore = {
  readonly find: (key: string) => unknown
  readonly keep: (key: string, entry: object) => void
  readonly forget: (key: string) => void
  /** Saves it before the window or its company is closed. */
  readonly unsaved: Unsaved
}

const NOTHING = '{}'

/** Half-typed forms in memory, saved as often as drafts are: what was refused is said, and sent again with the next change. */
export function unsavedFormsStore(initial: unknown, send: (value: Json) => Promise<null>): UnsavedFormsStore {
  const entries = new Map(typeof initial === 'object' && initial !== null ? Object.entries(initial) : [])
  const textOf = (): string => JSON.stringify(Object.fromEntries(entries))
  const stored = createStoredText(textOf())
  let waiting: ReturnType<typeof setTimeout> | undefined
  let firstChange: number | null = null

  const save = (): Promise<unknown> | null => {
    clearTimeout(waiting)
    firstChange = null
    const text = textOf()
    return stored.put(text, () => {
      const sent = send(text === NOTHING ? null : (JSON.parse(text) as Json))
      sent.catch((error: unknown) => {
        if (!(error instanceof RefusedError)) throw error
        sayRefused(error)
      })
      return sent
    })
  }
  const unsaved: Unsaved = { save, isPosting: () => false }

  const saveSoon = (): void => {
    const now = performance.now()
    firstChange ??= now
    clearTimeout(waiting)
    waiting = setTimeout(() => saveUnsaved(unsaved), Math.min(QUIET_MS, firstChange + UNSAVED_MS_MAX - now))
  }

  return {
    find: (key) => entries.get(key) as unknown,
    keep: (key, entry) => {
      entries.set(key, entry)
      saveSoon()
    },
    forget: (key) => {
      if (entries.delete(key)) saveSoon()
    },
    unsaved,
  }
}
