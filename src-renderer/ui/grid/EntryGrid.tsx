import { useEffect, useId, useMemo, useRef } from 'react'
import type { ReactNode } from 'react'
import type { ActionScope } from '../../../src-shared/keys-and-menu/actions.ts'
import { useStableHandler } from '../../keyboard/stable-handler.ts'
import type { CellError, PathErrors } from './cell-errors.ts'
import type { EntryChange } from './entry-change.ts'
import { cellMap } from './cell-moves.ts'
import type { EntryColumn } from './entry-column.ts'
import { useEntryCursor } from './entry-cursor.ts'
import { useEntryKeys } from './entry-keys.ts'
import { useLineActions } from './line-actions.ts'
import { useShowFirstError } from './show-first-error.ts'
import { EntryRow } from './EntryRow.tsx'
import { gridTemplate, gridWidthMin, pinnedWidth } from './grid-column.ts'
import type { RowTone } from './grid-column.ts'
import { useGridLayout } from './grid-layout.tsx'
import { GridFoot } from './GridFoot.tsx'
import { GridEmpty } from './GridEmpty.tsx'
import { GridHead } from './GridHead.tsx'
import { useCellProblems } from './cell-problems.ts'
import { useEntryRows } from './use-entry-rows.ts'
import { useEntryVirtual } from './entry-virtual.ts'
import css from './grid.module.css'

export type EntryGridProps<Row extends object> = {
  readonly rows: readonly Row[]
  readonly onChange: (rows: readonly Row[], change: EntryChange) => void
  /** Must be stable between renders: a constant or memoised. */
  readonly columns: readonly EntryColumn<Row>[]
  readonly rowKey: (row: Row) => string
  readonly label: string
  /** Makes an empty line. With it lines can be added, inserted, deleted and moved. */
  readonly newRow?: () => Row
  /** Whether nothing is entered in a line yet: Tab and Enter then leave the grid instead of adding another. */
  readonly isBlank?: (row: Row) => boolean
  /** Errors by path; those under `errorPath` are shown in their cells. */
  readonly errors?: PathErrors
  readonly errorPath?: string
  /** The scope of the keys that work in here. */
  readonly actionScope?: ActionScope
  /** The column in which the grid is entered first; the first that can be entered when left out. */
  readonly startColumn?: string
  /** Told which row the clerk is in. */
  readonly onActiveRow?: (index: number) => void
  readonly isSelected?: (row: Row) => boolean
  readonly rowTone?: (row: Row) => RowTone
  readonly empty?: ReactNode
  readonly layoutId?: string
  /** The clerk types here first: the start cell takes the focus once it is drawn. */
  readonly autoFocus?: boolean
}

const noErrors: PathErrors = {}

/**
 * Lines to enter: an invoice's, or the open items of a payment. The active cell is always its editor with the text
 * selected. Tab goes to the next cell and at the end adds a line, Enter to the next quick cell, arrows from row to row.
 */
export function EntryGrid<Row extends object>(props: EntryGridProps<Row>) {
  const { rows, columns, rowKey, errorPath = 'lines', actionScope = 'grid:lines' } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const layout = useGridLayout(props.layoutId, null)
  const problems = useCellProblems(rows, rowKey, props.errors ?? noErrors, errorPath)
  const entryRows = useEntryRows({ rows, onChange: props.onChange, columns, rowKey, newRow: props.newRow })

  const startIndex = columns.findIndex(({ id: column }) => column === props.startColumn)
  const cursor = useEntryCursor(cellMap(rows, columns), scroller, startIndex)
  const keys = useEntryKeys({ ...props, entryRows, cursor })
  useLineActions({ columns, newRow: props.newRow, entryRows, cursor })
  useShowFirstError({ columns, errors: problems.errors, entryRows, cursor, scroller })
  const errorsByRow = useMemo(() => groupByRow(problems.errors), [problems.errors])
  const virtual = useEntryVirtual({ rows, rowKey, errorsByRow, active: cursor.active?.row ?? null, scroller, columns })

  const isDrawn = virtual.items.length > 0
  const { autoFocus = false } = props
  useEffect(() => {
    if (autoFocus && isDrawn) focusEditor(scroller.current)
  }, [autoFocus, isDrawn])

  const changeRow = useStableHandler(entryRows.changeRow)
  const setProblem = useStableHandler(problems.setProblem)
  const activate = useStableHandler(keys.activate)

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      className={css.grid}
      style={{ scrollPaddingRight: pinnedWidth(columns, layout.layout.widths) }}
      data-action-scope={actionScope}
      data-has-errors={problems.errors.length > 0 ? '' : undefined}
      onKeyDown={keys.onKeyDown}
    >
      <div
        role="presentation"
        className={css.sheet}
        style={{
          '--grid-columns': gridTemplate(columns, layout.layout.widths),
          '--grid-width': `${gridWidthMin(columns, layout.layout.widths)}px`,
        }}
      >
        <GridHead columns={columns} layout={layout} isSortable={neverSortable} />
        {rows.length === 0 ? (
          <GridEmpty>{props.empty}</GridEmpty>
        ) : (
          <div role="rowgroup" className={css.body} style={{ height: virtual.totalHeight }}>
            {virtual.items.map(({ index, top, height }) => {
              const row = rows[index]
              if (row === undefined) return null
              return (
                <EntryRow
                  key={rowKey(row)}
                  row={row}
                  rowKey={rowKey(row)}
                  columns={columns}
                  index={index}
                  top={top}
                  height={height}
                  activeColumn={cursor.active?.row === index ? cursor.active.column : null}
                  isSelected={props.isSelected?.(row) ?? false}
                  tone={props.rowTone?.(row)}
                  errors={errorsByRow.get(index) ?? noRowErrors}
                  messageId={`${id}-${index}`}
                  onActivate={activate}
                  onChange={changeRow}
                  onProblem={setProblem}
                />
              )
            })}
          </div>
        )}
        {rows.length > 0 && <GridFoot columns={columns} rowIndex={rows.length + 2} />}
      </div>
    </div>
  )
}

const noRowErrors: readonly never[] = []

function focusEditor(grid: HTMLElement | null): void {
  grid?.querySelector<HTMLElement>('[data-cell-editor] :is(input, select)')?.focus()
}

function neverSortable(): boolean {
  return false
}

function groupByRow(errors: readonly CellError[]): ReadonlyMap<number, readonly CellError[]> {
  const groups = new Map<number, CellError[]>()
  for (const error of errors) groups.set(error.row, [...(groups.get(error.row) ?? []), error])
  return groups
}
