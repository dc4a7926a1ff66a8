import { api, RefusedError } from '../api/client.ts'
import { sayRefused } from '../api/events.ts'
import { saveUnsaved } from '../api/unsaved.ts'
import type { Unsaved } from '../api/unsaved.ts'
import { draftField, draftPart } from '../entry/draft-schema.ts'
import type { GridLayout, GridLayoutStore } from '../ui/grid/grid-layout.tsx'

export const GRID_LAYOUTS = 'grid-layouts'
const SAVE_AFTER_MS = 800

type Layouts = Record<string, GridLayout>

/** What was kept, read field by field: an older Duebook knew fewer of them. */
const storedLayouts = draftField.by(
  draftPart({
    widths: draftField.by(draftField.whole),
    sort: draftPart({ column: draftField.text, descending: draftField.flag }),
    hidden: draftField.texts,
    pinsFirst: draftField.flag,
  }),
)

const layoutsIn = (stored: unknown): Layouts =>
  Object.fromEntries(
    Object.entries(storedLayouts.parse(stored)).map(([id, { widths, sort, ...layout }]) => [
      id,
      {
        ...layout,
        widths: Object.fromEntries(
          Object.entries(widths).flatMap(([column, width]) => (width === null ? [] : [[column, width]])),
        ),
        sort: sort.column === '' ? null : sort,
      },
    ]),
  )

/** Layouts in memory, written to the company's preferences a moment after the last change, and before it is closed. */
export const gridLayoutStore = (stored: unknown): GridLayoutStore & { readonly unsaved: Unsaved } => {
  const layouts = layoutsIn(stored)
  let waiting: ReturnType<typeof setTimeout> | undefined
  const save = (): Promise<null> | null => {
    if (waiting === undefined) return null
    clearTimeout(waiting)
    waiting = undefined
    return api.preferences.set({ key: GRID_LAYOUTS, value: plain(layouts) }).catch((error: unknown) => {
      if (!(error instanceof RefusedError)) throw error
      // Nobody is kept from closing because a column's width is not remembered.
      sayRefused(error)
      return null
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
    Object.entries(layouts).map(([id, { widths, sort, hidden, pinsFirst }]) => [
      id,
      { widths: { ...widths }, sort: sort && { ...sort }, hidden: [...hidden], pinsFirst },
    ]),
  )
