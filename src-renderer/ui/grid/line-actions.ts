import { useActions } from '../../keyboard/use-action.ts'
import type { EntryColumn } from './entry-column.ts'
import type { EntryCursor } from './entry-cursor.ts'
import type { EntryRows } from './use-entry-rows.ts'

export type LineActionsOptions<Row> = {
  readonly columns: readonly EntryColumn<Row>[]
  /** Without it lines are fixed and these actions are off. */
  readonly newRow: (() => Row) | undefined
  readonly entryRows: EntryRows<Row>
  readonly cursor: EntryCursor
}

/** Copying, inserting, deleting and moving lines, at the cell with the focus. */
export function useLineActions<Row>({ newRow, entryRows, cursor }: LineActionsOptions<Row>): void {
  const at = cursor.active ?? { row: 0, column: 0 }

  function move(step: number): void {
    if (entryRows.move(at.row, at.row + step)) cursor.moveTo({ row: at.row + step, column: at.column })
  }

  useActions(
    {
      'lines.copyCell': () => entryRows.copyCellAbove(at.row, at.column),
      'lines.copyRow': () => entryRows.copyRowAbove(at.row),
      'lines.insert': () => {
        entryRows.insert(at.row)
        cursor.moveTo(at)
      },
      'lines.delete': () => {
        entryRows.remove(at.row)
        cursor.moveTo({ row: Math.min(at.row, entryRows.current().length - 1), column: at.column })
      },
      'lines.moveUp': () => move(-1),
      'lines.moveDown': () => move(1),
    },
    { enabled: newRow !== undefined && cursor.active !== null },
  )
}
