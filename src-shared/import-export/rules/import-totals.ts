import type { ImportColumns } from './import-fields.ts'

const SUM = /^(?:\*+$|(?:grand |sub|report )?totals?\b|sum\b|summe\b|gesamt|saldo\b)/i

/**
 * Whether a row of a report is a heading or a sum and no item: it has no number and no date, and either begins with a word
 * for a sum, or has nothing but its first words. An item always has both, and a value in a column that is used.
 */
export function isTotalRow(cells: readonly string[], columns: ImportColumns): boolean {
  const { invoice_number, invoice_date } = columns
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const first = filled[0] ?? ''
  if (!blank(cells, invoice_date)) return false
  if (SUM.test(first)) return blank(cells, invoice_number) || SUM.test(cells[invoice_number ?? -1] ?? '')
  if (!blank(cells, invoice_number) || filled.length !== 1) return false
  const place = cells.findIndex((cell) => cell.trim() !== '')
  if (!Object.values(columns).includes(place)) return true
  return cells.length > 2 && !/^\d/.test(first)
}

const blank = (cells: readonly string[], column: number | undefined): boolean =>
  column === undefined || (cells[column] ?? '').trim() === ''
