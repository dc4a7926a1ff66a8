import type { TagElement } from '../../paper/tagged-pdf.ts'
import { ink, type as styles } from '../../paper/type-style.ts'
import type { Sheet } from './sheet.ts'
import { cellStyle, type LaidRow, type PlacedColumn, type TableLayout } from './table-layout.ts'

export const TABLE_HEAD_HEIGHT = 20

/** Draws the column titles at `y`; where they repeat the first page's they are no part of the table's structure. */
export function drawTableHead(sheet: Sheet, table: TagElement | null, layout: TableLayout, y: number): number {
  const { pdf, paper } = sheet
  const style = { ...styles.columnHead, size: styles.columnHead.size * layout.scale }
  const title = (column: PlacedColumn) =>
    pdf.text(column.title, column.x, y + 10, style, column.kind === 'amount' ? 'right' : 'left')
  if (table) {
    const row = pdf.group(pdf.group(table, 'THead'), 'TR')
    for (const column of layout.columns) pdf.mark(row, 'TH', () => title(column))
  } else {
    pdf.artifact('Pagination', () => layout.columns.forEach(title))
  }
  pdf.artifact('Layout', () => pdf.line(paper.left, y + 16, paper.right, y + 16, ink.lineStrong, 0.75))
  return y + TABLE_HEAD_HEIGHT
}

/** Draws rows from `y` down and returns where the next would begin. */
export function drawRows(
  sheet: Sheet,
  body: TagElement,
  layout: TableLayout,
  rows: readonly LaidRow[],
  y: number,
): number {
  const { pdf, paper } = sheet
  let top = y
  for (const laid of rows) {
    drawRow(sheet, pdf.group(body, 'TR'), layout, laid, top)
    top += laid.height
    const ruleAt = top - 1.5
    pdf.artifact('Layout', () => pdf.line(paper.left, ruleAt, paper.right, ruleAt, ink.line))
  }
  return top
}

function drawRow({ pdf }: Sheet, row: TagElement, layout: TableLayout, laid: LaidRow, top: number): void {
  const firstBaseline = top + layout.leading * 0.95
  layout.columns.forEach((column, index) => {
    const style = cellStyle(column, laid.row, layout.scale)
    pdf.mark(row, 'TD', () => {
      for (const [at, line] of (laid.lines[index] ?? []).entries()) {
        const baseline = firstBaseline + at * layout.leading
        if (column.kind === 'text') pdf.text(line, column.x, baseline, style)
        else pdf.amount(line, column.x, baseline, style)
      }
    })
  })
}
