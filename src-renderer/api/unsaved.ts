/** Something on screen that holds what is typed until the ledger stores it. */
export type Unsaved = {
  /** Resolves once what is typed now is stored, rejects with RefusedError; null when it is stored already. */
  readonly save: () => Promise<unknown> | null
  /** It is on its way to the ledger as a posting: a draft saved now would outlive it. */
  readonly isPosting: () => boolean
}

const held = new Set<Unsaved>()

// What is typed belongs to the company it was typed in. Once another one is open, it must not be sent any more.
globalThis.duebook?.onEvent((event) => {
  if (event.type === 'company') held.clear()
})

/** Has it saved before the company or the window is closed. Returns the function that saves it one last time. */
export const holdUnsaved = (unsaved: Unsaved): (() => void) => {
  held.add(unsaved)
  return () => {
    saveUnsaved(unsaved)
    held.delete(unsaved)
  }
}

/** Sends what is typed, unless it is being posted or its company is closed. */
export const saveUnsaved = (unsaved: Unsaved): void => {
  if (held.has(unsaved) && !unsaved.isPosting()) void unsaved.save()
}

/** Everything that holds what is typed in the open company. */
export const allUnsaved = (): readonly Unsaved[] => [...held]
