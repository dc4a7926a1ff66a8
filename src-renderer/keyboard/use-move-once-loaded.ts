import { useRef } from 'react'
import { usePlacesIfAny } from './define-place.ts'
import { holdKeysUntil } from './held-keys.ts'
import type { StackMove } from './place-stack.ts'
import { useStableHandler } from './stable-handler.ts'

/**
 * Moves at once to a screen that is loaded, to another one once it is. Moves stay in their order, and what is typed
 * meanwhile is typed into the screen that it was meant for. One that cannot be loaded is moved to as well: it says so.
 */
export function useMoveOnceLoaded(move: (next: StackMove) => void): (next: StackMove) => void {
  const places = usePlacesIfAny()
  const before = useRef<Promise<unknown> | null>(null)
  const waiting = useRef(0)

  async function moveAfter(loads: readonly unknown[], next: StackMove): Promise<void> {
    await Promise.allSettled(loads)
    move(next)
    waiting.current -= 1
    if (waiting.current === 0) before.current = null
  }

  return useStableHandler((next) => {
    const code = next.kind === 'back' ? undefined : places.find(({ screen }) => screen === next.place.screen)?.code
    const isThere = code === undefined || code.now() !== undefined
    if (isThere && before.current === null) {
      move(next)
      return
    }
    waiting.current += 1
    const moved = moveAfter([before.current, code?.load()], next)
    before.current = moved
    holdKeysUntil(moved)
  })
}
