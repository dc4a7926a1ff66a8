import type { Statement } from '../../../src-shared/reports/contract/statements.ts'
import type { AmountStyle } from '../../../src-shared/domain/amounts/money.ts'
import { hanFamilyFor } from '../../paper/han.ts'
import { papers, type PaperName } from '../../paper/paper.ts'
import { TaggedPdf } from '../../paper/tagged-pdf.ts'
import { type as styles } from '../../paper/type-style.ts'
import { drawContinued, layOutClosing, type Closing } from './closing.ts'
import { columnsOf, rowsOf } from './columns.ts'
import { drawHead, drawRunningHead, RUNNING_HEAD_HEIGHT } from './head.ts'
import { paginate, type PageOfRows } from './paginate.ts'
import { drawRemittanceSlip } from './remittance-slip.ts'
import type { Sheet } from './sheet.ts'
import { drawRows, drawTableHead, TABLE_HEAD_HEIGHT } from './table.ts'
import { layOutTable, type TableLayout } from './table-layout.ts'
import { statementWords } from './words.ts'

export interface StatementPaper {
  readonly paper: PaperName
  /** Signs of amounts; by default 1,234.50 and -1,234.50. */
  readonly amounts?: AmountStyle
}

export interface StatementPdf {
  readonly pdf: Uint8Array
  readonly pages: number
  /** Characters of names or references that no typeface has; they are printed as boxes. */
  readonly unprintable: readonly string[]
}

const CONTINUED_HEIGHT = 16
const SLIP_CLEARANCE = 14

/** A statement as a tagged PDF; the same statement gives the same bytes. */
export async function statementPdf(statement: Statement, options: StatementPaper): Promise<StatementPdf> {
  const paper = papers[options.paper]
  const title = `Statement ${statement.customer.code} ${statement.statementDate}`
  const han = hanFamilyFor({ country: statement.customer.address.country, currency: statement.currency })
  const pdf = new TaggedPdf(paper, { title, date: statement.statementDate, han })
  const sheet: Sheet = { pdf, paper, statement, words: statementWords(statement, options.amounts ?? {}) }
  // pdfkit measures with the fonts of an open page.
  pdf.addPage()
  const layout = layOutTable(columnsOf(statement), rowsOf(statement, sheet.words), paper, pdf.measure)
  const closing = layOutClosing(
    sheet,
    layout.rows.some(({ row }) => row.emphasis === 'past_due'),
  )
  drawPages(sheet, layout, closing)
  return { pdf: await pdf.finish(), pages: pdf.pages, unprintable: pdf.unprintable }
}

function drawPages(sheet: Sheet, layout: TableLayout, closing: Closing): void {
  const { pdf, paper } = sheet
  const slipTop = paper.height - paper.slipHeight
  const pages = paginate(
    layout.rows.map((row) => row.height),
    {
      firstPage: slipTop - SLIP_CLEARANCE - paper.headEnd - TABLE_HEAD_HEIGHT - CONTINUED_HEIGHT,
      nextPage: paper.bottom - paper.top - RUNNING_HEAD_HEIGHT - TABLE_HEAD_HEIGHT - CONTINUED_HEIGHT,
      closing: closing.height - CONTINUED_HEIGHT,
    },
  )
  const head = pdf.group(pdf.root, 'Sect')
  const table = layout.rows.length === 0 ? null : pdf.group(pdf.root, 'Table')
  const foot = pdf.group(pdf.root, 'Sect')
  const slip = pdf.group(pdf.root, 'Sect')

  drawHead(sheet, head, pages.length)
  drawRemittanceSlip(sheet, slip)
  if (!table) {
    const nothing = sheet.statement.form === 'open_item' ? 'No open items.' : 'No activity.'
    pdf.mark(head, 'P', () => pdf.text(nothing, paper.left, paper.headEnd + 10, styles.rowQuiet))
    closing.draw(foot, paper.headEnd + TABLE_HEAD_HEIGHT)
    return
  }
  const top = drawTableHead(sheet, table, layout, paper.headEnd)
  const body = pdf.group(table, 'TBody')
  pages.forEach((page, index) => {
    const from = index === 0 ? top : startPage(sheet, layout, index + 1, pages.length)
    const y = drawRows(sheet, body, layout, layout.rows.slice(page.first, page.end), from)
    closePage(sheet, page, index + 1, y, () => closing.draw(foot, y))
  })
}

function startPage(sheet: Sheet, layout: TableLayout, page: number, pages: number): number {
  sheet.pdf.addPage()
  return drawTableHead(sheet, null, layout, drawRunningHead(sheet, page, pages))
}

function closePage(sheet: Sheet, page: PageOfRows, number: number, y: number, close: () => void): void {
  if (page.closes) close()
  else drawContinued(sheet, number, y)
}
