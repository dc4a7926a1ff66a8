import { memo } from 'react'
import { classNames } from '../class-names.ts'
import { columnClasses } from './grid-column.ts'
import type { GridColumn, RowTone } from './grid-column.ts'
import css from './grid.module.css'

export type DataRowProps<Row> = {
  readonly id: string
  readonly row: Row
  readonly columns: readonly GridColumn<Row>[]
  readonly index: number
  /** From the top of the body, in px. */
  readonly top: number
  readonly isSelected: boolean
  readonly tone: RowTone
  readonly onSelect: (index: number) => void
  readonly onOpen: (row: Row) => void
}

/** One row. Drawn again only when something it shows changed: its handlers must be stable. */
function PlainDataRow<Row>({ id, row, columns, index, top, isSelected, tone, onSelect, onOpen }: DataRowProps<Row>) {
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={classNames(
        css.row,
        css.line,
        isSelected && css.selected,
        isSelected && css.current,
        tone !== undefined && css[tone],
      )}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={() => onSelect(index)}
      onDoubleClick={() => onOpen(row)}
    >
      {columns.map((column, columnIndex) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={columnIndex + 1}
          className={classNames(css.cell, columnClasses(column))}
        >
          {column.cell?.(row) ?? column.text?.(row) ?? String(column.value(row))}
        </div>
      ))}
    </div>
  )
}

// memo forgets that the component is generic.
export const DataRow = memo(PlainDataRow) as typeof PlainDataRow
