import { useSyncExternalStore } from 'react'

export interface ShownPhrase {
  readonly company: string
  readonly phrase: string
}

/**
 * The recovery phrase of a company that was just encrypted. The company was opened anew for it, and every screen with it: the
 * phrase stands in the place of the window until the clerk has it.
 */
let shown: ShownPhrase | null = null
const listeners = new Set<() => void>()

export function showRecoveryPhrase(next: ShownPhrase | null): void {
  shown = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useShownRecoveryPhrase = (): ShownPhrase | null => useSyncExternalStore(subscribe, () => shown)
