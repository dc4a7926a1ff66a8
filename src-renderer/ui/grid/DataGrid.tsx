import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { ActionScope } from '../../../src-shared/keys-and-menu/actions.ts'
import { useIsPrinting } from '../printing.ts'
import { useAction } from '../../keyboard/use-action.ts'
import { useStableHandler } from '../../keyboard/stable-handler.ts'
import { DataRow } from './DataRow.tsx'
import type { RowClick } from './DataRow.tsx'
import { gridTemplate, gridWidthMin, pinnedWidth } from './grid-column.ts'
import type { GridColumn, RowTone } from './grid-column.ts'
import { useGridLayout } from './grid-layout.tsx'
import type { GridSort } from './grid-layout.tsx'
import { ColumnsDialog } from './ColumnsDialog.tsx'
import { useGridTable } from './grid-table.ts'
import { GridFoot } from './GridFoot.tsx'
import { GridEmpty } from './GridEmpty.tsx'
import { GridHead } from './GridHead.tsx'
import { useRowSelection } from './row-selection.ts'
import { rowForKey } from './row-keys.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { useCopyRows } from './use-copy-rows.ts'
import { useFitWidths } from './use-fit-widths.ts'
import { useTypeToSelect } from './type-to-select.ts'
import css from './grid.module.css'

export type DataGridProps<Row extends object> = {
  readonly rows: readonly Row[]
  /** Must be stable between renders: a constant or memoised. */
  readonly columns: readonly GridColumn<Row>[]
  readonly rowKey: (row: Row) => string
  /** What the list holds, for screen readers. */
  readonly label: string
  /** The key of the selected row; the grid keeps its own selection when left out. */
  readonly selectedKey?: string | null
  readonly onSelect?: (row: Row) => void
  /** Enter or double click. */
  readonly onOpen?: ((row: Row) => void) | undefined
  /** Instead of rows when there are none. */
  readonly empty?: ReactNode
  /** Remembers under this name how it is sorted, which columns it shows and how wide they are. */
  readonly layoutId?: string
  readonly initialSort?: GridSort
  readonly actionScope?: ActionScope | undefined
  /** Asks for the next page; called when the last rows come in sight. */
  readonly onEndReached?: (() => void) | undefined
  readonly rowTone?: ((row: Row) => RowTone) | undefined
  readonly autoFocus?: boolean
  /** The list its screen is about: a key asks which columns it shows. */
  readonly offersColumns?: boolean
  /** Typing letters selects the row whose text in this column begins with them. */
  readonly typeToSelect?: string | undefined
}

const ROW_HEIGHT = 28
const HEAD_HEIGHT = 29
const FOOT_HEIGHT = 32
const ROWS_BEFORE_END = 40
/** About 500 pages. */
const PRINTED_ROWS_MAX = 20_000

