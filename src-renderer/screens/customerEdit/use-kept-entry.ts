import { useEffect, useRef } from 'react'
import { api, RefusedError } from '../../api/client.ts'
import type { CallInput } from '../../api/client.ts'
import { useStableHandler } from '../../ui/stable-handler.ts'
import { isSameEntry } from './entry.ts'
import type { CustomerEntry } from './entry.ts'

export type KeptEntryOptions = {
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

const QUIET_MS = 500

type Json = CallInput<'preferences.set'>['value']

/** Keeps an entry that differs from what it began with half a second after the last change, and when it is left. */
export function useKeptEntry(options: KeptEntryOptions): EntryKeeper {
  const { preference, base, entry, isResumed, isSaving } = options
  const kept = useRef(isResumed ? textOf(base, entry) : '')
  const isOver = useRef(false)

  const write = useStableHandler((text: string) => {
    if (kept.current === text) return
    kept.current = text
    const value = text === '' ? null : (JSON.parse(text) as Json)
    api.preferences.set({ key: preference, value }).catch((error: unknown) => {
      if (!(error instanceof RefusedError)) throw error
      options.onRefused(`What you typed could not be kept. ${error.message}`)
    })
  })

  const keep = useStableHandler((): boolean => {
    if (isOver.current || isSaving) return false
    const isUnsaved = !isSameEntry(base, entry)
    write(isUnsaved ? textOf(base, entry) : '')
    return isUnsaved
  })

  useEffect(() => {
    const timer = setTimeout(keep, QUIET_MS)
    return () => clearTimeout(timer)
  }, [entry, base, keep])

  useEffect(() => {
    window.addEventListener('beforeunload', keep)
    return () => {
      window.removeEventListener('beforeunload', keep)
      keep()
    }
  }, [keep])

  const forget = useStableHandler(() => {
    isOver.current = true
    write('')
  })
  return { keep, forget }
}

const textOf = (base: CustomerEntry, entry: CustomerEntry): string => JSON.stringify({ base, entry })
