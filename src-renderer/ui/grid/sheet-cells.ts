import { amountCell } from '../../../src-shared/domain/lists/list-cell.ts'
import type { SheetCell, SheetColumn } from '../../../src-shared/domain/lists/list-cell.ts'
import type { GridColumn } from './grid-column.ts'

/** A column as it leaves the list. One without a title is named by what it is. */
export const sheetColumn = ({ id, title, kind }: Pick<GridColumn<never>, 'id' | 'title' | 'kind'>): SheetColumn => ({
  title: title === '' ? id[0]?.toUpperCase() + id.slice(1) : title,
  kind,
})

/** What stands in a row's cell, as a file holds it. */
export function sheetCell<Row>(column: GridColumn<Row>, row: Row): SheetCell {
  if (column.isBlank?.(row) === true) return null
  const value = column.value(row)
  switch (column.kind) {
    case 'amount':
      return amountCell(Number(value), column.currency(row))
    case 'number':
      return nothingFor(column.figure?.(row) ?? (column.text?.(row) === '' ? '' : String(value)))
    case 'date':
      return nothingFor(String(value))
    case 'text':
    case 'code':
    case 'flag':
    case 'choice':
      return nothingFor(column.text?.(row) ?? String(value))
  }
}

export const sheetCells = <Row>(columns: readonly GridColumn<Row>[], row: Row): readonly SheetCell[] =>
  columns.map((column) => sheetCell(column, row))

const nothingFor = (text: string): SheetCell => (text === '' ? null : text)
