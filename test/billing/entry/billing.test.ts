import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { OpenItem } from '../../../src-shared/ledger/contract/open-items.ts'
import { checkBilling } from '../../../src-renderer/billing/entry/check.ts'
import { billingDraft, blankBilling, isBlankBilling, withCustomer } from '../../../src-renderer/billing/entry/entry.ts'
import type { BillingEntry } from '../../../src-renderer/billing/entry/entry.ts'
import { appliedOf, crossingOf, isGone } from '../../../src-renderer/billing/entry/applying.ts'
import {
  billingFieldOf,
  creditNoteToPost,
  invoiceToPost,
  linesToPost,
} from '../../../src-renderer/billing/entry/input.ts'
import { exchangeRate } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { discountText, readDiscount } from '../../../src-renderer/billing/entry/discount.ts'
import { newLine, withProduct } from '../../../src-renderer/billing/entry/line.ts'
import type { EntryLine } from '../../../src-renderer/billing/entry/line.ts'
import { entryTotals } from '../../../src-renderer/billing/entry/totals.ts'
import { formatFor } from '../../../src-renderer/ui/conventions.tsx'
import type { Conventions } from '../../../src-renderer/ui/conventions.tsx'
import type { BillingTerms } from '../../../src-renderer/billing/entry/totals.ts'
import { openItem } from '../../renderer/entry/items.ts'
import { taxCodeRow } from './tax-code-row.ts'

const one = 1_000_000
const conventionsFor = (decimal: '.' | ','): Conventions => ({
  workDate: calendarDate('2025-06-30'),
  dateOrder: 'mdy',
  dateStyle: 'text',
  decimal,
  group: decimal === '.' ? ',' : '.',
  negative: 'minus',
  grouping: 'thousands',
  weekStart: 1,
})
const cedar = { key: '7', code: 'CEDAR01', name: 'Cedar & Sons' }
const terms: BillingTerms = {
  currency: 'USD',
  taxRounding: 'line',
  cashRounding: { cashRounding: 'off', cashRoundingStep: 5 },
  baseCurrency: 'USD',
  customerTaxCodeId: 2,
  companyTaxCodeId: null,
  products: [
    {
      id: 5,
      version: 1,
      code: 'BOX',
      name: 'Boxes',
      unitPrice: 3 * one,
      taxCodeId: null,
      accountId: 4000,
      earnsDiscount: true,
    },
  ],
  taxCodes: [taxCodeRow(1, 'NONE', 'No tax', 0), taxCodeRow(2, 'STD', 'Standard 10%', 10 * one)],
}
const line = (changes: Partial<EntryLine> = {}): EntryLine => ({
  ...newLine(),
  description: 'Boxes',
  unitPrice: 3 * one,
  ...changes,
})
const invoice = (changes: Partial<BillingEntry> = {}): BillingEntry => ({
  ...blankBilling({
    commandUid: 'uid',
    customer: cedar,
    documentDate: calendarDate('2025-06-30'),
    pricesIncludeTax: false,
  }),
  ...changes,
})
const checked = (entry: BillingEntry, settleable: readonly OpenItem[] = []) =>
  checkBilling(entry, { kind: 'invoice', totals: entryTotals(entry, terms), settleable })
const totalOf = (entry: BillingEntry) => {
  const result = entryTotals(entry, terms)
  return result.ok ? result.totals : null
}

