import { formatAmount } from '../amounts/money.ts'
import { CSV_START, csvRow, textForSpreadsheet } from '../text/csv.ts'
import type { ColumnKind } from './column-kind.ts'

/** A column as it leaves the list: on paper, in a file, in the clipboard. */
export type SheetColumn = { readonly title: string; readonly kind: ColumnKind }

/**
 * What stands in a cell of such a column, whatever the company's way of writing: the words of a text, a date as 2026-03-04, an
 * amount or number with a point and no other mark (-1234.50, in the digits of its currency). Null where there is nothing.
 */
export type SheetCell = string | null

/** An amount as a file holds it. @param amount minor units */
export const amountCell = (amount: number, currency: string): string =>
  formatAmount(amount, currency, { decimal: '.', group: '', negative: 'minus' })

export const isFigureKind = (kind: ColumnKind): boolean => kind === 'amount' || kind === 'number'

/** A row of a CSV file or of the clipboard: figures as they are, and no text that a spreadsheet would calculate. */
const safeCells = (columns: readonly SheetColumn[], cells: readonly SheetCell[]): readonly string[] =>
  columns.map(({ kind }, index) => {
    const cell = cells[index] ?? ''
    return isFigure(kind, cell) ? cell : textForSpreadsheet(cell)
  })

/** A column of figures may hold a word, such as the name of a total. */
export const isFigure = (kind: ColumnKind, cell: string): boolean => isFigureKind(kind) && /^-?\d+(\.\d+)?$/.test(cell)

export const csvHead = (columns: readonly SheetColumn[]): string =>
  CSV_START + csvRow(columns.map(({ title }) => title))

export const csvCells = (columns: readonly SheetColumn[], cells: readonly SheetCell[]): string =>
  csvRow(
    columns.map((_, index) => cells[index] ?? ''),
    columns.map(({ kind }, index) => isFigure(kind, cells[index] ?? '')),
  )

/** Between tabs, as spreadsheets paste it; what would break a row stands as a blank. */
export const tabbed = (columns: readonly SheetColumn[], rows: readonly (readonly SheetCell[])[]): string =>
  [columns.map(({ title }) => textForSpreadsheet(title)), ...rows.map((cells) => safeCells(columns, cells))]
    .map((cells) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\r\n')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The same as a table: a code keeps its leading zeros there. */
export function htmlTable(columns: readonly SheetColumn[], rows: readonly (readonly SheetCell[])[]): string {
  const head = columns.map(({ title }) => `<th>${escaped(textForSpreadsheet(title))}</th>`).join('')
  const body = rows.map((cells) => {
    const tds = safeCells(columns, cells).map((cell, index) => {
      const kind = columns[index]?.kind ?? 'text'
      const isText = !isFigure(kind, cell) && kind !== 'date'
      return `<td${isText ? ` style="mso-number-format:'\\@'"` : ''}>${escaped(cell)}</td>`
    })
    return `<tr>${tds.join('')}</tr>`
  })
  return `<table><tr>${head}</tr>${body.join('')}</table>`
}
