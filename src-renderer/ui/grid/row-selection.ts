import { useState } from 'react'

/** The rows ticked beside the one that keys are for, by key. */
export type RowSelection = {
  readonly ticked: ReadonlySet<string>
  /** Ticks or unticks one row. */
  readonly toggle: (key: string) => void
  /** Ticks the rows from the one where it began to this, and no others. */
  readonly extendTo: (from: string | null, to: string, keys: readonly string[]) => void
  readonly all: (keys: readonly string[]) => void
  readonly clear: () => void
}

const NONE: ReadonlySet<string> = new Set()

export function useRowSelection(): RowSelection {
  const [ticked, setTicked] = useState(NONE)
  const [began, setBegan] = useState<string | null>(null)
  return {
    ticked,
    toggle: (key) => {
      setBegan(key)
      setTicked((before) => {
        const next = new Set(before)
        if (!next.delete(key)) next.add(key)
        return next
      })
    },
    extendTo: (from, to, keys) => {
      const start = began ?? from ?? to
      setBegan(start)
      setTicked(new Set(keysBetween(keys, start, to)))
    },
    all: (keys) => setTicked(new Set(keys)),
    clear: () => {
      setBegan(null)
      if (ticked.size > 0) setTicked(NONE)
    },
  }
}

/** The keys from one row to another, whichever stands first; only the second where the first is gone. */
export function keysBetween(keys: readonly string[], from: string, to: string): readonly string[] {
  const start = keys.indexOf(from)
  const end = keys.indexOf(to)
  if (end < 0) return []
  return start < 0 ? [to] : keys.slice(Math.min(start, end), Math.max(start, end) + 1)
}