describe('the totals while typing', () => {
  test('follow the lines, taxed as the customer usually is', () => {
    expect(totalOf(invoice({ lines: [line({ quantity: 4 * one })] }))).toMatchObject({
      net: 1200,
      tax: 120,
      total: 1320,
    })
  })
  test('keep one line of figures for each line of the entry, blank ones too', () => {
    expect(totalOf(invoice({ lines: [newLine(), line()] }))?.lines.map(({ amount }) => amount)).toEqual([0, 300])
  })
  test('count nothing for what is not typed yet', () => {
    expect(totalOf(invoice({ lines: [line({ quantity: null })] }))?.total).toBe(0)
  })
  test('leave a line untaxed when the clerk says so', () => {
    expect(totalOf(invoice({ lines: [line({ taxChoice: null })] }))?.total).toBe(300)
  })
  test('give up when an amount is beyond what the ledger holds', () => {
    const huge = { quantity: 9e15, unitPrice: 9e15 }
    expect(entryTotals(invoice({ lines: [line(huge)] }), terms)).toEqual({ ok: false })
  })
  test.each([
    ['percent', { kind: 'percent', percent: 10 * one }, false, 9900],
    ['amount', { kind: 'amount', amount: 1000 }, false, 9900],
    ['percent of prices with tax', { kind: 'percent', percent: 10 * one }, true, 9000],
  ] as const)('take the discount on the document off, as a %s', (_, documentDiscount, pricesIncludeTax, total) => {
    const entry = invoice({ lines: [line({ unitPrice: 100 * one })], documentDiscount, pricesIncludeTax })
    expect(totalOf(entry)).toMatchObject({ total, documentDiscount: 1000 })
  })
  test('leave out a discount that is more than the lines, which is said at its field', () => {
    const entry = invoice({ lines: [line()], documentDiscount: { kind: 'amount', amount: 301 } })
    expect(totalOf(entry)?.total).toBe(330)
    expect(Object.keys(checked(entry))).toEqual(['documentDiscount'])
  })
})

describe('posting is held back', () => {
  test('without customer, date and lines, all said at once', () => {
    const errors = checked(invoice({ customer: null, documentDate: null }))
    expect(Object.keys(errors).toSorted()).toEqual(['customerId', 'documentDate', 'lines.0.description'])
  })
  test('by an unfinished line, at its fields', () => {
    const lines = [newLine(), line({ description: ' ', quantity: null })]
    expect(Object.keys(checked(invoice({ lines })))).toEqual(['lines.1.description', 'lines.1.quantity'])
  })
  test('by a due date before the invoice date', () => {
    const errors = checked(invoice({ lines: [line()], dueDate: calendarDate('2025-06-29') }))
    expect(Object.keys(errors)).toEqual(['dueDate'])
  })
  test('by no missing rate: the table has it, or the ledger says that it has none', () => {
    expect(checked(invoice({ lines: [line()] }))).toEqual({})
  })
})

