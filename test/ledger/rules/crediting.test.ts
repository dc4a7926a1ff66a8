import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decideCredit,
  type CreditableLine,
  type CreditableTax,
} from '../../../src-shared/ledger/rules/crediting/crediting.ts'

const one = 1_000_000

const lineOf = (changes: Partial<CreditableLine> = {}): CreditableLine => ({
  lineNo: 1,
  quantity: 3 * one,
  net: 10_000,
  documentDiscount: 0,
  taxCodeId: 7,
  taxes: [{ taxCodeId: 7, chargedOn: 100 * one }],
  creditedQuantity: 0,
  creditedNet: 0,
  creditedDiscount: 0,
  ...changes,
})

const taxOf = (changes: Partial<CreditableTax> = {}): CreditableTax => ({
  taxCodeId: 7,
  rate: 10_000_000,
  base: 10_000,
  tax: 1000,
  creditedBase: 0,
  creditedTax: 0,
  ...changes,
})

describe('what a credit note for part of an invoice takes back', () => {
  test('3 pieces for 100.00: the first is 33.33, the second 33.34, the last what is left', () => {
    let line = lineOf()
    let tax = taxOf()
    const pieces: (readonly [net: number, tax: number])[] = []
    for (let piece = 0; piece < 3; piece += 1) {
      const decision = decideCredit([line], [tax], [{ lineNo: 1, quantity: one }])
      if (!decision.ok) throw new Error(decision.refusal.code)
      const [taken] = decision.credit.lines
      const [taxTaken] = decision.credit.taxes
      if (!taken || !taxTaken) throw new Error('nothing was taken back')
      pieces.push([taken.net, taxTaken.tax])
      const creditedNet = line.creditedNet + taken.net
      line = { ...line, creditedQuantity: line.creditedQuantity + one, creditedNet }
      tax = { ...tax, creditedBase: creditedNet, creditedTax: tax.creditedTax + taxTaken.tax }
    }
    expect(pieces).toEqual([
      [3333, 333],
      [3334, 334],
      [3333, 333],
    ])
  })

  test('everything left is every line that is not taken back in full, with the rest of each tax', () => {
    const lines = [lineOf({ creditedQuantity: 3 * one, creditedNet: 10_000 }), lineOf({ lineNo: 2, net: 5000 })]
    const taxes = [taxOf({ base: 15_000, tax: 1501, creditedBase: 10_000, creditedTax: 1000 })]
    expect(decideCredit(lines, taxes, null)).toEqual({
      ok: true,
      credit: {
        lines: [{ lineNo: 2, quantity: 3 * one, net: 5000, documentDiscount: 0 }],
        taxes: [{ taxCodeId: 7, rate: 10_000_000, base: 5000, tax: 501 }],
      },
    })
  })

  test('the share of a document discount goes back in proportion', () => {
    const decision = decideCredit(
      [lineOf({ net: 9000, documentDiscount: 1000, taxCodeId: null, taxes: [] })],
      [],
      [{ lineNo: 1, quantity: one }],
    )
    expect(decision).toMatchObject({ ok: true, credit: { lines: [{ net: 3000, documentDiscount: 333 }], taxes: [] } })
  })

  test('a line that is itself a deduction is taken back with a negative quantity', () => {
    const lines = [lineOf(), lineOf({ lineNo: 2, quantity: -one, net: -1000 })]
    expect(decideCredit(lines, [], [{ lineNo: 2, quantity: -one }])).toMatchObject({
      ok: true,
      credit: { lines: [{ net: -1000 }] },
    })
  })

  test.each([
    ['a line the invoice does not have', [{ lineNo: 4, quantity: one }], { code: 'line_not_found', lineNo: 4 }],
    ['none of a line', [{ lineNo: 1, quantity: 0 }], { code: 'exceeds_uncredited', lineNo: 1, left: 2 * one }],
    ['the wrong sign', [{ lineNo: 1, quantity: -one }], { code: 'exceeds_uncredited', lineNo: 1, left: 2 * one }],
    ['more than is left', [{ lineNo: 1, quantity: 3 * one }], { code: 'exceeds_uncredited', lineNo: 1, left: 2 * one }],
    [
      'more than is left in two rows',
      [
        { lineNo: 1, quantity: one },
        { lineNo: 1, quantity: 2 * one },
      ],
      { code: 'exceeds_uncredited', lineNo: 1, left: 2 * one },
    ],
    ['nothing at all', [], { code: 'nothing_to_credit' }],
  ] as const)('%s is refused', (_, wanted, refusal) => {
    const line = lineOf({ creditedQuantity: one, creditedNet: 3333 })
    expect(decideCredit([line], [], wanted)).toEqual({ ok: false, refusal })
  })

  test('however a line is taken back, the pieces add up and none is beyond the line', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.array(fc.integer({ min: 1, max: 9 * one }), { minLength: 1, maxLength: 8 }),
        (net, taxAmount, quantities) => {
          const quantity = quantities.reduce((sum, part) => sum + part, 0)
          let line = lineOf({ quantity, net })
          let tax = taxOf({ base: net, tax: taxAmount })
          for (const part of quantities) {
            const decision = decideCredit([line], [tax], [{ lineNo: 1, quantity: part }])
            if (!decision.ok) throw new Error(decision.refusal.code)
            const creditedNet = line.creditedNet + (decision.credit.lines[0]?.net ?? 0)
            expect(creditedNet).toBeGreaterThanOrEqual(line.creditedNet)
            line = { ...line, creditedQuantity: line.creditedQuantity + part, creditedNet }
            const creditedTax = tax.creditedTax + (decision.credit.taxes[0]?.tax ?? 0)
            tax = { ...tax, creditedBase: creditedNet, creditedTax }
          }
          expect([line.creditedNet, tax.creditedTax]).toEqual([net, taxAmount])
        },
      ),
      { numRuns: 300 },
    )
  })
})
