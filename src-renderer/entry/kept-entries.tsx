import { createContext, use, useRef } from 'react'
import type { ReactNode } from 'react'

type KeptEntries = Map<string, unknown>

const KeptEntriesContext = createContext<KeptEntries | null>(null)

/** Holds what is typed in small forms while they are out of sight, for as long as the same person works. */
export function KeptEntriesProvider({ children }: { readonly children: ReactNode }) {
  const kept = useRef<KeptEntries>(new Map())
  return <KeptEntriesContext value={kept.current}>{children}</KeptEntriesContext>
}

export type KeptEntry<Entry> = {
  /** What was left unsaved; undefined when nothing was. */
  readonly found: Entry | undefined
  readonly keep: (entry: Entry) => void
  readonly forget: () => void
}

/** Half-typed entries that outlast their form. `key` null keeps nothing: a PIN is gone with its field. */
export function useKeptEntry<Entry>(key: string | null): KeptEntry<Entry> {
  const kept = use(KeptEntriesContext)
  return {
    // Only this key's own form writes under it.
    found: key === null ? undefined : (kept?.get(key) as Entry | undefined),
    keep: (entry) => {
      if (key !== null) kept?.set(key, entry)
    },
    forget: () => {
      if (key !== null) kept?.delete(key)
    },
  }
}
