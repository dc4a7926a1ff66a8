import { useEffect } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { commitPendingField } from '../../keyboard/pending-field.ts'
import { useStableHandler } from '../../keyboard/stable-handler.ts'
import { cellAfter, cellBefore, cellInRow, cellMap, firstCell, nearestInRow } from './cell-moves.ts'
import type { CellPlace } from './cell-moves.ts'
import type { EntryColumn } from './entry-column.ts'
import type { EntryCursor } from './entry-cursor.ts'
import { moveForKey } from './key-moves.ts'
import type { KeyMove } from './key-moves.ts'
import type { EntryRows } from './use-entry-rows.ts'

export type EntryKeysOptions<Row> = {
  readonly columns: readonly EntryColumn<Row>[]
  readonly newRow?: () => Row
  readonly isBlank?: (row: Row) => boolean
  readonly onActiveRow?: (index: number) => void
  readonly entryRows: EntryRows<Row>
  readonly cursor: EntryCursor
}

export type EntryKeys = {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly activate: (index: number, column: number, event: MouseEvent) => void
}

/** Keys and clicks of an entry grid that lead from cell to cell. */
export function useEntryKeys<Row>(options: EntryKeysOptions<Row>): EntryKeys {
  const { columns, entryRows, cursor } = options
  const { active } = cursor
  const activeRow = active?.row ?? null

  const tell = useStableHandler((row: number) => options.onActiveRow?.(row))
  useEffect(() => {
    if (activeRow !== null) tell(activeRow)
  }, [activeRow, tell])

  /** Past the last cell: a new line, unless the last one is still empty. False leaves the grid. */
  function addLine(isQuick: boolean): boolean {
    const rows = entryRows.current()
    const last = rows.at(-1)
    if (options.newRow === undefined || (last !== undefined && options.isBlank?.(last) === true)) return false
    entryRows.insert(rows.length)
    const added = entryRows.current().slice(rows.length)
    cursor.moveTo({ row: rows.length, column: firstCell(cellMap(added, columns, isQuick))?.column ?? 0 })
    return true
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (active === null || event.defaultPrevented || !isInEditor(event.target)) return
    const move = moveForKey(event, event.target)
    if (move === null) return
    if (commitPendingField() === 'refused') {
      // The text makes no sense yet: the cell says why and keeps the focus.
      event.preventDefault()
      return
    }
    const to = cellForMove(move, active, entryRows.current(), columns)
    if (to !== null) cursor.moveTo(to)
    else if (move.kind === 'next' || move.kind === 'quick') {
      // In an empty last line Tab and Enter go on to the next field after the grid.
      if (!addLine(move.kind === 'quick')) return
    } else if (move.kind === 'back' || move.kind === 'quickBack') return
    event.preventDefault()
  }

  function activate(row: number, column: number, event: MouseEvent): void {
    if (event.button !== 0) return
    // The focus goes to the editor, or stays: never to the page.
    event.preventDefault()
    if (commitPendingField() === 'refused') return
    const place = nearestInRow({ row, column }, cellMap(entryRows.current(), columns))
    if (place !== null) cursor.moveTo(place)
  }

  return { onKeyDown, activate }
}

function cellForMove<Row>(
  move: KeyMove,
  from: CellPlace,
  rows: readonly Row[],
  columns: readonly EntryColumn<Row>[],
): CellPlace | null {
  const isQuick = move.kind === 'quick' || move.kind === 'quickBack'
  const map = cellMap(rows, columns, isQuick)
  switch (move.kind) {
    case 'next':
    case 'right':
    case 'quick':
      return cellAfter(from, map)
    case 'back':
    case 'left':
    case 'quickBack':
      return cellBefore(from, map)
    case 'row':
      return cellInRow(from, move.step, map)
  }
}

function isInEditor(element: EventTarget): element is HTMLElement {
  return element instanceof HTMLElement && element.closest('[data-cell-editor]') !== null
}
