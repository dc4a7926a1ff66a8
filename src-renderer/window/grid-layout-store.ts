import { api } from '../api/client.ts'
import type { GridLayout, GridLayoutStore } from '../ui/grid/grid-layout.tsx'

export const GRID_LAYOUTS = 'grid-layouts'
const SAVE_AFTER_MS = 800

type Layouts = Record<string, GridLayout>

/** Layouts in memory, written to the company's preferences a moment after the last change. */
export const gridLayoutStore = (kept: unknown): GridLayoutStore => {
  const layouts: Layouts = typeof kept === 'object' && kept !== null ? { ...(kept as Layouts) } : {}
  let waiting: ReturnType<typeof setTimeout> | undefined
  return {
    load: (id) => layouts[id],
    save: (id, layout) => {
      layouts[id] = layout
      clearTimeout(waiting)
      waiting = setTimeout(() => void api.preferences.set({ key: GRID_LAYOUTS, value: plain(layouts) }), SAVE_AFTER_MS)
    },
  }
}

/** As JSON has it, for the contract. */
const plain = (layouts: Layouts) =>
  Object.fromEntries(
    Object.entries(layouts).map(([id, { widths, sort }]) => [id, { widths: { ...widths }, sort: sort && { ...sort } }]),
  )
