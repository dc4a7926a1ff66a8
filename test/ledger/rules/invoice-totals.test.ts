import { describe, expect, test } from 'vitest'
import { invoiceTotals } from '../../../src-shared/ledger/rules/document-totals/invoice-totals.ts'
import type { InvoiceInput, InvoiceLine } from '../../../src-shared/ledger/rules/document-totals/invoice-totals.ts'
import { splitDiscount, taxLines } from '../../../src-shared/company/rules/tax/tax.ts'

const percent = (n: number): number => n * 1_000_000
const line = (unitPrice: number, rate: number | null, rest: Partial<InvoiceLine> = {}): InvoiceLine => ({
  quantity: 1_000_000,
  unitPrice: Math.round(unitPrice * 1_000_000),
  discountPercent: 0,
  taxes: rate === null ? [] : [{ taxCode: `T${rate}`, rate: percent(rate), onEarlier: false }],
  ...rest,
})
const invoice = (lines: readonly InvoiceLine[], rest: Partial<InvoiceInput> = {}): InvoiceInput => ({
  currency: 'USD',
  lines,
  pricesIncludeTax: false,
  taxRounding: 'line',
  ...rest,
})

describe('tax rounds per line or per document', () => {
  const lines = [line(6.7, 15), line(6.7, 15)]

  test('2 lines of 6.70 at 15%: per line 15.42', () => {
    const totals = invoiceTotals(invoice(lines))
    expect(totals).toMatchObject({ net: 1340, tax: 202, total: 1542 })
    expect(totals.lines.map((each) => each.tax)).toEqual([101, 101])
  })

  test('2 lines of 6.70 at 15%: per document 15.41, and the lines still add up', () => {
    const totals = invoiceTotals(invoice(lines, { taxRounding: 'document' }))
    expect(totals).toMatchObject({ net: 1340, tax: 201, total: 1541 })
    expect(totals.lines.map((each) => each.tax)).toEqual([101, 100])
    expect(totals.taxes).toEqual([{ taxCode: 'T15', rate: percent(15), base: 1340, tax: 201 }])
  })

  test('per document, each code and rate rounds on its own', () => {
    const mixed = [line(6.7, 15), line(3.35, 10), line(6.7, 15), line(3.35, 10), line(5, null), line(8, 0)]
    const totals = invoiceTotals(invoice(mixed, { taxRounding: 'document' }))
    expect(totals.taxes).toEqual([
      { taxCode: 'T15', rate: percent(15), base: 1340, tax: 201 },
      { taxCode: 'T10', rate: percent(10), base: 670, tax: 67 },
      { taxCode: 'T0', rate: 0, base: 800, tax: 0 },
    ])
    expect(totals.lines.map((each) => each.tax)).toEqual([101, 34, 100, 33, 0, 0])
    expect(totals).toMatchObject({ net: 3310, tax: 268, total: 3578 })
  })
})

describe('a discount on the document lowers its tax', () => {
  test('100 less 10 at 10%, exclusive: tax 9.00, total 99.00', () => {
    const totals = invoiceTotals(invoice([line(100, 10)], { documentDiscountAmount: 1000 }))
    expect(totals).toMatchObject({ documentDiscount: 1000, net: 9000, tax: 900, total: 9900 })
  })

  test('100 less 10 at 10%, inclusive: total 90.00 of which tax 8.18', () => {
    const totals = invoiceTotals(invoice([line(100, 10)], { documentDiscountAmount: 1000, pricesIncludeTax: true }))
    expect(totals).toMatchObject({ documentDiscount: 1000, net: 8182, tax: 818, total: 9000 })
  })

  test('a percentage is the same as its amount', () => {
    const totals = invoiceTotals(invoice([line(100, 10)], { documentDiscountPercent: percent(10) }))
    expect(totals).toMatchObject({ documentDiscount: 1000, total: 9900 })
  })

  test('it is shared among the lines by the largest remainder', () => {
    const totals = invoiceTotals(invoice([line(1, 10), line(1, null), line(1, 10)], { documentDiscountAmount: 100 }))
    expect(totals.lines).toEqual([
      { amount: 100, documentDiscount: 34, net: 66, taxes: [7], tax: 7, gross: 73 },
      { amount: 100, documentDiscount: 33, net: 67, taxes: [], tax: 0, gross: 67 },
      { amount: 100, documentDiscount: 33, net: 67, taxes: [7], tax: 7, gross: 74 },
    ])
    expect(totals.total).toBe(214)
  })

  test('it is a percentage or an amount, not both', () => {
    const both = invoice([line(1, null)], { documentDiscountAmount: 1, documentDiscountPercent: 1 })
    expect(() => invoiceTotals(both)).toThrow('a percentage or an amount: give one of them')
  })

  test('an amount cannot be taken off lines that add up to nothing', () => {
    const nothing = invoice([line(1, null), line(-1, null)], { documentDiscountAmount: 100 })
    expect(() => invoiceTotals(nothing)).toThrow('add up to nothing')
  })
})

