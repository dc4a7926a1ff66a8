import { useLayoutEffect, useRef } from 'react'
import { copyCell, copyRow, isCellEditable } from './entry-column.ts'
import type { EntryColumn } from './entry-column.ts'
import { withMovedRow, withNewRow, withoutRow, withRow } from './entry-change.ts'
import type { EntryChange } from './entry-change.ts'

export type EntryRowsOptions<Row> = {
  readonly rows: readonly Row[]
  readonly onChange: (rows: readonly Row[], change: EntryChange) => void
  readonly columns: readonly EntryColumn<Row>[]
  readonly rowKey: (row: Row) => string
  readonly newRow: (() => Row) | undefined
}

export type EntryRows<Row> = {
  /** The rows after every change so far, also those made since the last render. */
  readonly current: () => readonly Row[]
  /** Changes the row with this key, wherever it is by now; a late lookup must not hit another row. */
  readonly changeRow: (key: string, column: string, change: (row: Row) => Row) => void
  readonly insert: (index: number) => void
  readonly remove: (index: number) => void
  readonly move: (index: number, to: number) => boolean
  readonly copyCellAbove: (index: number, column: number) => void
  readonly copyRowAbove: (index: number) => void
}

/** What can be done to the rows of an entry grid. Several changes within one event build on each other. */
export function useEntryRows<Row>({ rows, onChange, columns, rowKey, newRow }: EntryRowsOptions<Row>): EntryRows<Row> {
  const newest = useRef(rows)
  useLayoutEffect(() => {
    newest.current = rows
  })

  function apply(next: readonly Row[], change: EntryChange): void {
    newest.current = next
    onChange(next, change)
  }

  return {
    current: () => newest.current,
    changeRow(key, column, change) {
      const index = newest.current.findIndex((row) => rowKey(row) === key)
      const row = newest.current[index]
      if (row !== undefined) apply(withRow(newest.current, index, change(row)), { kind: 'cell', index, column })
    },
    insert(index) {
      if (newRow !== undefined) apply(withNewRow(newest.current, index, newRow()), { kind: 'add', index })
    },
    remove(index) {
      if (newRow !== undefined) apply(withoutRow(newest.current, index, newRow), { kind: 'delete', index })
    },
    move(index, to) {
      const moved = withMovedRow(newest.current, index, to)
      if (moved === newest.current) return false
      apply(moved, { kind: 'move', index, to })
      return true
    },
    copyCellAbove(index, columnIndex) {
      const row = newest.current[index]
      const above = newest.current[index - 1]
      const column = columns[columnIndex]
      if (row === undefined || above === undefined || column === undefined) return
      if (column.kind === 'static' || !isCellEditable(column, row)) return
      apply(withRow(newest.current, index, copyCell(column, above, row)), { kind: 'cell', index, column: column.id })
    },
    copyRowAbove(index) {
      const row = newest.current[index]
      const above = newest.current[index - 1]
      if (row === undefined || above === undefined) return
      apply(withRow(newest.current, index, copyRow(columns, above, row)), { kind: 'copy', index })
    },
  }
}
