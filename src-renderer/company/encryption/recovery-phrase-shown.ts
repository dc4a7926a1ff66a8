import { useSyncExternalStore } from 'react'

export interface ShownPhrase {
  readonly company: string
  readonly phrase: string
  /** What it is for: to open an encrypted company, or to set a forgotten PIN anew. */
  readonly use: 'open' | 'pin'
}

/**
 * A recovery phrase that was just made. A company that is encrypted is opened anew, and every screen with it: the phrase stands
 * in the place of the window until whoever made it has it on paper.
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
