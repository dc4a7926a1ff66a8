import type { TagElement } from '../../paper/tagged-pdf.ts'
import { fitLine, fitText } from '../../paper/text-fit.ts'
import { ink, type as styles, type TextStyle } from '../../paper/type-style.ts'
import { markLabelledValue, setLines, type Sheet } from './sheet.ts'
import { companyLines, envelopeLines } from './words.ts'

const FACTS_WIDTH = 186
const FACT_LEADING = 13.5
const TEXT_SIZE_MIN = 5

/** The first page's head: letterhead, title, the address behind the window, and what the customer owes. */
export function drawHead(sheet: Sheet, parent: TagElement, pages: number): void {
  drawTitle(sheet, parent)
  drawLetterhead(sheet, parent)
  drawAddress(sheet, parent)
  drawFacts(sheet, parent, pages)
  drawFolds(sheet)
}

function drawTitle({ pdf, paper, words }: Sheet, parent: TagElement): void {
  const baseline = paper.top + styles.title.size
  pdf.mark(parent, 'H1', () => pdf.text('Statement', paper.right, baseline, styles.title, 'right'))
  pdf.mark(parent, 'P', () => pdf.text(words.subtitle, paper.right, baseline + 14, styles.small, 'right'))
}

function drawLetterhead(sheet: Sheet, parent: TagElement): void {
  const { pdf, paper, statement } = sheet
  const width = paper.right - paper.left - FACTS_WIDTH - 12
  const name = fitText([statement.company.name], { width, height: 36 }, styles.company, 8, pdf.measure)
  const lines = companyLines(statement.company)
  let y = paper.top + 3
  pdf.mark(parent, 'P', () => {
    y = setLines(sheet, name, paper.left, y)
  })
  const space = { width, height: paper.addressWindow.y - 22 - y }
  const fitted = fitText(lines, space, { ...styles.small, size: 8 }, TEXT_SIZE_MIN, pdf.measure)
  if (lines.length > 0) pdf.mark(parent, 'P', () => setLines(sheet, fitted, paper.left, y + 2))
}

function drawAddress(sheet: Sheet, parent: TagElement): void {
  const { pdf, paper, statement } = sheet
  const { x, y, width, height } = paper.addressWindow
  if (paper.name === 'a4') drawSenderLine(sheet)
  const lines = envelopeLines(statement.customer, paper)
  const fitted = fitText(lines, { width, height }, styles.address, TEXT_SIZE_MIN, pdf.measure)
  pdf.mark(parent, 'P', () => setLines(sheet, fitted, x, y))
}

/** DIN 5008: the sender in one small line above the address, so that undeliverable mail comes back. */
function drawSenderLine({ pdf, paper, statement }: Sheet): void {
  const { x, y, width } = paper.addressWindow
  const sender = [statement.company.name, ...statement.company.address.split('\n')].filter((line) => line.trim() !== '')
  const fitted = fitLine(sender.join(' · '), width, { ...styles.small, size: 6 }, 4, pdf.measure)
  pdf.artifact('Layout', () => {
    pdf.text(fitted.lines[0] ?? '', x, y - 8, fitted.style)
    pdf.line(x, y - 5, x + width, y - 5, ink.lineStrong, 0.35)
  })
}

function drawFacts(sheet: Sheet, parent: TagElement, pages: number): void {
  const { paper, pdf, statement, words } = sheet
  const edges = { left: paper.right - FACTS_WIDTH, right: paper.right }
  const facts: readonly (readonly [string, string])[] = [
    ['Account', statement.customer.code],
    ['Statement date', words.date(statement.statementDate)],
    ['Currency', statement.currency],
    ['Page', `1 of ${pages}`],
  ]
  let baseline = paper.addressWindow.y - 4
  for (const [label, value] of facts) {
    markLabelledValue(
      sheet,
      parent,
      { label, value, labelStyle: styles.label, valueStyle: styles.value },
      edges,
      baseline,
    )
    baseline += FACT_LEADING
  }
  const top = baseline - 5
  pdf.artifact('Layout', () => pdf.fill(edges.left - 8, top, FACTS_WIDTH + 8, 42, ink.accentWash, 4))
  const inside = { left: edges.left, right: edges.right - 8 }
  const dark: TextStyle = { ...styles.label, color: ink.text }
  const total = {
    label: words.totalLabel,
    value: words.amount(statement.total),
    labelStyle: dark,
    valueStyle: styles.figure,
  }
  markLabelledValue(sheet, parent, total, inside, top + 18)
  const pastDueStyle: TextStyle = { ...styles.value, color: statement.pastDue > 0 ? ink.bad : ink.text }
  const pastDue = {
    label: 'Past due',
    value: words.amount(statement.pastDue),
    labelStyle: dark,
    valueStyle: pastDueStyle,
  }
  markLabelledValue(sheet, parent, pastDue, inside, top + 34)
}

/** Ticks at the sheet's edge, where it is folded so that the address meets the window. */
function drawFolds({ pdf, paper }: Sheet): void {
  pdf.artifact('Layout', () => {
    for (const y of paper.folds) pdf.line(12, y, 20, y, ink.lineStrong)
  })
}

/** The head of every later page; it only repeats, so a listener is spared it. Returns where the table begins. */
export function drawRunningHead(sheet: Sheet, page: number, pages: number): number {
  const { pdf, paper, statement, words } = sheet
  const baseline = paper.top + 8
  const right = `Page ${page} of ${pages}`
  const room = paper.right - paper.left - pdf.measure(right, styles.small) - 16
  const subject = [statement.company.name, `${statement.customer.code} ${statement.customer.name}`, words.subtitle]
  const fitted = fitLine(subject.join('  ·  '), room, styles.small, 6, pdf.measure)
  pdf.artifact('Pagination', () => {
    pdf.text(fitted.lines[0] ?? '', paper.left, baseline, fitted.style)
    pdf.text(right, paper.right, baseline, styles.small, 'right')
  })
  return baseline + 16
}

/** Height of the running head in points, from the sheet's top margin to where the table begins. */
export const RUNNING_HEAD_HEIGHT = 24
