import { useEffect } from 'react'
import type { ContributedPlace } from '../keyboard/define-place.ts'

/** A busy window gets a screen in between all the same, in milliseconds. */
const IDLE_MS_MAX = 500

/** Loads the screens that are not there yet, one after the other, each while the window has nothing else to do. */
export function useIdleLoading(places: readonly ContributedPlace[]): void {
  useEffect(() => {
    const left = places.filter(({ code }) => code.now() === undefined)
    let waiting = 0
    const loadNext = (): void => {
      const next = left.shift()
      // What cannot be loaded is said to whoever goes there.
      if (next !== undefined) void next.code.load().then(wait, wait)
    }
    const wait = (): void => {
      waiting = requestIdleCallback(loadNext, { timeout: IDLE_MS_MAX })
    }
    wait()
    return () => {
      left.length = 0
      cancelIdleCallback(waiting)
    }
  }, [places])
}
