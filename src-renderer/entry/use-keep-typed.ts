import { useEffect, useRef, useState } from 'react'
import { holdUnsaved, saveUnsaved } from '../api/unsaved.ts'
import type { Unsaved } from '../api/unsaved.ts'
import { useStableHandler } from '../keyboard/stable-handler.ts'

export const QUIET_MS = 500
/**
 * From the first change that is not saved: a clerk who types without a pause loses no more than a second to a power cut,
 * the time to write it included.
 */
export const UNSAVED_MS_MAX = 700

/**
 * Saves half a second after the last change of `typed`, within a second of the first, when the screen is left,
 * and before the window or its company is closed.
 * @param save what `Unsaved.save` says; must be stable
 */
export function useKeepTyped(
  save: Unsaved['save'],
  typed: string,
  { isPosting }: { readonly isPosting: boolean },
): void {
  const isPostingNow = useStableHandler(() => isPosting)
  const [unsaved] = useState<Unsaved>(() => ({ save, isPosting: isPostingNow }))
  const firstChange = useRef<number | null>(null)

  useEffect(() => holdUnsaved(unsaved), [unsaved])

  useEffect(() => {
    if (isPosting) return
    const now = performance.now()
    firstChange.current ??= now
    const wait = Math.min(QUIET_MS, firstChange.current + UNSAVED_MS_MAX - now)
    const timer = setTimeout(() => {
      firstChange.current = null
      saveUnsaved(unsaved)
    }, wait)
    return () => clearTimeout(timer)
  }, [typed, isPosting, unsaved])
}
