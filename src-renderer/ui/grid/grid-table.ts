import { useMemo } from 'react'
import {
  columnSizingFeature,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import type { ColumnDef } from '@tanstack/react-table'
import type { GridColumn } from './grid-column.ts'
import type { GridLayoutState, GridSort } from './grid-layout.tsx'

const features = tableFeatures({
  columnSizingFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
})

export type GridTableOptions<Row> = {
  readonly rows: readonly Row[]
  readonly columns: readonly GridColumn<Row>[]
  readonly rowKey: (row: Row) => string
  readonly layout: GridLayoutState
}

/** The rows in the order they are shown. */
export function useSortedRows<Row extends object>(options: GridTableOptions<Row>): readonly Row[] {
  const { rows, columns, rowKey, layout } = options
  const { widths, sort } = layout.layout
  const defs = useMemo(() => columns.map(columnDef), [columns])
  const table = useTable({
    features,
    data: rows,
    columns: defs,
    getRowId: rowKey,
    enableSortingRemoval: true,
    state: useMemo(
      () => ({
        sorting: sort === null ? [] : [{ id: sort.column, desc: sort.descending }],
        columnSizing: { ...widths },
      }),
      [sort, widths],
    ),
  })
  const model = table.getRowModel().rows
  return useMemo(() => model.map((row) => row.original), [model])
}

function columnDef<Row extends object>(column: GridColumn<Row>): ColumnDef<typeof features, Row> {
  return {
    id: column.id,
    accessorFn: (row) => comparable(column.value(row)),
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
