import type { TagElement } from '../../paper/tagged-pdf.ts'
import { fitLine, wrapText } from '../../paper/text-fit.ts'
import { ink, type as styles, type TextStyle } from '../../paper/type-style.ts'
import { agingHeight, drawAging } from './aging-band.ts'
import { markLabelledValue, setLines, type LabelledValue, type Sheet } from './sheet.ts'

const TOTALS_WIDTH = 210
const TOTAL_LEADING = 14
const GAP = 11
const NOTE_HEIGHT = 12

/** What follows the last row: the totals with the message beside them, and the aging band. */
export interface Closing {
  readonly height: number
  draw(parent: TagElement, y: number): void
}

export function layOutClosing(sheet: Sheet, hasPastDueRows: boolean): Closing {
  const { paper, pdf, statement } = sheet
  const totals = totalLines(sheet)
  const messageWidth = paper.right - paper.left - TOTALS_WIDTH - 28
  const messageStyle: TextStyle = { ...styles.row, size: 8.5 }
  const leading = 11.5
  const message = statement.message
    .split('\n')
    .flatMap((paragraph) => wrapText(paragraph, messageWidth, messageStyle, pdf.measure))
  const hasMessage = statement.message.trim() !== ''
  const noteHeight = hasPastDueRows ? NOTE_HEIGHT : 0
  const besides = Math.max(totals.length * TOTAL_LEADING + 6, noteHeight + (hasMessage ? message.length * leading : 0))

  return {
    height: GAP + besides + GAP + agingHeight(sheet),
    draw(parent, y) {
      let top = y + GAP - 6
      if (hasPastDueRows) {
        pdf.mark(parent, 'P', () => pdf.text('Due dates in bold are past due.', paper.left, top + 8, styles.small))
        top += NOTE_HEIGHT + 4
      }
      if (hasMessage) {
        pdf.mark(parent, 'P', () => setLines(sheet, { lines: message, style: messageStyle, leading }, paper.left, top))
      }
      drawTotals(sheet, parent, totals, y + GAP)
      drawAging(sheet, parent, y + GAP + besides + GAP)
    },
  }
}

function totalLines({ statement, words }: Sheet): readonly LabelledValue[] {
  const plain = (label: string, amount: number): LabelledValue => ({
    label,
    value: words.amount(amount),
    labelStyle: styles.rowQuiet,
    valueStyle: styles.row,
  })
  return [
    plain('Open charges', statement.total + statement.unapplied),
    plain('Unapplied cash and credits', 0 - statement.unapplied),
    {
      label: words.totalLabel,
      value: words.amount(statement.total),
      labelStyle: styles.rowStrong,
      valueStyle: { ...styles.figure, size: 11 },
    },
    {
      label: 'of which past due',
      value: words.amount(statement.pastDue),
      labelStyle: styles.rowQuiet,
      valueStyle: statement.pastDue > 0 ? { ...styles.rowStrong, color: ink.bad } : styles.row,
    },
    ...(statement.inBase === null
      ? []
      : [
          {
            ...plain(`Equivalent in ${statement.inBase.currency}`, 0),
            value: words.amountInBase(statement.inBase.total),
          },
        ]),
  ]
}

function drawTotals(sheet: Sheet, parent: TagElement, totals: readonly LabelledValue[], y: number): void {
  const { paper, pdf } = sheet
  const edges = { left: paper.right - TOTALS_WIDTH, right: paper.right }
  totals.forEach((line, index) => {
    const isTotal = index === 2
    const baseline = y + 4 + index * TOTAL_LEADING + (index >= 2 ? 4 : 0)
    if (isTotal)
      pdf.artifact('Layout', () =>
        pdf.line(edges.left, baseline - 12, edges.right, baseline - 12, ink.lineStrong, 0.75),
      )
    markLabelledValue(sheet, parent, line, edges, baseline)
  })
}

/** Says where the rows go on, at the foot of a page that is not the last. */
export function drawContinued({ pdf, paper }: Sheet, page: number, y: number): void {
  const fitted = fitLine(`Continued on page ${page + 1}`, 200, styles.small, 6, pdf.measure)
  pdf.artifact('Pagination', () => pdf.text(fitted.lines[0] ?? '', paper.right, y + 11, fitted.style, 'right'))
}