describe('what is posted', () => {
  const product = { key: '5', code: 'BOX', name: 'Boxes' }
  const entry = invoice({ lines: [newLine(), line({ product }), newLine(), line({ description: 'Delivery' })] })

  const posted = linesToPost(entry.lines, terms)

  test('leaves blank lines out and takes the account from the product', () => {
    expect(posted.lines).toMatchObject([
      { productId: 5, accountId: 4000, taxCodeId: 2, description: 'Boxes' },
      { productId: null, accountId: null, taxCodeId: 2, description: 'Delivery' },
    ])
  })
  test('of an invoice has terms and a due date', () => {
    expect(invoiceToPost(entry, posted.lines, 3)).toMatchObject({
      customerId: 7,
      termsId: 3,
      dueDate: null,
      rate: null,
      documentDiscount: null,
      draftUid: entry.draftUid,
    })
  })
  test('a line copied from a posted one keeps its account until another product is picked', () => {
    const [copied] = linesToPost([line({ product, accountId: 4100 })], terms).lines
    expect(copied?.accountId).toBe(4100)
    expect(withProduct(line({ accountId: 4100 }), product, terms.products, true).accountId).toBeNull()
  })
  test('of a credit note settles the invoice chosen, as far as both are open', () => {
    const applied = (open: number, total: number) => appliedOf(9, total, [{ documentId: 9, open } as OpenItem])
    expect(applied(100, 80)).toEqual([{ documentId: 9, amount: 80 }])
    expect(applied(50, 80)).toEqual([{ documentId: 9, amount: 50 }])
    expect(applied(50, 0)).toEqual([])
    expect(appliedOf(null, 80, [{ documentId: 9, open: 50 } as OpenItem])).toEqual([])
    const lines = [{ documentId: 9, amount: 50 }]
    expect(creditNoteToPost(entry, posted.lines, lines)?.applications).toEqual(lines)
  })
  test('of a credit note settles those due first, as far as it goes; what is disputed comes last', () => {
    const item = (documentId: number, hold: OpenItem['hold'] = null) => ({ documentId, open: 50, hold }) as OpenItem
    const items = [item(1, 'disputed'), item(2), item(3)]
    expect(appliedOf('oldest', 80, items)).toEqual([
      { documentId: 2, amount: 50 },
      { documentId: 3, amount: 30 },
    ])
    expect(appliedOf('oldest', 500, items).map(({ documentId }) => documentId)).toEqual([2, 3, 1])
    expect(isGone('oldest', items)).toBe(false)
    expect(isGone('oldest', [])).toBe(true)
    expect([isGone(2, items), isGone(9, items), isGone(null, [])]).toEqual([false, true, false])
  })
  test('of a credit note dated back leaves out what was settled on its day and is open again, unless it is chosen', () => {
    const items = [
      { ...openItem(1), open: 50, openFrom: calendarDate('2025-06-20') },
      { ...openItem(2), open: 50 },
    ]
    expect(appliedOf('oldest', 80, items)).toEqual([{ documentId: 2, amount: 50 }])
    expect(appliedOf(1, 80, items)).toEqual([{ documentId: 1, amount: 50 }])
  })
  test('a refusal of its second line is said at the fourth line of the screen', () => {
    expect(billingFieldOf('lines.1.quantity', posted.entryLines)).toBe('lines.3.quantity')
  })
  test('a refusal of the lines as a whole has no field', () => {
    expect(billingFieldOf('lines', [1, 3])).toBeNull()
    expect(billingFieldOf('dueDate', [])).toBe('dueDate')
    expect(billingFieldOf('documentDiscount.amount', [])).toBe('documentDiscount')
    expect(billingFieldOf('applications.0.amount', [])).toBe('applyToId')
  })
})

describe('a discount on the document', () => {
  const english = conventionsFor('.')
  const read = (text: string, conventions = english) => readDiscount(text, 'USD', conventions)
  test.each([
    ['10%', { kind: 'percent', percent: 10 * one }],
    [' 2.5 % ', { kind: 'percent', percent: 2_500_000 }],
    ['25.00', { kind: 'amount', amount: 2500 }],
    ['12*2+1', { kind: 'amount', amount: 2500 }],
    ['', null],
    ['0', null],
    ['0%', null],
  ] as const)('%s is read', (text, value) => {
    expect(read(text)).toEqual({ ok: true, value })
  })
  test.each(['101%', '-5%', '-5', '%', 'much'])('%s is none', (text) => {
    expect(read(text).ok).toBe(false)
  })
  test('is written as it is read, in the company’s decimals', () => {
    const comma = conventionsFor(',')
    expect(read('2,5%', comma)).toEqual({ ok: true, value: { kind: 'percent', percent: 2_500_000 } })
    expect(discountText({ kind: 'percent', percent: 2_500_000 }, 'USD', formatFor(comma))).toBe('2,5%')
    expect(discountText({ kind: 'amount', amount: 2500 }, 'USD', formatFor(comma))).toBe('25,00')
  })
})

