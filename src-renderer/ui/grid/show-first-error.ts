import { useEffect } from 'react'
import type { RefObject } from 'react'
import { SHOW_FIRST_ERROR } from '../../keyboard/focus-error.ts'
import { useStableHandler } from '../../keyboard/stable-handler.ts'
import type { CellError } from './cell-errors.ts'
import { cellMap, nearestInRow } from './cell-moves.ts'
import { isEntered } from './entry-column.ts'
import type { EntryColumn } from './entry-column.ts'
import type { EntryCursor } from './entry-cursor.ts'
import type { EntryRows } from './use-entry-rows.ts'

export type ShowFirstErrorOptions<Row> = {
  readonly columns: readonly EntryColumn<Row>[]
  readonly errors: readonly CellError[]
  readonly entryRows: EntryRows<Row>
  readonly cursor: EntryCursor
  readonly scroller: RefObject<HTMLElement | null>
}

/** Opens the first cell in error when a failed post asks for it; the row may be scrolled away until then. */
export function useShowFirstError<Row>(options: ShowFirstErrorOptions<Row>): void {
  const { columns, errors, entryRows, cursor, scroller } = options

  const show = useStableHandler(() => {
    const first = errors[0]
    if (first === undefined) return
    const column = columns.findIndex((other) => isEntered(other) && (other.field ?? other.id) === first.field)
    const place = nearestInRow({ row: first.row, column: Math.max(0, column) }, cellMap(entryRows.current(), columns))
    if (place !== null) cursor.moveTo(place)
  })

  useEffect(() => {
    const grid = scroller.current
    grid?.addEventListener(SHOW_FIRST_ERROR, show)
    return () => grid?.removeEventListener(SHOW_FIRST_ERROR, show)
  }, [scroller, show])
}
