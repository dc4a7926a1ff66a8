import { useRef } from 'react'
import { api, RefusedError } from '../../api/client.ts'
import type { CallInput } from '../../api/client.ts'
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

/** Keeps an entry that differs from what it began with half a second after the last change, and when it is left. */
export function useUnsavedEntry(options: UnsavedEntryOptions): EntryKeeper {
  const { preference, base, entry, isResumed, isSaving } = options
  const text = JSON.stringify({ base, entry })
  const kept = useRef(isResumed ? text : '')
  const isOver = useRef(false)

  const write = useStableHandler((next: string) => {
    if (kept.current === next) return
    kept.current = next
    const value = next === '' ? null : (JSON.parse(next) as Json)
    api.preferences.set({ key: preference, value }).catch((error: unknown) => {
      if (!(error instanceof RefusedError)) throw error
      options.onRefused(`What you typed could not be kept. ${error.message}`)
    })
  })

  const keep = useStableHandler((): boolean => {
    if (isOver.current || isSaving) return false
    const isUnsaved = !isSameEntry(base, entry)
    write(isUnsaved ? text : '')
    return isUnsaved
  })

  useKeepTyped(keep, text)

  const forget = useStableHandler(() => {
    isOver.current = true
    write('')
  })
  return { keep, forget }
}
