import { describe, expect, test } from 'vitest'
import type { Statement } from '../../../src-shared/reports/contract/statements.ts'
import { formatDate } from '../../../src-shared/domain/dates/date-format.ts'
import { formatAmount } from '../../../src-shared/domain/amounts/money.ts'
import { papers } from '../../../src-main/paper/paper.ts'
import { statementPdf } from '../../../src-main/reports/paper/statement-pdf.ts'
import { readPdf, type ReadPdf } from '../../paper/read-pdf.ts'
import { sampleStatement } from './statement-sample.ts'

const printed = async (statement: Statement, paper: 'letter' | 'a4' = 'letter'): Promise<ReadPdf> =>
  readPdf((await statementPdf(statement, { paper })).pdf)

const usd = (minorUnits: number): string => formatAmount(minorUnits, 'USD')

describe('what a statement says', () => {
  test('names both sides, the account, the day, the currency, what is due and what is past due', async () => {
    const statement = sampleStatement(6)
    const { text } = await printed(statement)
    for (const expected of [
      'Harbor Paper & Packaging',
      '+1 207 555 0142 · accounts@harborpaper.example',
      'Northgate Foods Ltd',
      'Worcester, MA 01608',
      'Account | NORTH01',
      'Statement date | 30 Jun 2025',
      'Currency | USD',
      'Page | 1 of 1',
      `Total due | ${usd(statement.total)}`,
      `Past due | ${usd(statement.pastDue)}`,
      'Thank you for your business.',
    ]) {
      expect(text).toContain(expected)
    }
  })

  test('lists each open item with date, document, reference, due date, original, paid, open and running balance', async () => {
    const statement = sampleStatement(12)
    const { text } = await printed(statement)
    for (const line of statement.lines) {
      const isReceipt = line.kind === 'receipt'
      const cells = [
        formatDate(line.date, 'text'),
        `${isReceipt ? 'Receipt' : 'Invoice'} ${line.number}`,
        line.reference,
        isReceipt || line.dueDate === null ? '' : formatDate(line.dueDate, 'text'),
        usd(line.original),
        line.paid === 0 ? '' : usd(line.paid),
        usd(line.open),
        usd(line.runningBalance),
      ]
      expect(text).toContain(cells.filter((cell) => cell !== '').join(' | '))
    }
  })

  test('shows unapplied cash, and the aging band adds up to the total', async () => {
    const statement = sampleStatement(12)
    const { text } = await printed(statement)
    expect(statement.unapplied).toBeGreaterThan(0)
    expect(text).toContain(`Open charges | ${usd(statement.total + statement.unapplied)}`)
    expect(text).toContain(`Unapplied cash and credits | ${usd(-statement.unapplied)}`)
    expect(text).toContain('Current | 1-30 | 31-60 | 61-90 | Over 90 | Unapplied | Total')
    const band = [...statement.aging.buckets, -statement.unapplied, statement.total]
    expect(text).toContain(band.map(usd).join(' | '))
  })

  test('leaves the unapplied column out where credits age by their own date', async () => {
    const statement = sampleStatement(6, { aging: { labels: ['Current', 'Late'], buckets: [0, 0] }, total: 0 })
    expect((await printed(statement)).text).toContain('Current | Late | Total')
  })

  test('carries a remittance slip at the foot of the first page, and of no other', async () => {
    const statement = sampleStatement(40)
    const { pages } = await printed(statement)
    const slipTop = papers.letter.height - papers.letter.slipHeight
    expect(pages.length).toBeGreaterThan(1)
    expect(pages[0]?.find('Remittance')?.y).toBeGreaterThan(slipTop)
    expect(pages[0]?.lines).toContain(`Total due | USD ${usd(statement.total)}`)
    expect(pages[0]?.lines.join()).toContain('Amount paid, USD')
    expect(pages.slice(1).some((page) => page.find('Remittance'))).toBe(false)
  })

  test('balance forward opens with the balance before the first day and splits charges from credits', async () => {
    const base = sampleStatement(10)
    const statement: Statement = {
      ...base,
      form: 'balance_forward',
      from: base.lines[0]?.date ?? null,
      openingBalance: 50_000,
      lines: base.lines.map((line) => ({ ...line, runningBalance: line.runningBalance + 50_000 })),
    }
    const { text } = await printed(statement)
    expect(text).toContain('Activity from 31 May 2025 to 30 Jun 2025')
    expect(text).toContain('Date | Document | Reference | Due date | Charges | Credits | Balance')
    expect(text).toContain('Balance brought forward | 500.00')
    expect(text).toContain(`Receipt RCT-10408 | ${usd(-17_848)} |`)
  })

  test('a credit balance asks for no payment', async () => {
    const receipt = {
      date: sampleStatement(0).statementDate,
      kind: 'receipt' as const,
      number: 'RCT-1',
      reference: 'check 4417',
      dueDate: null,
      original: -12_345,
      paid: 0,
      open: -12_345,
      openInBase: null,
      runningBalance: -12_345,
    }
    const statement = sampleStatement(0, { lines: [receipt], total: -12_345, unapplied: 12_345 })
    const { text } = await printed(statement)
    expect(text).toContain('Credit balance | -123.45')
    expect(text).toContain('No payment is due.')
    const parentheses = await statementPdf(statement, { paper: 'letter', amounts: { negative: 'parentheses' } })
    expect((await readPdf(parentheses.pdf)).text).toContain('(123.45) | (123.45) | (123.45)')
  })

  test('a customer without open items gets a statement that says so', async () => {
    const { text, pages } = await printed(sampleStatement(0))
    expect(text).toContain('No open items.')
    expect(text).toContain('Total due | 0.00')
    expect(pages).toHaveLength(1)
  })

  test('amounts follow the currency: yen have no decimals', async () => {
    expect((await printed(sampleStatement(1, { currency: 'JPY' }))).text).toContain('100,000 | 100,000 | 100,000')
  })
})

