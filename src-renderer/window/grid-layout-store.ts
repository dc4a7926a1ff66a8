import { api, RefusedError } from '../api/client.ts'
import { saveUnsaved } from '../api/unsaved.ts'
import type { Unsaved } from '../api/unsaved.ts'
import type { GridLayout, GridLayoutStore } from '../ui/grid/grid-layout.tsx'

export const GRID_LAYOUTS = 'grid-layouts'
const SAVE_AFTER_MS = 800

type Layouts = Record<string, GridLayout>

/** Layouts in memory, written to the company's preferences a moment after the last change, and before it is closed. */
export const gridLayoutStore = (kept: unknown): GridLayoutStore & { readonly unsaved: Unsaved } => {
  const layouts: Layouts = typeof kept === 'object' && kept !== null ? { ...(kept as Layouts) } : {}
  let waiting: ReturnType<typeof setTimeout> | undefined
  const save = (): Promise<null> | null => {
    if (waiting === undefined) return null
    clearTimeout(waiting)
    waiting = undefined
    return api.preferences.set({ key: GRID_LAYOUTS, value: plain(layouts) }).catch((error: unknown) => {
      // Nobody is kept from closing, or told, because a column's width is not remembered.
      if (error instanceof RefusedError) return null
      throw error
    })
  }
  const unsaved: Unsaved = { save, isPosting: () => false }
  return {
    unsaved,
    load: (id) => layouts[id],
    save: (id, layout) => {
      layouts[id] = layout
      clearTimeout(waiting)
      waiting = setTimeout(() => saveUnsaved(unsaved), SAVE_AFTER_MS)
    },
  }
}

/** As JSON has it, for the contract. */
const plain = (layouts: Layouts) =>
  Object.fromEntries(
    Object.entries(layouts).map(([id, { widths, sort }]) => [id, { widths: { ...widths }, sort: sort && { ...sort } }]),
  )
