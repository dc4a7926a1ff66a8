import { useRef, useState } from 'react'
import { api, RefusedError } from '../../api/client.ts'
import type { CallInput } from '../../api/client.ts'
import { createStoredText } from '../../entry/stored-text.ts'
import { useKeepTyped } from '../../entry/use-keep-typed.ts'
import { useStableHandler } from '../../keyboard/stable-handler.ts'
import { isSameEntry } from './entry.ts'
import type { CustomerEntry } from './entry.ts'

export type UnsavedEntryOptions = {
  readonly preference: string
  readonly base: CustomerEntry
  readonly entry: CustomerEntry
  /** The entry was taken up from what was kept. */
  readonly isResumed: boolean
  readonly isSaving: boolean
  readonly onRefused: (message: string) => void
}

export type EntryKeeper = {
  /** Keeps what is typed at once. True when there is something unsaved. */
  readonly keep: () => boolean
  /** The entry is saved or given up: nothing of it is kept any more. */
  readonly forget: () => void
}

type Json = CallInput<'preferences.set'>['value']

/** Keeps an entry that differs from what it began with while it is typed, when it is left and before the window closes. */
export function useUnsavedEntry(options: UnsavedEntryOptions): EntryKeeper {
  const { preference, base, entry, isResumed, isSaving } = options
  const text = JSON.stringify({ base, entry })
  const [stored] = useState(() => createStoredText(isResumed ? text : ''))
  const isOver = useRef(false)

  const write = useStableHandler((next: string): Promise<unknown> | null =>
    stored.put(next, () => {
      const value = next === '' ? null : (JSON.parse(next) as Json)
      const command = api.preferences.set({ key: preference, value })
      command.catch((error: unknown) => {
        if (!(error instanceof RefusedError)) throw error
        options.onRefused(`What you typed could not be kept. ${error.message}`)
      })
      return command
    }),
  )

  const isUnsaved = !isSameEntry(base, entry)
  const save = useStableHandler(() => (isOver.current ? null : write(isUnsaved ? text : '')))
  useKeepTyped(save, text, { isPosting: isSaving })

  const keep = useStableHandler((): boolean => {
    if (isOver.current || isSaving) return false
    void save()
    return isUnsaved
  })

  const forget = useStableHandler(() => {
    isOver.current = true
    void write('')
  })
  return { keep, forget }
}
