import { useEffect, useRef, useState } from 'react'
import { holdUnsaved, saveUnsaved } from '../api/unsaved.ts'
import type { Unsaved } from '../api/unsaved.ts'
import { useStableHandler } from '../keyboard/stable-handler.ts'

const QUIET_MS = 500
/** From the first change that is not saved: a clerk who types without a pause loses no more than this to a power cut. */
const UNSAVED_MS_MAX = 1000

/**
 * Saves half a second after the last change of `typed`, at the latest a second after the first, when the screen is left,
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
