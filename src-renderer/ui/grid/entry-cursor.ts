import { useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { cellInRow, firstCell } from './cell-moves.ts'
import type { CellMap, CellPlace } from './cell-moves.ts'

export type EntryCursor = {
  /** The cell whose editor is open; null when nothing here can be entered. */
  readonly active: CellPlace | null
  /** Opens a cell's editor and puts the focus there. */
  readonly moveTo: (place: CellPlace) => void
}

/**
 * The active cell. It stays where it is while the focus is elsewhere, so that Tab comes back to it.
 * @param start the column it begins in; -1 for the first that can be entered
 */
export function useEntryCursor(map: CellMap, root: RefObject<HTMLElement | null>, start: number): EntryCursor {
  // Until it was moved, so that columns which come up with the first rows do not push it aside.
  const [place, setPlace] = useState<CellPlace | null>(null)
  const [wanted, setWanted] = useState(0)
  const focused = useRef(0)
  const active = settled(place ?? { row: 0, column: start }, map)

  useLayoutEffect(() => {
    if (wanted === focused.current) return
    focused.current = wanted
    root.current?.querySelector<HTMLElement>('[data-cell-editor] :is(input, select)')?.focus()
  }, [wanted, root])

  return {
    active,
    moveTo: (to) => {
      setPlace(to)
      setWanted((count) => count + 1)
    },
  }
}

/** The place itself, or the nearest cell that can be entered when rows or columns went away under it. */
function settled(place: CellPlace, map: CellMap): CellPlace | null {
  const row = Math.min(place.row, map.rowCount - 1)
  if (row >= 0 && place.column >= 0 && map.stops(row, place.column)) return { row, column: place.column }
  const inRow = Array.from({ length: map.columnCount }, (_, column) => column).find((column) => map.stops(row, column))
  if (row >= 0 && inRow !== undefined) return { row, column: inRow }
  return cellInRow({ row, column: place.column }, -1, map) ?? firstCell(map)
}
