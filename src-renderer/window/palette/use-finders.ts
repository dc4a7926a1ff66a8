import { useEffect, useState } from 'react'
import { RefusedError } from '../../api/refused-error.ts'
import { namedFirst } from './find.ts'
import type { Finder } from './find.ts'
import { resultEntries } from './palette-entries.ts'
import type { PaletteEntry } from './palette-entries.ts'

export type FinderResults = {
  readonly entries: readonly PaletteEntry[]
  /** What could not be searched, in words. */
  readonly failure: string | null
}

const nothing: FinderResults = { entries: [], failure: null }

/** Asks all finders at once; what they found for older text stays until the newer results are there. */
export function useFinders(finders: readonly Finder[], text: string): FinderResults {
  const [results, setResults] = useState(nothing)

  useEffect(() => {
    if (text.trim() === '') {
      setResults(nothing)
      return
    }
    const controller = new AbortController()
    const searches = finders.map((finder) => finder.search(text, controller.signal))
    void Promise.allSettled(searches).then((outcomes) => {
      if (controller.signal.aborted) return
      const groups = outcomes.flatMap((outcome, index) => {
        const finder = finders[index]
        return outcome.status === 'fulfilled' && finder !== undefined ? [{ finder, found: outcome.value }] : []
      })
      const entries = namedFirst(groups, text).flatMap(({ finder, found }) => resultEntries(finder, found))
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected' && !(outcome.reason instanceof RefusedError)) reportError(outcome.reason)
      }
      const failed = finders.filter((_, index) => outcomes[index]?.status === 'rejected')
      const failure = failed.length === 0 ? null : `Not searched: ${failed.map(({ title }) => title).join(', ')}.`
      setResults({ entries, failure })
    })
    return () => controller.abort()
  }, [finders, text])

  return results
}
