import { cellText } from './import-cell.ts'
import type { ImportColumns } from './import-fields.ts'

type Row = { readonly values: readonly string[] }

/** The columns, by header, that hold something in any row and that no field is taken from: a class, a salesperson. */
export function columnsLeftOut(
  headers: readonly string[],
  rows: readonly Row[],
  columns: ImportColumns,
): readonly string[] {
  const used = new Set(Object.values(columns))
  return headers.flatMap((header, column) => {
    if (used.has(column) || !rows.some(({ values }) => cellText(values[column] ?? '') !== '')) return []
    return [header.trim() || `Column ${column + 1}`]
  })
}