describe('pages', () => {
  test.each([
    { lines: 1, pages: 1 },
    { lines: 13, pages: 1 },
    { lines: 25, pages: 2 },
    { lines: 400, pages: 11 },
  ])('$lines lines take $pages pages', async ({ lines, pages }) => {
    const statement = sampleStatement(lines)
    const made = await statementPdf(statement, { paper: 'letter' })
    const read = await readPdf(made.pdf)
    expect(made.pages).toBe(pages)
    expect(read.pages).toHaveLength(pages)
    for (const { number } of statement.lines) expect(read.text).toContain(number)
  })

  test('every later page repeats the column titles and says which page of how many it is', async () => {
    const { pages } = await printed(sampleStatement(120))
    expect(pages[0]?.lines).toContain(`Page | 1 of ${pages.length}`)
    pages.slice(1).forEach((page, index) => {
      expect(page.lines[0]).toContain(`Page ${index + 2} of ${pages.length}`)
      expect(page.lines[0]).toContain('NORTH01 Northgate Foods Ltd')
      expect(page.lines[1]).toBe('Date | Document | Reference | Due date | Original | Paid | Open | Balance')
    })
    pages.slice(0, -1).forEach((page, index) => {
      expect(page.lines.join('\n')).toContain(`Continued on page ${index + 2}`)
    })
  })

  test('totals never stand alone on a sheet', async () => {
    for (const lines of [11, 12, 13, 14, 19, 20, 21, 22, 23, 54, 55, 56, 57, 58, 59]) {
      const { pages } = await printed(sampleStatement(lines))
      const last = pages.at(-1)
      expect(last?.find('Aging on'), `${lines} lines`).not.toBeNull()
      expect(last?.lines.filter((line) => /INV-|RCT-/.test(line)).length, `${lines} lines`).toBeGreaterThan(0)
    }
  })

  test.each(['letter', 'a4'] as const)(
    'on %s everything stays inside the margins and above the slip',
    async (paper) => {
      const { width, height, right, left, slipHeight } = papers[paper]
      const { pages } = await printed(sampleStatement(60), paper)
      expect(pages[0]?.width).toBeCloseTo(width, 1)
      expect(pages[0]?.height).toBeCloseTo(height, 1)
      for (const page of pages) {
        const balance = page.find('Balance')
        expect(balance?.right).toBeLessThanOrEqual(right + 0.5)
        expect(page.find('Date')?.x).toBeGreaterThanOrEqual(left - 0.5)
      }
      expect(pages[0]?.find('Continued')?.y).toBeLessThan(height - slipHeight - 8)
    },
  )
})

