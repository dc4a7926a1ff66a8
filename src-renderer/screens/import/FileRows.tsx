import { useMemo } from 'react'
import type { CsvPreview, ImportMapping } from '../../../src-shared/contract/imports.ts'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { Card } from '../../ui/Page.tsx'
import { columnName, fieldsOfColumn } from './mapping.ts'
import css from './import.module.css'

export type FileRowsProps = { readonly preview: CsvPreview; readonly mapping: ImportMapping }

type FileRow = { readonly place: number; readonly values: readonly string[] }

/** The first rows as they stand in the file. A column that is read says as what. */
export function FileRows({ preview, mapping }: FileRowsProps) {
  const rows = useMemo(() => preview.sample.map((values, place): FileRow => ({ place, values })), [preview])
  const columns = useMemo(() => fileColumns(preview, mapping), [preview, mapping])
  return (
    <Card title={`The first ${rows.length} rows`} fill>
      <DataGrid label="First rows of the file" rows={rows} columns={columns} rowKey={({ place }) => String(place)} />
    </Card>
  )
}

function fileColumns({ headers }: CsvPreview, mapping: ImportMapping): readonly GridColumn<FileRow>[] {
  return headers.map((_, column) => {
    const fields = fieldsOfColumn(mapping, column)
    const name = columnName(headers, column)
    return {
      id: String(column),
      title: fields === '' ? name : `${name} → ${fields}`,
      width: fields === '' ? 104 : Math.max(130, 7 * (name.length + fields.length + 3) + 20),
      isSortable: false,
      value: ({ values }) => values[column] ?? '',
      cell: ({ values }) => <span className={fields === '' ? css.unread : undefined}>{values[column] ?? ''}</span>,
    }
  })
}
