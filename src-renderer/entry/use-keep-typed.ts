import { useEffect } from 'react'

const QUIET_MS = 500

/**
 * Calls `keep` half a second after the last change of `typed`, when the screen is left and when the window closes.
 * @param keep must be stable
 */
export function useKeepTyped(keep: () => unknown, typed: string, { isPaused = false } = {}): void {
  useEffect(() => {
    if (isPaused) return
    const timer = setTimeout(keep, QUIET_MS)
    return () => clearTimeout(timer)
  }, [typed, isPaused, keep])

  useEffect(() => {
    window.addEventListener('beforeunload', keep)
    return () => {
      window.removeEventListener('beforeunload', keep)
      keep()
    }
  }, [keep])
}
