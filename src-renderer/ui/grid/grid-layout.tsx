import { createContext, use, useState } from 'react'
import type { ReactNode } from 'react'
import type { ColumnWidths } from './grid-column.ts'

export type GridSort = { readonly column: string; readonly descending: boolean }

/** What a list remembers of its columns. */
export type GridLayout = {
  readonly widths: ColumnWidths
  readonly sort: GridSort | null
  /** The columns that are not shown, by id. */
  readonly hidden: readonly string[]
  /** The first column stays in sight at the left edge where the window is too narrow for every column. */
  readonly pinsFirst: boolean
}

/** Where layouts are kept between starts. `load` answers from memory: read them all before the window shows. */
export type GridLayoutStore = {
  readonly load: (id: string) => GridLayout | undefined
  readonly save: (id: string, layout: GridLayout) => void
}

export function createLayoutMemory(): GridLayoutStore {
  const layouts = new Map<string, GridLayout>()
  return { load: (id) => layouts.get(id), save: (id, layout) => void layouts.set(id, layout) }
}

const GridLayoutContext = createContext<GridLayoutStore>(createLayoutMemory())

export type GridLayoutProviderProps = { readonly store: GridLayoutStore; readonly children: ReactNode }

export function GridLayoutProvider({ store, children }: GridLayoutProviderProps) {
  return <GridLayoutContext value={store}>{children}</GridLayoutContext>
}

export type GridLayoutState = {
  readonly layout: GridLayout
  readonly setLayout: (change: Partial<GridLayout>) => void
}

/** The layout of one list. Without an id it is forgotten with the screen. */
export function useGridLayout(id: string | undefined, initialSort: GridSort | null): GridLayoutState {
  const store = use(GridLayoutContext)
  const [layout, setState] = useState<GridLayout>(
    () =>
      (id === undefined ? undefined : store.load(id)) ?? {
        widths: {},
        sort: initialSort,
        hidden: [],
        pinsFirst: false,
      },
  )
  function setLayout(change: Partial<GridLayout>): void {
    const next = { ...layout, ...change }
    setState(next)
    if (id !== undefined) store.save(id, next)
  }
  return { layout, setLayout }
}