describe('the window envelope', () => {
  const inch = 72
  const mm = 72 / 25.4

  test('US number 10: the address shows between 2.04 and 3.17 inches down, 1/8 inch clear of the edges', async () => {
    const { pages } = await printed(sampleStatement(1))
    const name = pages[0]?.find('Northgate Foods Ltd')
    const town = pages[0]?.find('Worcester')
    expect(name?.x).toBeGreaterThanOrEqual((7 / 8 + 1 / 8) * inch)
    expect((name?.y ?? 0) - 10).toBeGreaterThanOrEqual((2.04 + 1 / 8) * inch - 3)
    expect(town?.y).toBeLessThanOrEqual((3.17 - 1 / 8) * inch)
  })

  test('DL by DIN 5008 form B: the address shows between 62.7 and 90 mm down, 25 mm from the left', async () => {
    const { pages } = await printed(sampleStatement(1), 'a4')
    expect(pages[0]?.find('Northgate Foods Ltd')?.x).toBeCloseTo(25 * mm, 0)
    expect(pages[0]?.find('Northgate Foods Ltd')?.y).toBeGreaterThan(62.7 * mm)
    expect(pages[0]?.find('01608 Worcester')?.y).toBeLessThan(90 * mm)
  })
})

describe('what may go wrong with text', () => {
  const address = {
    line1: 'x'.repeat(100),
    line2: 'Second line, floor 12, room 44, building nine of the northern works',
    city: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
    region: 'Ynys Môn',
    postalCode: 'LL61 5UJ',
    country: 'United Kingdom',
  }

  test('very long names and references stay inside their places', async () => {
    const customer = { id: 1, code: 'W'.repeat(32), name: 'W'.repeat(200), address }
    const base = sampleStatement(20)
    const lines = base.lines.map((line) => ({
      ...line,
      reference: 'R'.repeat(64),
      number: `${line.number}-${'9'.repeat(40)}`,
    }))
    const statement = sampleStatement(20, { customer, lines, message: 'Long message. '.repeat(70).trim() })
    const { pages, text } = await printed(statement)
    expect(text.replace(/\W/g, '').match(/R{5,}/)).not.toBeNull()
    const due = pages[0]?.find('Due date')
    for (const page of pages) expect(page.find('RRR')?.right).toBeLessThanOrEqual((due?.x ?? 0) - 1)
    expect(pages[0]?.find('UNITED KINGDOM')?.y).toBeLessThan(
      papers.letter.addressWindow.y + papers.letter.addressWindow.height,
    )
  })

  test('amounts as large as the ledger holds are printed whole', async () => {
    const base = sampleStatement(3)
    const large = 9_000_000_000_000_000
    const lines = base.lines.map((line) => ({ ...line, original: large, paid: 0, open: large, runningBalance: large }))
    const statement = { ...base, lines, total: large, unapplied: 0, aging: { labels: ['Current'], buckets: [large] } }
    const { text } = await printed(statement)
    expect(text).toContain('90,000,000,000,000.00 | 90,000,000,000,000.00 | 90,000,000,000,000.00')
    expect(text).toContain('Total due | 90,000,000,000,000.00')
  })

  test('Greek, Cyrillic, Polish and Vietnamese names are set in the same typeface', async () => {
    const name = 'Παπαδόπουλος Жуковский Łódź Đặng ἄλφα “€”'
    const customer = { ...sampleStatement(0).customer, name }
    const made = await statementPdf(sampleStatement(1, { customer }), { paper: 'a4' })
    const { text } = await readPdf(made.pdf)
    expect(made.unprintable).toEqual([])
    expect(text.replaceAll(' | ', '').replaceAll(' ', '')).toContain(name.replaceAll(' ', ''))
  })

  test('a character that no typeface has is a visible box, is reported, and keeps its meaning for a reader that speaks', async () => {
    const customer = { ...sampleStatement(0).customer, name: 'Tokyo 😀🦄 Trading' }
    const made = await statementPdf(sampleStatement(1, { customer }), { paper: 'letter' })
    const plain = await statementPdf(sampleStatement(1), { paper: 'letter' })
    expect(made.unprintable).toEqual(['😀', '🦄'])
    expect(plain.unprintable).toEqual([])
    expect((await readPdf(made.pdf)).text).toContain('Tokyo')
  })

  test('markup and direction marks are text like any other', async () => {
    const customer = { ...sampleStatement(0).customer, name: '<script>alert(1)</script> ) Tj (\u202Egnp.exe & "Sons"' }
    const { text } = await printed(sampleStatement(1, { customer }))
    expect(text).toContain('<script>alert(1)</script>')
    expect(text).toContain(') Tj (gnp.exe')
    expect(text).not.toContain('\u202E')
  })
})

