import type { Statement } from '../../../src-shared/reports/contract/statements.ts'
import { addDays, calendarDate, type CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { DocumentKind } from '../../../src-shared/domain/documents.ts'
import { openItemLines, statementFoot } from '../../../src-shared/reports/rules/statement.ts'

export const STATEMENT_DATE = calendarDate('2025-06-30')
export const policy = { edges: [30, 60, 90], basis: 'due_date', credits: 'own_column' } as const

interface Item {
  readonly kind: DocumentKind
  readonly date: CalendarDate
  readonly number: string
  readonly reference: string
  readonly documentDate: CalendarDate
  readonly dueDate: CalendarDate
  readonly original: number
  readonly open: number
}

/** `count` items, dated from the newest back; every fifth is half paid, every ninth an unapplied receipt. */
function items(count: number): readonly Item[] {
  return Array.from({ length: count }, (_, index): Item => {
    const date = addDays(STATEMENT_DATE, -3 * (count - index))
    const isReceipt = index % 9 === 8
    const original = isReceipt ? -(12_000 + index * 731) : 100_000 + ((index * 48_271) % 900_000)
    return {
      kind: isReceipt ? 'receipt' : 'invoice',
      date,
      number: `${isReceipt ? 'RCT' : 'INV'}-${10_400 + index}`,
      reference: index % 3 === 0 ? `PO ${7700 + index}` : '',
      documentDate: date,
      dueDate: isReceipt ? date : addDays(date, 30),
      original,
      open: index % 5 === 4 && !isReceipt ? original - Math.floor(original / 2) : original,
    }
  })
}

/** An open-item statement with `count` lines, as the ledger would give it. */
export function sampleStatement(count: number, over: Partial<Statement> = {}): Statement {
  const lines = openItemLines(items(count))
  const foot = statementFoot(lines, STATEMENT_DATE, policy)
  return {
    form: 'open_item',
    company: {
      name: 'Harbor Paper & Packaging',
      address: '12 Quay Street\nPortland, ME 04101',
      phone: '+1 207 555 0142',
      email: 'accounts@harborpaper.example',
    },
    customer: {
      id: 1,
      code: 'NORTH01',
      name: 'Northgate Foods Ltd',
      address: {
        line1: 'Accounts Payable',
        line2: '480 Commerce Way, Suite 210',
        city: 'Worcester',
        region: 'MA',
        postalCode: '01608',
        country: '',
      },
    },
    currency: 'USD',
    otherCurrencies: [],
    statementDate: STATEMENT_DATE,
    from: null,
    openingBalance: 0,
    openingInBase: null,
    lines: lines.map(({ date, kind, number, reference, dueDate, original, paid, open, runningBalance }) => ({
      date,
      kind,
      number,
      reference,
      dueDate,
      original,
      paid,
      open,
      openInBase: null,
      runningBalance,
    })),
    unapplied: foot.unapplied,
    aging: { labels: foot.labels, buckets: foot.buckets },
    pastDue: foot.pastDue,
    total: foot.total,
    inBase: null,
    message: 'Thank you for your business.',
    ...over,
  }
}
