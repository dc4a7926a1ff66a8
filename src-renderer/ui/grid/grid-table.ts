import { useMemo } from 'react'
import {
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import type { ColumnDef } from '@tanstack/react-table'
import { columnWidthDefault, columnWidthMax, columnWidthMin } from './grid-column.ts'
import type { ColumnLook, GridColumn } from './grid-column.ts'
import type { GridLayout, GridSort } from './grid-layout.tsx'

/** What a list can do. A further feature, such as filters or groups, is registered here and kept in its layout. */
const features = tableFeatures({
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
})

export type GridTableOptions<Row> = {
  readonly rows: readonly Row[]
  readonly columns: readonly GridColumn<Row>[]
  readonly rowKey: (row: Row) => string
  readonly layout: GridLayout
}

export type GridTable<Row> = {
  /** In the order they are shown. */
  readonly rows: readonly Row[]
  /** Those that are shown. */
  readonly columns: readonly GridColumn<Row>[]
}

/** The rows and columns of a list as its layout has them. */
export function useGridTable<Row extends object>(options: GridTableOptions<Row>): GridTable<Row> {
  const { rows, columns, rowKey, layout } = options
  const defs = useMemo(() => columns.map(columnDef), [columns])
  const state = useMemo(() => tableState(columns, layout), [columns, layout])
  const table = useTable({ features, data: rows, columns: defs, getRowId: rowKey, enableSortingRemoval: true, state })
  const model = table.getRowModel().rows
  const shown = useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, { ...column, givesWay: column.kind === 'text' }]))
    return table.getVisibleLeafColumns().flatMap((column) => {
      const own = byId.get(column.id)
      if (own === undefined) return []
      return [column.getIsPinned() === 'start' ? { ...own, isPinnedFirst: true } : own]
    })
    // oxlint-disable-next-line react/exhaustive-deps -- the table stays the same object; what it answers follows from these
  }, [columns, defs, state])
  return { rows: useMemo(() => model.map((row) => row.original), [model]), columns: shown }
}

/** A layout as the table has it. */
export function tableState(columns: readonly Pick<ColumnLook, 'id'>[], layout: GridLayout) {
  const { widths, sort, hidden, pinsFirst } = layout
  const left = columns.filter(({ id }) => !hidden.includes(id))
  // A list shows something, whatever a layout of an older version says.
  const shown = left.length === 0 ? columns : left
  return {
    sorting: sort === null ? [] : [{ id: sort.column, desc: sort.descending }],
    columnSizing: { ...widths },
    columnVisibility: Object.fromEntries(columns.map((column) => [column.id, shown.includes(column)])),
    columnPinning: { start: pinsFirst ? shown.slice(0, 1).map(({ id }) => id) : [], end: [] },
  }
}

function columnDef<Row extends object>(column: GridColumn<Row>): ColumnDef<typeof features, Row> {
  return {
    id: column.id,
    accessorFn: (row) => comparable(column.value(row)),
    size: column.width ?? columnWidthDefault,
    minSize: columnWidthMin,
    maxSize: columnWidthMax,
    enableSorting: column.isSortable ?? true,
    sortFn: (a, b, id) => {
      const left = a.getValue<string | number>(id)
      const right = b.getValue<string | number>(id)
      return left < right ? -1 : left > right ? 1 : 0
    },
  }
}

function comparable(value: string | number): string | number {
  return typeof value === 'string' ? value.toLowerCase() : value
}

/** What pressing a column's title does: up, down, and back to the order the rows came in. */
export function nextSort(current: GridSort | null, column: string): GridSort | null {
  if (current?.column !== column) return { column, descending: false }
  return current.descending ? null : { column, descending: true }
}
