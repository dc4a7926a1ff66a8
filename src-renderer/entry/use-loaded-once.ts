import { useEffect, useState } from 'react'
import { RefusedError } from '../api/client.ts'

export type LoadedOnce<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'refused'; readonly message: string }
  | { readonly state: 'loaded'; readonly value: Value }

/**
 * What an entry starts with, read once: what the clerk types from then on is never replaced by reading it again. `load` is
 * called when the screen is first shown.
 */
export function useLoadedOnce<Value>(load: () => Promise<Value>): LoadedOnce<Value> {
  const [loaded, setLoaded] = useState<LoadedOnce<Value>>({ state: 'loading' })
  const isLoading = loaded.state === 'loading'

  useEffect(() => {
    if (!isLoading) return
    let isWanted = true
    load().then(
      (value) => isWanted && setLoaded({ state: 'loaded', value }),
      (error: unknown) => {
        if (!(error instanceof RefusedError)) throw error
        if (isWanted) setLoaded({ state: 'refused', message: error.message })
      },
    )
    return () => {
      isWanted = false
    }
    // oxlint-disable-next-line react/exhaustive-deps -- read once, whatever load is by then
  }, [isLoading])

  return loaded
}
