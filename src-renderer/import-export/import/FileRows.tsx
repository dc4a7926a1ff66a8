import { useMemo } from 'react'
import type { CsvPreview, ImportMapping } from '../../../src-shared/import-export/contract/imports.ts'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { Card } from '../../ui/Page.tsx'
import { columnName, fieldsOfColumn } from './mapping.ts'
import css from './import.module.css'

export type FileRowsProps = { readonly preview: CsvPreview; readonly mapping: ImportMapping }

/** In px: a title is never cut, a value only when it is very long. */
const WIDTH_PER_TITLE_LETTER = 6
const WIDTH_PER_LETTER = 8
const AROUND_TEXT = 24
const WIDTH_MIN = 104
const WIDTH_MAX = 260

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

function columnWidth(title: string, values: readonly string[]): number {
  const longest = Math.max(0, ...values.map(({ length }) => length))
  const wanted = Math.min(WIDTH_MAX, longest * WIDTH_PER_LETTER + AROUND_TEXT)
  return Math.max(WIDTH_MIN, title.length * WIDTH_PER_TITLE_LETTER + AROUND_TEXT, wanted)
}

function fileColumns({ headers, sample }: CsvPreview, mapping: ImportMapping): readonly GridColumn<FileRow>[] {
  return headers.map((_, column) => {
    const fields = fieldsOfColumn(mapping, column)
    const name = columnName(headers, column)
    const title = fields === '' || fields.toLowerCase() === name.toLowerCase() ? name : `${name} → ${fields}`
    return {
      id: String(column),
      kind: 'text',
      title,
      width: columnWidth(
        title,
        sample.map((values) => values[column] ?? ''),
      ),
      align: mapping.columns.amount === column ? 'end' : 'start',
      isSortable: false,
      value: ({ values }) => values[column] ?? '',
      cell: ({ values }) => <span className={fields === '' ? css.unread : undefined}>{values[column] ?? ''}</span>,
    }
  })
}