/** A list to read: 100,000 rows, sorted by any column, moved through by keys. */
export function DataGrid<Row extends object>(props: DataGridProps<Row>) {
  const { rowKey, onSelect, onOpen, onEndReached } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const layout = useGridLayout(props.layoutId, props.initialSort ?? null)
  const { rows, columns } = useGridTable({ rows: props.rows, columns: props.columns, rowKey, layout: layout.layout })
  const [isChoosing, setChoosing] = useState(false)
  useAction('list.columns', () => setChoosing(true), { enabled: props.offersColumns === true })
  const [ownKey, setOwnKey] = useState<string | null>(null)
  const selectedKey = props.selectedKey === undefined ? ownKey : props.selectedKey
  const selected = useMemo(
    () => (selectedKey === null ? -1 : rows.findIndex((row) => rowKey(row) === selectedKey)),
    [rows, rowKey, selectedKey],
  )
  const hasFoot = columns.some((column) => column.total !== undefined)

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    scrollPaddingEnd: hasFoot ? FOOT_HEIGHT : 0,
  })
  const selection = useRowSelection()
  const { ticked } = selection
  const keys = (): readonly string[] => rows.map(rowKey)
  const tickedRows = useMemo(
    () => (ticked.size === 0 ? [] : rows.filter((row) => ticked.has(rowKey(row)))),
    [rows, rowKey, ticked],
  )
  const isPrinting = useIsPrinting()
  const items = isPrinting ? allRows(rows.length) : virtual.getVirtualItems()
  const { widths } = layout.layout
  const fit = useFitWidths(scroller, [items[0]?.index, items.at(-1)?.index, rows, columns, widths])
  const lastShown = items.at(-1)?.index ?? -1

  useEffect(() => {
    if (rows.length > 0 && lastShown >= rows.length - ROWS_BEFORE_END) onEndReached?.()
  }, [lastShown, rows.length, onEndReached])

  useEffect(() => {
    if (props.autoFocus === true) scroller.current?.focus({ preventScroll: true })
  }, [props.autoFocus])

  const select = useStableHandler((index: number) => {
    const row = rows[index]
    if (row === undefined) return
    setOwnKey(rowKey(row))
    onSelect?.(row)
    virtual.scrollToIndex(index, { align: 'auto' })
  })
  const height = virtual.scrollRect?.height
  useEffect(() => {
    // A pane that opens below makes the list smaller: the row it was opened from stays in sight.
    if (height !== undefined && selected >= 0) virtual.scrollToIndex(selected, { align: 'auto' })
    // oxlint-disable-next-line react/exhaustive-deps -- only when the height changes; select() scrolls by itself
  }, [height])
  const click = useStableHandler((index: number, { shiftKey, ctrlKey, metaKey }: RowClick) => {
    const row = rows[index]
    if (row === undefined) return
    if (shiftKey) selection.extendTo(selectedKey, rowKey(row), keys())
    else if (ctrlKey || metaKey) selection.toggle(rowKey(row))
    else selection.clear()
    select(index)
  })
  useCopyRows(scroller, columns, tickedRows.length > 0 ? tickedRows : rows.slice(selected, selected + 1))
  const open = useStableHandler((row: Row) => onOpen?.(row))

  const textColumn = props.columns.find((column) => column.id === props.typeToSelect)
  const typeToSelect = useTypeToSelect(rows, textColumn, selected, select)

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.target !== event.currentTarget || event.altKey || event.metaKey) return
    const row = rows[selected]
    if (event.ctrlKey) {
      // With Shift too they are keys of the screen.
      if (event.shiftKey) return
      const key = event.key.toLowerCase()
      if (key === 'a') selection.all(keys())
      else if (key === 'c') document.execCommand('copy')
      else if (event.key === ' ' && row !== undefined) selection.toggle(rowKey(row))
      else return
      event.preventDefault()
      return
    }
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 3)
    const to = rowForKey(event.key, selected, rows.length, pageRows)
    const toRow = to === null ? undefined : rows[to]
    if (to !== null && toRow !== undefined) {
      if (event.shiftKey) selection.extendTo(selectedKey, rowKey(toRow), keys())
      else selection.clear()
      select(to)
    } else if (event.key === 'Enter' && row !== undefined) open(row)
    else if (!typeToSelect(event.key)) return
    event.preventDefault()
  }

  return (
    <>
      <div
        ref={scroller}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + (hasFoot ? 2 : 1)}
        aria-colcount={columns.length}
        aria-activedescendant={items.some(({ index }) => index === selected) ? `${id}-${selected}` : undefined}
        tabIndex={0}
        className={css.grid}
        aria-multiselectable="true"
        style={{ scrollPaddingRight: pinnedWidth(columns, widths, fit) }}
        data-action-scope={props.actionScope}
        data-first={props.autoFocus === true ? '' : undefined}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (selected < 0 && event.currentTarget.matches(':focus-visible')) select(0)
        }}
      >
        <div
          role="presentation"
          className={css.sheet}
          style={{
            '--grid-columns': gridTemplate(columns, widths, fit),
            '--grid-width': `${gridWidthMin(columns, widths, fit)}px`,
          }}
        >
          <GridHead columns={columns} layout={layout} isSortable={(column) => isSortable(columns, column.id)} />
          {rows.length === 0 ? (
            <GridEmpty>{props.empty}</GridEmpty>
          ) : (
            <div role="rowgroup" className={css.body} style={{ height: virtual.getTotalSize() }}>
              {items.map(({ index, start }) => {
                const row = rows[index]
                if (row === undefined) return null
                return (
                  <DataRow
                    key={rowKey(row)}
                    id={`${id}-${index}`}
                    row={row}
                    columns={columns}
                    index={index}
                    top={start - HEAD_HEIGHT}
                    isSelected={index === selected}
                    isTicked={ticked.size > 0 && ticked.has(rowKey(row))}
                    tone={props.rowTone?.(row)}
                    onSelect={click}
                    onOpen={open}
                  />
                )
              })}
            </div>
          )}
          {rows.length > 0 && <GridFoot columns={columns} rowIndex={rows.length + 2} />}
        </div>
      </div>
      <SelectionBar rows={tickedRows} columns={columns} />
      {isChoosing && (
        <ColumnsDialog label={props.label} columns={props.columns} layout={layout} onClose={() => setChoosing(false)} />
      )}
    </>
  )
}

/** Every row, for paper; its place there comes from the style sheet. */
function allRows(count: number): readonly { readonly index: number; readonly start: number }[] {
  return Array.from({ length: Math.min(count, PRINTED_ROWS_MAX) }, (_, index) => ({ index, start: index * ROW_HEIGHT }))
}

function isSortable<Row>(columns: readonly GridColumn<Row>[], id: string): boolean {
  return columns.find((column) => column.id === id)?.isSortable ?? true
}
