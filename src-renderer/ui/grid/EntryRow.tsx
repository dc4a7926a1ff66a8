import { memo } from 'react'
import type { MouseEvent } from 'react'
import { classNames } from '../class-names.ts'
import { useFormat } from '../conventions.tsx'
import { CellEditor } from './CellEditor.tsx'
import type { CellError } from './cell-errors.ts'
import { cellText } from './cell-text.ts'
import { isCellEditable, isEntered, isQuick } from './entry-column.ts'
import type { EntryColumn } from './entry-column.ts'
import type { RowTone } from './grid-column.ts'
import css from './grid.module.css'

export type EntryRowProps<Row> = {
  readonly row: Row
  readonly rowKey: string
  readonly columns: readonly EntryColumn<Row>[]
  readonly index: number
  /** From the top of the body, in px. */
  readonly top: number
  readonly height: number
  /** The column whose editor is open in this row; null for every other row. */
  readonly activeColumn: number | null
  readonly isSelected: boolean
  readonly tone: RowTone
  readonly errors: readonly CellError[]
  readonly messageId: string
  readonly onActivate: (index: number, column: number, event: MouseEvent) => void
  readonly onChange: (key: string, column: string, change: (row: Row) => Row) => void
  readonly onProblem: (key: string, field: string, problem: string | null) => void
}

function PlainEntryRow<Row>(props: EntryRowProps<Row>) {
  const { row, rowKey, columns, index, activeColumn, errors, messageId } = props
  const isActive = activeColumn !== null
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isActive}
      className={classNames(
        css.line,
        css.entry,
        (isActive || props.isSelected) && css.selected,
        isActive && css.current,
        props.tone !== undefined && css[props.tone],
      )}
      style={{ transform: `translateY(${props.top}px)`, height: props.height }}
    >
      <div role="presentation" className={css.row}>
        {columns.map((column, columnIndex) => (
          <EntryCell
            key={column.id}
            {...props}
            column={column}
            columnIndex={columnIndex}
            isOpen={columnIndex === activeColumn}
            error={errors.find(({ field }) => isEntered(column) && field === (column.field ?? column.id))}
            onChange={(change) => props.onChange(rowKey, column.id, change)}
          />
        ))}
      </div>
      <RowMessages columns={columns} errors={errors} messageId={messageId} row={row} />
    </div>
  )
}

type EntryCellProps<Row> = Omit<EntryRowProps<Row>, 'onChange'> & {
  readonly column: EntryColumn<Row>
  readonly columnIndex: number
  readonly isOpen: boolean
  readonly error: CellError | undefined
  readonly onChange: (change: (row: Row) => Row) => void
}

function EntryCell<Row>(props: EntryCellProps<Row>) {
  const { column, row, rowKey, index, columnIndex, isOpen, error, messageId } = props
  const format = useFormat()
  const cell = { role: 'gridcell', 'aria-colindex': columnIndex + 1 } as const
  if (isOpen && isEntered(column)) {
    return (
      <div
        {...cell}
        className={classNames(css.editor, column.isPinned === true && css.pinned, error !== undefined && css.inError)}
        data-cell-editor=""
      >
        <CellEditor
          column={column}
          row={row}
          control={{
            'aria-label': `${column.title}, line ${index + 1}`,
            'aria-invalid': error === undefined ? undefined : true,
            'aria-describedby': error === undefined ? undefined : messageId,
            'data-quick': isQuick(column, row) ? '' : undefined,
          }}
          onChange={props.onChange}
          onProblem={(problem) => props.onProblem(rowKey, column.field ?? column.id, problem)}
        />
      </div>
    )
  }
  return (
    <div
      {...cell}
      className={classNames(
        css.cell,
        column.align === 'end' && css.end,
        column.isPinned === true && css.pinned,
        isCellEditable(column, row) && css.editable,
        error !== undefined && css.inError,
      )}
      onMouseDown={(event) => props.onActivate(index, columnIndex, event)}
    >
      {(column.kind === 'static' && column.cell?.(row)) || cellText(column, row, format)}
    </div>
  )
}

type RowMessagesProps<Row> = Pick<EntryRowProps<Row>, 'row' | 'columns' | 'errors' | 'messageId'>

/** The row's errors in words, the first under its own column. */
function RowMessages<Row>({ columns, errors, messageId }: RowMessagesProps<Row>) {
  if (errors.length === 0) return null
  const first = columns.findIndex((column) => isEntered(column) && (column.field ?? column.id) === errors[0]?.field)
  const isEnd = columns[first]?.align === 'end'
  const place = first < 0 ? '1 / -1' : isEnd ? `1 / ${first + 2}` : `${first + 1} / -1`
  return (
    <div role="presentation" className={css.row}>
      <p id={messageId} className={classNames(css.message, isEnd && css.end)} style={{ gridColumn: place }}>
        {errors.map(({ text }) => text).join(' ')}
      </p>
    </div>
  )
}

/** One line of an entry grid. Drawn again only when something it shows changed: its handlers must be stable. */
// memo forgets that the component is generic.
export const EntryRow = memo(PlainEntryRow) as typeof PlainEntryRow
