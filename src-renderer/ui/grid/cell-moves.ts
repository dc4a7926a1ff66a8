import { isCellEditable, isEntered, isQuick } from './entry-column.ts'
import type { EntryColumn } from './entry-column.ts'

/** A cell by the index of its row and its column. */
export type CellPlace = { readonly row: number; readonly column: number }

export type CellMap = {
  readonly rowCount: number
  readonly columnCount: number
  /** Whether the focus may stop here. */
  readonly stops: (row: number, column: number) => boolean
}

/** The cells that can be entered; with `quick` only those that Enter stops at. */
export function cellMap<Row>(rows: readonly Row[], columns: readonly EntryColumn<Row>[], quick = false): CellMap {
  return {
    rowCount: rows.length,
    columnCount: columns.length,
    stops: (rowIndex, columnIndex) => {
      const row = rows[rowIndex]
      const column = columns[columnIndex]
      if (row === undefined || column === undefined || !isEntered(column)) return false
      return isCellEditable(column, row) && (!quick || isQuick(column, row))
    },
  }
}

/** The next cell to stop at, from left to right and row to row; null past the last one. */
export function cellAfter(from: CellPlace, map: CellMap): CellPlace | null {
  for (let { row, column } = { row: from.row, column: from.column + 1 }; row < map.rowCount; row += 1, column = 0) {
    for (; column < map.columnCount; column += 1) if (map.stops(row, column)) return { row, column }
  }
  return null
}

/** The cell to stop at before this one; null before the first. */
export function cellBefore(from: CellPlace, map: CellMap): CellPlace | null {
  for (
    let { row, column } = { row: from.row, column: from.column - 1 };
    row >= 0;
    row -= 1, column = map.columnCount - 1
  ) {
    for (; column >= 0; column -= 1) if (map.stops(row, column)) return { row, column }
  }
  return null
}

/** The same column `step` rows on, or the nearest row beyond whose cell can be entered; null when there is none. */
export function cellInRow(from: CellPlace, step: number, map: CellMap): CellPlace | null {
  const direction = Math.sign(step)
  const wanted = Math.max(0, Math.min(map.rowCount - 1, from.row + step))
  for (let row = wanted; row >= 0 && row < map.rowCount; row += direction) {
    if (row !== from.row && map.stops(row, from.column)) return { row, column: from.column }
  }
  return null
}

/** The cell of a row that can be entered, to the right of one that cannot, or else to its left. */
export function nearestInRow({ row, column }: CellPlace, map: CellMap): CellPlace | null {
  const onlyRow: CellMap = { ...map, stops: (at, other) => at === row && map.stops(at, other) }
  if (map.stops(row, column)) return { row, column }
  return cellAfter({ row, column }, onlyRow) ?? cellBefore({ row, column }, onlyRow)
}

/** The first cell to stop at. */
export function firstCell(map: CellMap): CellPlace | null {
  return cellAfter({ row: 0, column: -1 }, map)
}
