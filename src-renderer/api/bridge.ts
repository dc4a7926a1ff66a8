import type { Bridge } from '../../src-shared/bridge.ts'

declare global {
  // What the preload script exposes; absent in a plain browser.
  var duebook: Bridge | undefined
}

/** The one way to the main process. */
export const bridge = (): Bridge => {
  if (!globalThis.duebook) throw new Error('This page runs outside Duebook: there is no ledger to ask.')
  return globalThis.duebook
}
