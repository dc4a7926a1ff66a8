import type { TagElement } from '../../paper/tagged-pdf.ts'
import { fitText } from '../../paper/text-fit.ts'
import { ink, type as styles } from '../../paper/type-style.ts'
import { markLabelledValue, setLines, type Sheet } from './sheet.ts'
import { companyLines } from './words.ts'

const FACTS_WIDTH = 214
const LEADING = 14.5

/** The part a customer tears off and sends back with the payment, at the foot of the first page. */
export function drawRemittanceSlip(sheet: Sheet, parent: TagElement): void {
  const { pdf, paper } = sheet
  const top = paper.height - paper.slipHeight
  pdf.artifact('Layout', () => {
    pdf.text(
      'Detach here and return with your payment',
      paper.width / 2,
      top - 4,
      { ...styles.small, size: 6.5 },
      'center',
    )
    pdf.line(18, top, paper.width - 18, top, ink.lineStrong, 0.75, 3)
  })
  pdf.mark(parent, 'H2', () => pdf.text('Remittance', paper.left, top + 25, styles.heading))
  drawPayee(sheet, parent, top + 34)
  drawSlipFacts(sheet, parent, top + 25)
}

function drawPayee(sheet: Sheet, parent: TagElement, y: number): void {
  const { pdf, paper, statement } = sheet
  const width = paper.right - paper.left - FACTS_WIDTH - 24
  pdf.mark(parent, 'P', () => pdf.text('Pay to', paper.left, y + 8, styles.label))
  const lines = [statement.company.name, ...companyLines(statement.company)]
  const fitted = fitText(lines, { width, height: 64 }, { ...styles.row, size: 8.5 }, 5, pdf.measure)
  pdf.mark(parent, 'P', () => setLines(sheet, fitted, paper.left, y + 12))
  const request =
    statement.total > 0 ? `Please write account ${statement.customer.code} on your payment.` : 'No payment is due.'
  const note = fitText([request], { width, height: 20 }, styles.small, 5, pdf.measure)
  pdf.mark(parent, 'P', () => setLines(sheet, note, paper.left, paper.height - 30 - note.leading * note.lines.length))
}

function drawSlipFacts(sheet: Sheet, parent: TagElement, y: number): void {
  const { pdf, paper, statement, words } = sheet
  const edges = { left: paper.right - FACTS_WIDTH, right: paper.right }
  const facts: readonly (readonly [string, string])[] = [
    ['Customer', statement.customer.name],
    ['Account', statement.customer.code],
    ['Statement date', words.date(statement.statementDate)],
    ['Past due', words.amount(statement.pastDue)],
    [words.totalLabel, `${statement.currency} ${words.amount(statement.total)}`],
  ]
  facts.forEach(([label, value], index) => {
    const line = { label, value, labelStyle: styles.label, valueStyle: styles.value }
    markLabelledValue(sheet, parent, line, edges, y + index * LEADING)
  })
  const boxTop = y + facts.length * LEADING - 4
  const boxWidth = 116
  pdf.mark(parent, 'P', () =>
    pdf.text(`Amount paid, ${statement.currency}`, edges.left, boxTop + 17, { ...styles.value, size: 8.5 }),
  )
  pdf.artifact('Layout', () => pdf.frame(edges.right - boxWidth, boxTop, boxWidth, 27, ink.quiet, 3))
}
