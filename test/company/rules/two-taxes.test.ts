import { describe, expect, test } from 'vitest'
import { decideCredit } from '../../../src-shared/ledger/rules/crediting/crediting.ts'
import {
  invoiceTotals,
  type InvoiceInput,
  type LineTax,
} from '../../../src-shared/ledger/rules/document-totals/invoice-totals.ts'
import {
  chargedOn,
  combinedRate,
  problemOfCode,
  taxesOn,
  taxesWithin,
} from '../../../src-shared/company/rules/tax/tax-code.ts'

const gst = { taxCode: 'GST', rate: 5_000_000, onEarlier: false } as const
const qst = { taxCode: 'QST', rate: 9_975_000, onEarlier: false } as const
/** Quebec until 2012: the second tax on the first as well. */
const qstOnGst = { taxCode: 'QST', rate: 9_500_000, onEarlier: true } as const

const line = (price: number, taxes: readonly LineTax[], quantity = 1) => ({
  quantity: quantity * 1_000_000,
  unitPrice: Math.round(price * 1_000_000),
  discountPercent: 0,
  taxes,
})
const totalsOf = (lines: readonly ReturnType<typeof line>[], rest: Partial<InvoiceInput> = {}) =>
  invoiceTotals({ currency: 'CAD', lines, pricesIncludeTax: false, taxRounding: 'line', ...rest })

describe('two taxes on one line', () => {
  test('GST 5% and QST 9.975% on 100.00 are 5.00 and 9.98, reported apart', () => {
    expect(totalsOf([line(100, [gst, qst])])).toMatchObject({
      net: 10_000,
      tax: 1498,
      total: 11_498,
      taxes: [
        { taxCode: 'GST', rate: 5_000_000, base: 10_000, tax: 500 },
        { taxCode: 'QST', rate: 9_975_000, base: 10_000, tax: 998 },
      ],
    })
  })

  test('where the second is charged on the first, it is charged on 105.00', () => {
    const { taxes, total } = totalsOf([line(100, [gst, qstOnGst])])
    expect(taxes).toEqual([
      { taxCode: 'GST', rate: 5_000_000, base: 10_000, tax: 500 },
      { taxCode: 'QST', rate: 9_500_000, base: 10_500, tax: 998 },
    ])
    expect(total).toBe(11_498)
  })

  test('a line with one of them adds to the same tax', () => {
    const { taxes, lines } = totalsOf([line(100, [gst, qst]), line(40, [gst]), line(7, [])])
    expect(taxes).toEqual([
      { taxCode: 'GST', rate: 5_000_000, base: 14_000, tax: 700 },
      { taxCode: 'QST', rate: 9_975_000, base: 10_000, tax: 998 },
    ])
    expect(lines.map(({ taxes: each }) => each)).toEqual([[500, 998], [200], []])
  })

  test('per document, a tax is rounded once for all lines it is charged on, whatever their codes', () => {
    const lines = [line(6.7, [gst, qst]), line(6.7, [gst])]
    expect(totalsOf(lines).taxes.map(({ tax }) => tax)).toEqual([34 + 34, 67])
    const { taxes, lines: each } = totalsOf(lines, { taxRounding: 'document' })
    expect(taxes.map(({ tax }) => tax)).toEqual([67, 67])
    expect(each.map(({ taxes: shares }) => shares)).toEqual([[34, 67], [33]])
  })

  test('per document, what is charged on an earlier tax takes it as it was shared out', () => {
    const { taxes, total, net } = totalsOf([line(3.33, [gst, qstOnGst]), line(3.33, [gst, qstOnGst])], {
      taxRounding: 'document',
    })
    expect(taxes).toEqual([
      { taxCode: 'GST', rate: 5_000_000, base: 666, tax: 33 },
      { taxCode: 'QST', rate: 9_500_000, base: 699, tax: 66 },
    ])
    expect(total).toBe(net + 33 + 66)
  })

  test.each(['line', 'document'] as const)(
    '114.98 with both inside is 100.00, 5.00 and 9.98, rounded per %s',
    (taxRounding) => {
      for (const taxes of [
        [gst, qst],
        [gst, qstOnGst],
      ]) {
        const totals = totalsOf([line(114.98, taxes)], { pricesIncludeTax: true, taxRounding })
        expect(totals).toMatchObject({ net: 10_000, total: 11_498 })
        expect(totals.taxes.map(({ tax }) => tax)).toEqual([500, 998])
      }
    },
  )

  test.each([
    ['JPY', 1234, [62, 123]],
    ['KWD', 1.234, [62, 123]],
  ])('in %s the minor unit is the currency’s', (currency, price, expected) => {
    expect(totalsOf([line(price, [gst, qst])], { currency }).taxes.map(({ tax }) => tax)).toEqual(expected)
  })
})

describe('tax per document with prices that include it', () => {
  test('2 lines of 5.05 at 10%: rounded per line 0.92, per document 0.92 of 10.10; the lines add up', () => {
    const t10 = { taxCode: 'T10', rate: 10_000_000, onEarlier: false }
    const lines = [line(5.08, [t10]), line(5.08, [t10]), line(5.08, [t10])]
    expect(totalsOf(lines, { pricesIncludeTax: true }).tax).toBe(138)
    const once = totalsOf(lines, { pricesIncludeTax: true, taxRounding: 'document' })
    expect(once).toMatchObject({ tax: 139, net: 1385, total: 1524 })
    expect(once.lines.map(({ tax }) => tax)).toEqual([47, 46, 46])
  })

  test('with a document discount, a negative line and several codes, total is what the lines come to', () => {
    const t20 = { taxCode: 'T20', rate: 20_000_000, onEarlier: false }
    const lines = [
      line(100, [gst, qst]),
      line(-12.35, [gst]),
      line(33.33, [t20]),
      line(1.99, [gst, qstOnGst]),
      line(5, []),
    ]
    const totals = totalsOf(lines, { pricesIncludeTax: true, taxRounding: 'document', documentDiscountAmount: 777 })
    expect(totals.total).toBe(10_000 - 1235 + 3333 + 199 + 500 - 777)
    expect(totals.lines.reduce((sum, { net }) => sum + net, 0)).toBe(totals.net)
    expect(totals.taxes.reduce((sum, { tax }) => sum + tax, 0)).toBe(totals.tax)
  })
})

