import { useEffect, useState } from 'react'
import { RefusedError } from '../../api/refused-error.ts'
import { namedFirst } from './find.ts'
import type { Find } from './find.ts'
import { foundEntries } from './palette-entries.ts'
import type { PaletteEntry } from './palette-entries.ts'

export type FindResults = {
  readonly entries: readonly PaletteEntry[]
  /** What is to be known of them, or why nothing could be looked for; may be empty. */
  readonly note: string
}

const nothing: FindResults = { entries: [], note: '' }

/** What the text finds; what older text found stays until the newer results are there. */
export function useFind(find: Find, text: string): FindResults {
  const [results, setResults] = useState(nothing)

  useEffect(() => {
    if (text.trim() === '') {
      setResults(nothing)
      return
    }
    let isNewest = true
    find(text).then(
      ({ groups, note }) => {
        if (isNewest) setResults({ entries: namedFirst(groups, text).flatMap(foundEntries), note })
      },
      (error: unknown) => {
        if (!(error instanceof RefusedError)) reportError(error)
        if (isNewest) setResults({ entries: [], note: 'Customers and documents could not be looked through.' })
      },
    )
    return () => {
      isNewest = false
    }
  }, [find, text])

  return results
}
