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
  /** Ticked with others, whether or not keys are for it. */
  readonly isTicked: boolean
  readonly tone: RowTone
  readonly onSelect: (index: number, event: RowClick) => void
  readonly onOpen: (row: Row) => void
}

/** With Shift or Ctrl it ticks rows. */
export type RowClick = { readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean }

/** One row. Drawn again only when something it shows changed: its handlers must be stable. */
function PlainDataRow<Row>(props: DataRowProps<Row>) {
  const { id, row, columns, index, top, isSelected, isTicked, tone, onSelect, onOpen } = props
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected || isTicked}
      className={classNames(
        css.row,
        css.line,
        (isSelected || isTicked) && css.selected,
        isSelected && css.current,
        tone !== undefined && css[tone],
      )}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={(event) => onSelect(index, event)}
      onDoubleClick={() => onOpen(row)}
    >
      {columns.map((column, columnIndex) => (
        <div
          key={column.id}
          role="gridcell"
          data-fit={column.givesWay === true ? undefined : column.id}
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