describe('a tax code of several taxes', () => {
  test('comes to its taxes together', () => {
    expect(combinedRate([gst, qst])).toBe(14_975_000)
    expect(combinedRate([gst, qstOnGst])).toBe(14_975_000)
    expect(chargedOn([gst, qstOnGst])).toEqual([100_000_000, 105_000_000])
  })

  test('of three taxes the net is found that comes to the price, where rounding each part alone would miss it', () => {
    const rates = [5, 7, 9.975].map((rate) => ({ rate: rate * 1_000_000, onEarlier: false }))
    expect(taxesOn(436, rates)).toEqual([22, 31, 43])
    expect(taxesWithin(532, rates)).toEqual([22, 31, 43])
    const onTop = [5, 9.5, 8].map((rate, index) => ({ rate: rate * 1_000_000, onEarlier: index > 0 }))
    expect(taxesOn(2210, onTop)).toEqual([111, 220, 203])
    expect(taxesWithin(2744, onTop)).toEqual([111, 220, 203])
  })

  test('within an amount that no net comes to with its taxes, each tax is its exact part', () => {
    const half = { rate: 50_000_000, onEarlier: false }
    // 1 + 1 + 1 = 3 and 2 + 1 + 1 = 4; nothing comes to 5 or 2.
    expect(taxesOn(1, [half, half])).toEqual([1, 1])
    expect(taxesWithin(2, [half, half])).toEqual([1, 1])
    expect(taxesWithin(3, [half, half])).toEqual([1, 1])
    expect(taxesWithin(-3, [half, half])).toEqual([-1, -1])
  })

  test.each([
    [[{ ...gst, key: 'G' }], 'too_few', 'taxes'],
    [[gst, gst].map((tax) => ({ ...tax, key: 'G' })), 'twice', 'taxes.1.taxCodeId'],
    [
      [
        { ...qstOnGst, key: 'Q' },
        { ...gst, key: 'G' },
      ],
      'first_on_earlier',
      'taxes.0.onEarlier',
    ],
    [
      [60, 50].map((rate) => ({ rate: rate * 1_000_000, onEarlier: false, key: String(rate) })),
      'over_hundred',
      'taxes',
    ],
  ])('is refused when it cannot be charged', (taxes, kind, path) => {
    expect(problemOfCode(taxes)).toEqual({ kind, path })
  })
})

describe('a credit note for part of a line with two taxes', () => {
  test('takes back its part of each, and all of it in pieces comes to the whole', () => {
    const taxes = [
      { taxCodeId: 1, chargedOn: 100_000_000 },
      { taxCodeId: 2, chargedOn: 105_000_000 },
    ]
    const billed = { lineNo: 1, quantity: 3_000_000, net: 10_000, documentDiscount: 0, taxCodeId: 9, taxes }
    let state = { quantity: 0, net: 0, tax: [0, 0], base: [0, 0] }
    for (let piece = 0; piece < 3; piece += 1) {
      const lines = [{ ...billed, creditedQuantity: state.quantity, creditedNet: state.net, creditedDiscount: 0 }]
      const decided = decideCredit(
        lines,
        [
          {
            taxCodeId: 1,
            rate: 5_000_000,
            base: 10_000,
            tax: 500,
            creditedBase: state.base[0] ?? 0,
            creditedTax: state.tax[0] ?? 0,
          },
          {
            taxCodeId: 2,
            rate: 9_500_000,
            base: 10_500,
            tax: 998,
            creditedBase: state.base[1] ?? 0,
            creditedTax: state.tax[1] ?? 0,
          },
        ],
        [{ lineNo: 1, quantity: 1_000_000 }],
      )
      if (!decided.ok) throw new Error(decided.refusal.code)
      const { credit } = decided
      expect(credit.taxes.map(({ tax }) => tax)).toEqual(
        [
          [167, 333],
          [166, 332],
          [167, 333],
        ][piece],
      )
      state = {
        quantity: state.quantity + 1_000_000,
        net: state.net + (credit.lines[0]?.net ?? 0),
        tax: state.tax.map((sum, index) => sum + (credit.taxes[index]?.tax ?? 0)),
        base: state.base.map((sum, index) => sum + (credit.taxes[index]?.base ?? 0)),
      }
    }
    expect(state).toEqual({ quantity: 3_000_000, net: 10_000, tax: [500, 998], base: [10_000, 10_500] })
  })
})

test('lines that nearly cancel out each keep their own tax within prices', () => {
  const lines = [line(1225.6, [gst, qst], -1), line(1225.75, [gst, qstOnGst])]
  const totals = totalsOf(lines, { pricesIncludeTax: true, taxRounding: 'document' })
  // They bear -53.2985 and 53.3050 of GST, 0.01 in all. In the proportion of that sum each would bear 81.71.
  expect(totals.lines.map(({ taxes }) => taxes[0])).toEqual([-5329, 5330])
  expect(totals.taxes[0]).toMatchObject({ taxCode: 'GST', tax: 1 })
})
