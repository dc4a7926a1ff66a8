import { useRef, useState } from 'react'
import type { PickerOption, PickerSearch } from './picker-choice.ts'

/** What the last finished search found, and for which text. */
export type SearchResult = { readonly text: string; readonly options: readonly PickerOption[] }

export type SearchOutcome =
  | { readonly kind: 'found'; readonly found: SearchResult }
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'failed'; readonly message: string }

export type PickerLookup = {
  readonly found: SearchResult | null
  /** Searches at once, giving up the search before it, if one still runs. */
  readonly lookUp: (text: string) => Promise<SearchOutcome>
}

export function usePickerLookup(search: PickerSearch): PickerLookup {
  const [found, setFound] = useState<SearchResult | null>(null)
  const running = useRef<AbortController | null>(null)

  function put(text: string, options: readonly PickerOption[]): SearchOutcome {
    setFound({ text, options })
    return { kind: 'found', found: { text, options } }
  }

  async function lookUp(text: string): Promise<SearchOutcome> {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    try {
      const answer = search(text, controller.signal)
      if (!(answer instanceof Promise)) return put(text, answer)
      const options = await answer
      return controller.signal.aborted ? { kind: 'overtaken' } : put(text, options)
    } catch (error: unknown) {
      if (controller.signal.aborted) return { kind: 'overtaken' }
      if (!(error instanceof Error && error.name === 'RefusedError')) reportError(error)
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
    }
  }

  return { found, lookUp }
}
