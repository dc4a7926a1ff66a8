import { sum } from '../../../src-shared/domain/amounts/money.ts'
import type { TagElement } from '../../paper/tagged-pdf.ts'
import { fitLine } from '../../paper/text-fit.ts'
import { ink, type as styles, type TextStyle } from '../../paper/type-style.ts'
import type { Sheet } from './sheet.ts'

const BAND_HEIGHT = 49
const BASE_ROW_HEIGHT = 12

export const agingHeight = ({ statement }: Sheet): number =>
  BAND_HEIGHT + (statement.inBase === null ? 0 : BASE_ROW_HEIGHT)

interface Cell {
  readonly label: string
  readonly amount: number
  readonly amountInBase: number
  /** The bucket's colour; null for what is no bucket. */
  readonly color: string | null
}

/** How old the balance is: a bar of shares, and the same as a table of one row. */
export function drawAging(sheet: Sheet, parent: TagElement, y: number): void {
  const { pdf, paper, statement, words } = sheet
  const title = `Aging on ${words.date(statement.statementDate)}`
  pdf.mark(parent, 'H2', () => pdf.text(title, paper.left, y + 8, { ...styles.columnHead, size: 7.5, color: ink.text }))
  drawShares(sheet, y + 14)
  const cells = agingCells(sheet)
  const width = (paper.right - paper.left) / cells.length
  const table = pdf.group(parent, 'Table')
  const head = pdf.group(pdf.group(table, 'THead'), 'TR')
  cells.forEach((cell, index) => drawLabel(sheet, head, cell, paper.left + width * index, width, y + 32))
  const body = pdf.group(table, 'TBody')
  const row = pdf.group(body, 'TR')
  cells.forEach(({ amount }, index) => {
    const isTotal = index === cells.length - 1
    const style = isTotal ? styles.value : { ...styles.value, weight: 'regular' as const }
    drawFigure(sheet, row, { text: words.amount(amount), style, index, cells: cells.length }, y + 45)
  })
  const { inBase } = statement
  if (inBase === null) return
  const baseRow = pdf.group(body, 'TR')
  cells.forEach(({ amountInBase }, index) => {
    const text = `${inBase.currency} ${words.amountInBase(amountInBase)}`
    drawFigure(sheet, baseRow, { text, style: styles.small, index, cells: cells.length }, y + 45 + BASE_ROW_HEIGHT)
  })
}

interface PlacedFigure {
  readonly text: string
  readonly style: TextStyle
  readonly index: number
  /** How many share the width of the paper. */
  readonly cells: number
}

function drawFigure({ pdf, paper }: Sheet, row: TagElement, figure: PlacedFigure, baseline: number): void {
  const width = (paper.right - paper.left) / figure.cells
  const fitted = fitLine(figure.text, width - 4, figure.style, 4, pdf.measure)
  const isTotal = figure.index === figure.cells - 1
  const [x, align] = isTotal ? [paper.right, 'right' as const] : [paper.left + width * figure.index, 'left' as const]
  pdf.mark(row, 'TD', () => pdf.text(fitted.lines[0] ?? '', x, baseline, fitted.style, align))
}

function drawLabel({ pdf, paper }: Sheet, row: TagElement, cell: Cell, left: number, width: number, y: number): void {
  const { color } = cell
  if (color !== null) pdf.artifact('Layout', () => pdf.fill(left, y - 5.5, 5.5, 5.5, color, 1))
  const indent = color === null ? 0 : 9
  const fitted = fitLine(cell.label, width - indent - 2, styles.small, 4, pdf.measure)
  const [x, align] = cell.label === 'Total' ? [paper.right, 'right' as const] : [left + indent, 'left' as const]
  pdf.mark(row, 'TH', () => pdf.text(fitted.lines[0] ?? '', x, y, fitted.style, align))
}

/** Buckets, then unapplied credits where the buckets leave them out, then the total that they add up to. */
function agingCells({ statement }: Sheet): readonly Cell[] {
  const { labels, buckets } = statement.aging
  const base = statement.inBase ?? { buckets: [], total: 0 }
  const aged = labels.map((label, index) => ({
    label,
    amount: buckets[index] ?? 0,
    amountInBase: base.buckets[index] ?? 0,
    color: bucketColor(index, labels.length),
  }))
  const outside = statement.total - sum(buckets)
  const outsideInBase = base.total - sum(base.buckets)
  return [
    ...aged,
    ...(outside === 0 ? [] : [{ label: 'Unapplied', amount: outside, amountInBase: outsideInBase, color: null }]),
    { label: 'Total', amount: statement.total, amountInBase: base.total, color: null },
  ]
}

function bucketColor(index: number, count: number): string {
  const last = ink.aging.length - 1
  return (
    ink.aging[count <= ink.aging.length ? Math.min(index, last) : Math.round((index * last) / (count - 1))] ?? ink.text
  )
}

const BAR_HEIGHT = 5

function drawShares({ pdf, paper, statement }: Sheet, y: number): void {
  const owed = statement.aging.buckets.map((amount) => Math.max(amount, 0))
  const whole = sum(owed)
  const width = paper.right - paper.left
  pdf.artifact('Layout', () => {
    if (whole === 0) pdf.fill(paper.left, y, width, BAR_HEIGHT, ink.line)
    let left = paper.left
    owed.forEach((amount, index) => {
      if (amount === 0) return
      // A share of paper, not of money: the amounts themselves stay whole.
      const part = (amount / whole) * width
      pdf.fill(left, y, Math.max(part - 0.75, 0.5), BAR_HEIGHT, bucketColor(index, owed.length))
      left += part
    })
  })
}