describe('an entry', () => {
  test('forgets terms and due date that were chosen for another customer', () => {
    const entry = invoice({ termsId: 3, dueDate: calendarDate('2025-07-01'), applyToId: 9 })
    expect(withCustomer(entry, null)).toMatchObject({ termsId: null, dueDate: null, applyToId: null })
    expect(withCustomer(entry, { ...cedar })).toMatchObject({ termsId: 3, dueDate: '2025-07-01' })
  })
  test('is no draft before something is typed', () => {
    expect(isBlankBilling(invoice())).toBe(true)
    expect(isBlankBilling(invoice({ memo: 'x' }))).toBe(false)
  })
  test('comes back from a draft as it was left', () => {
    const entry = invoice({
      termsId: 3,
      applyToId: 9,
      documentDiscount: { kind: 'percent', percent: 5 * one },
      lines: [line({ taxChoice: null }), line({ taxChoice: 2, accountId: 4100 }), newLine()],
    })
    const body: unknown = JSON.parse(JSON.stringify(entry))
    const draft = { uid: entry.draftUid, kind: 'invoice', customerId: 7, title: '', body, updatedAt: '' } as const
    const back = billingDraft.read(draft, 'other')
    const keyless = ({ lines, ...head }: BillingEntry) => ({ ...head, lines: lines.map(({ key: _, ...rest }) => rest) })
    expect(keyless(back)).toEqual(keyless(entry))
  })
  test('of a shape never seen is an empty entry, not a crash', () => {
    const draft = { uid: 'd', kind: 'invoice', customerId: null, title: '', body: 5, updatedAt: '' } as const
    expect(billingDraft.read(draft, 'uid')).toMatchObject({ draftUid: 'd', commandUid: 'uid', customer: null })
  })
})

describe('a credit note on an item in another currency', () => {
  const item = { documentId: 9, currency: 'EUR', open: 100_00 } as OpenItem
  const money = { currency: 'USD', crossRates: { EUR: exchangeRate('1.1') } }
  const typed = (changes: Partial<Pick<BillingEntry, 'applyToSettles' | 'applyToRate'>> = {}) => ({
    applyToId: 9,
    applyToSettles: null,
    applyToRate: '',
    ...changes,
  })
  const applied = (total: number, changes: Parameters<typeof typed>[0] = {}) => {
    const crossing = crossingOf(typed(changes), total, [item], money)
    return appliedOf(9, total, [item], crossing)
  }

  test('settles what its amount is worth by the rate of the day, up to what is open', () => {
    expect(applied(55_00)).toEqual([{ documentId: 9, amount: 55_00, settles: 50_00 }])
    expect(applied(200_00)).toEqual([{ documentId: 9, amount: 110_00, settles: 100_00 }])
  })

  test('follows a rate or what it settles, whichever is typed', () => {
    expect(applied(60_00, { applyToRate: '1.2' })).toEqual([{ documentId: 9, amount: 60_00, settles: 50_00 }])
    expect(applied(200_00, { applyToSettles: 40_00 })).toEqual([{ documentId: 9, amount: 44_00, settles: 40_00 }])
    expect(applied(60_00, { applyToSettles: 60_00 }), 'the rate follows where the credit does not reach').toEqual([
      { documentId: 9, amount: 60_00, settles: 60_00 },
    ])
  })

  test('asks for one of both while no rate is known, and for no more than is open', () => {
    const unknown = { currency: 'USD', crossRates: {} }
    const crossing = crossingOf(typed(), 60_00, [item], unknown)
    const said = (of: typeof crossing) =>
      checkBilling(invoice({ ...typed() }), {
        kind: 'credit_note',
        totals: entryTotals(invoice(), terms),
        settleable: [item],
        crossing: of,
      })['applyToSettles']
    expect(said(crossing)).toBe('Enter what it settles in EUR, or the rate.')
    expect(said(crossingOf(typed({ applyToSettles: 100_01 }), 60_00, [item], money))).toBe('More than is open.')
    expect(said(crossingOf(typed(), 60_00, [item], money))).toBeUndefined()
    expect(billingFieldOf('applications.0.settles', [])).toBe('applyToSettles')
  })

  test('within its own currency has no rate, and those due first are of that alone', () => {
    expect(crossingOf(typed(), 60_00, [{ ...item, currency: 'USD' }], money)).toBeNull()
    expect(crossingOf({ ...typed(), applyToId: null }, 60_00, [item], money)).toBeNull()
  })
})
