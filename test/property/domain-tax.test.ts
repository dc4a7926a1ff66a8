import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { invoiceTotals } from '../../src-shared/ledger/rules/document-totals/invoice-totals.ts'
import { taxesOn, taxesWithin } from '../../src-shared/company/rules/tax/tax-code.ts'
import { holds } from './holds.ts'

const rate = fc.constantFrom(0, 5_000_000, 7_000_000, 9_500_000, 9_975_000, 15_000_000, 33_333_333, 45_000_000)
const code = fc
  .array(fc.record({ rate, onEarlier: fc.boolean() }), { maxLength: 3 })
  .map((taxes) => taxes.map((tax, index) => ({ ...tax, onEarlier: index > 0 && tax.onEarlier })))
const amount = fc.oneof(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }))
const sum = (amounts: readonly number[]): number => amounts.reduce((total, each) => total + each, 0)

describe('the taxes of one amount', () => {
  test('within an amount they are those on the net that is found, wherever a net comes to that amount', () => {
    holds(
      fc.property(code, amount, (taxes, net) => {
        const on = taxesOn(net, taxes)
        expect(taxesWithin(sum([net, ...on]), taxes)).toEqual(on)
      }),
    )
  })

  test('parts add up, none is further from its exact part than its own rounding, and signs turn everything around', () => {
    holds(
      fc.property(code, amount, (taxes, gross) => {
        const within = taxesWithin(gross, taxes)
        // Number arithmetic of its own, exact enough for a hundredth of a minor unit here.
        const parts: number[] = []
        for (const tax of taxes) parts.push((tax.rate / 1e8) * (tax.onEarlier ? 1 + sum(parts) : 1))
        const exact = parts.map((part) => (gross * part) / (1 + sum(parts)))
        within.forEach((tax, index) => expect(Math.abs(tax - (exact[index] ?? 0))).toBeLessThan(1.01))
        expect(taxesWithin(0 - gross, taxes)).toEqual(within.map((tax) => 0 - tax))
      }),
    )
  })
})

/** Codes as a company has them: some taxes are in several codes. */
const CODES = [
  [],
  [{ taxCode: 'GST', rate: 5_000_000, onEarlier: false }],
  [
    { taxCode: 'GST', rate: 5_000_000, onEarlier: false },
    { taxCode: 'QST', rate: 9_975_000, onEarlier: false },
  ],
  [
    { taxCode: 'GST', rate: 5_000_000, onEarlier: false },
    { taxCode: 'OLDQST', rate: 9_500_000, onEarlier: true },
  ],
  [{ taxCode: 'STD', rate: 20_000_000, onEarlier: false }],
]

const invoice = fc.record({
  currency: fc.constantFrom('USD', 'JPY', 'KWD'),
  lines: fc.array(
    fc.record({
      quantity: fc.integer({ min: -3_000_000, max: 5_000_000 }),
      unitPrice: fc.integer({ min: 0, max: 900_000_000 }),
      discountPercent: fc.constantFrom(0, 10_000_000),
      taxes: fc.constantFrom(...CODES),
    }),
    { minLength: 1, maxLength: 7 },
  ),
  pricesIncludeTax: fc.boolean(),
  taxRounding: fc.constantFrom('line' as const, 'document' as const),
  documentDiscountPercent: fc.constantFrom(0, 3_333_333, 10_000_000),
})

describe('documents of several taxes', () => {
  test('add up by line, by tax and in total, whatever the rounding and whether prices include tax', () => {
    holds(
      fc.property(invoice, (entered) => {
        const totals = invoiceTotals(entered)
        const printed = sum(totals.lines.map((line) => line.amount)) - totals.documentDiscount
        expect(entered.pricesIncludeTax ? totals.total : totals.net).toBe(printed)
        expect(totals.net + totals.tax).toBe(totals.total)
        expect(sum(totals.lines.map((line) => line.net))).toBe(totals.net)
        expect(sum(totals.taxes.map(({ tax }) => tax))).toBe(totals.tax)
        for (const line of totals.lines) expect(sum([line.net, ...line.taxes])).toBe(line.gross)
      }),
    )
  })

  test('rounded per document, each tax is at most half a minor unit from its rate on its base', () => {
    holds(
      fc.property(invoice, (entered) => {
        const totals = invoiceTotals({ ...entered, taxRounding: 'document' })
        // A tax that is charged on the net in one code and on earlier taxes in another would round twice: no code here has one.
        const most = entered.pricesIncludeTax ? 1.01 : 0.51
        for (const { base, rate: charged, tax } of totals.taxes)
          expect(Math.abs(tax - (base * charged) / 1e8)).toBeLessThan(most)
      }),
    )
  })

  test('rounded per document, no line bears a minor unit more or less of its one tax than it would alone', () => {
    const alone = fc.array(
      fc.record({ cents: fc.integer({ min: -200_000, max: 200_000 }), percent: fc.constantFrom(5, 7.5, 15) }),
      { minLength: 1, maxLength: 6 },
    )
    holds(
      fc.property(alone, fc.boolean(), (entered, pricesIncludeTax) => {
        const lines = entered.map(({ cents, percent }) => ({
          quantity: 1_000_000,
          unitPrice: cents * 10_000,
          discountPercent: 0,
          taxes: [{ taxCode: `T${percent}`, rate: percent * 1_000_000, onEarlier: false }],
        }))
        const totals = invoiceTotals({ currency: 'USD', lines, pricesIncludeTax, taxRounding: 'document' })
        entered.forEach(({ cents, percent }, index) => {
          const exact = (cents * percent) / (pricesIncludeTax ? 100 + percent : 100)
          expect(Math.abs((totals.lines[index]?.tax ?? 0) - exact)).toBeLessThan(1.000001)
        })
      }),
    )
  })

  test('prices that include tax come to the same as the net found with tax on top, for one code rounded per document', () => {
    holds(
      fc.property(
        fc.constantFrom(...CODES),
        fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 5 }),
        (taxes, cents) => {
          const line = (minor: number) => ({
            quantity: 1_000_000,
            unitPrice: minor * 10_000,
            discountPercent: 0,
            taxes,
          })
          const rest = { currency: 'USD', taxRounding: 'document' as const }
          const on = invoiceTotals({ ...rest, pricesIncludeTax: false, lines: cents.map(line) })
          const within = invoiceTotals({
            ...rest,
            pricesIncludeTax: true,
            lines: on.lines.map(({ gross }) => line(gross)),
          })
          expect({ net: within.net, taxes: within.taxes, total: within.total }).toEqual({
            net: on.net,
            taxes: on.taxes,
            total: on.total,
          })
        },
      ),
    )
  })
})
