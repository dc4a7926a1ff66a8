import type { Bridge } from '../../src-shared/contract/bridge.ts'

declare global {
  // What the preload script exposes; absent in a plain browser, such as the gallery of components.
  var duebook: Bridge | undefined
}

/** The one way to the main process. */
export const bridge = (): Bridge => {
  if (!globalThis.duebook) throw new Error('This page runs outside Duebook: there is no ledger to ask.')
  return globalThis.duebook
}