describe('the file', () => {
  test('the same statement gives the same bytes, whenever it is printed', async () => {
    const statement = sampleStatement(30)
    const first = await statementPdf(statement, { paper: 'letter' })
    // Other statements in between leave nothing behind.
    await statementPdf(sampleStatement(3, { customer: { ...statement.customer, name: 'Ελλάς Łódź' } }), { paper: 'a4' })
    const second = await statementPdf(structuredClone(statement), { paper: 'letter' })
    expect(Buffer.from(second.pdf).equals(Buffer.from(first.pdf))).toBe(true)
  })

  test('is tagged: title, sections, a table with header cells, and a listener is spared what only repeats', async () => {
    const statement = sampleStatement(60)
    const { pages, tagged, title } = await printed(statement)
    const roles = pages[0]?.roles ?? []
    const lastRoles = pages.at(-1)?.roles ?? []
    expect(tagged).toBe(true)
    expect(title).toBe('Statement NORTH01 2025-06-30')
    expect(roles.slice(0, 5)).toEqual(['Root', 'Document', 'Sect', 'H1', 'P'])
    // One table over all pages, its titles tagged once; the last page adds the aging band's.
    expect(roles.filter((role) => role === 'Table')).toHaveLength(1)
    expect(roles.filter((role) => role === 'TH')).toHaveLength(8)
    expect(roles.filter((role) => role === 'TD')).toHaveLength(60 * 8)
    expect(lastRoles.filter((role) => role === 'TH')).toHaveLength(8 + 7)
    expect(roles.filter((role) => role === 'H2')).toHaveLength(1)
  })

  test('claims PDF/UA, names its language, and holds no script, link or file', async () => {
    const { pdf } = await statementPdf(
      sampleStatement(2, { customer: { ...sampleStatement(0).customer, code: 'A&B<1>' } }),
      { paper: 'a4' },
    )
    const source = Buffer.from(pdf).toString('latin1')
    expect(source).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(source).toContain('/Lang (en)')
    expect(source).toContain('Statement A B 1 2025-06-30')
    expect(source).not.toMatch(/\/JavaScript|\/URI|\/Launch|\/EmbeddedFile\b|\/AcroForm/)
  })
})