describe('other invoices', () => {
  test('without lines all is zero', () => {
    expect(invoiceTotals(invoice([]))).toEqual({
      lines: [],
      taxes: [],
      net: 0,
      tax: 0,
      total: 0,
      documentDiscount: 0,
    })
  })

  test('a line discount comes before tax', () => {
    const totals = invoiceTotals(invoice([line(50, 20, { quantity: 3_000_000, discountPercent: percent(10) })]))
    expect(totals).toMatchObject({ net: 13_500, tax: 2700, total: 16_200 })
  })

  test('a returned line lowers tax as well', () => {
    const totals = invoiceTotals(invoice([line(10, 15), line(-6.7, 15)], { taxRounding: 'document' }))
    expect(totals).toMatchObject({ net: 330, tax: 50, total: 380 })
    expect(totals.lines.map((each) => each.tax)).toEqual([150, -100])
  })

  test('amounts have the digits of the currency', () => {
    expect(invoiceTotals(invoice([line(1234, 10)], { currency: 'JPY' }))).toMatchObject({ net: 1234, tax: 123 })
    expect(invoiceTotals(invoice([line(1.2345, 5)], { currency: 'KWD' }))).toMatchObject({ net: 1235, tax: 62 })
  })
})

describe('tax on a single amount', () => {
  test.each([
    [1000, percent(15), false, { net: 1000, taxes: [150] }],
    [1150, percent(15), true, { net: 1000, taxes: [150] }],
    [1000, null, false, { net: 1000, taxes: [] }],
    [1000, null, true, { net: 1000, taxes: [] }],
    [-670, percent(15), false, { net: -670, taxes: [-101] }],
  ])('%i at %s, included %s', (amount, rate, includesTax, result) => {
    const taxes = rate === null ? [] : [{ key: 'T', rate, onEarlier: false }]
    for (const rounding of ['line', 'document'] as const)
      expect(taxLines([{ amount, taxes }], includesTax, rounding)).toEqual([result])
  })

  test('included tax rounded on the whole is shared out too', () => {
    const taxes = [{ key: 'T', rate: percent(10), onEarlier: false }]
    const taxesOf = (amounts: readonly number[]) =>
      taxLines(
        amounts.map((amount) => ({ amount, taxes })),
        true,
        'document',
      ).map((share) => share.taxes)
    expect(taxesOf([100, 100, 100])).toEqual([[9], [9], [9]])
    expect(taxesOf([50, 51])).toEqual([[4], [5]])
  })
})

describe('an early payment discount may lower revenue and tax', () => {
  test('200 + 18% = 236, 10% discount: pay 212.40; 23.60 is 20.00 revenue and 3.60 tax', () => {
    const { net, taxes, total } = invoiceTotals(invoice([line(200, 18)]))
    expect(total).toBe(23_600)
    const split = splitDiscount(2360, { net, taxes: taxes.map((each) => each.tax) }, true)
    expect(split).toEqual({ revenue: 2000, taxes: [360] })
    expect(total - 2360).toBe(21_240)
  })

  test('where the setting says so, tax stays as it is', () => {
    expect(splitDiscount(2360, { net: 20_000, taxes: [3600, 0] }, false)).toEqual({ revenue: 2360, taxes: [0, 0] })
  })

  test('a document without tax gives revenue only', () => {
    expect(splitDiscount(200, { net: 10_000, taxes: [] }, true)).toEqual({ revenue: 200, taxes: [] })
  })
})
