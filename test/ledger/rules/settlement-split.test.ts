import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSettlements } from '../../../src-shared/ledger/rules/settlement/settlement-split.ts'
import type { EnteredSettlement } from '../../../src-shared/ledger/rules/settlement/settlement-split.ts'

const paid = (amount: number, changes: Partial<EnteredSettlement> = {}): EnteredSettlement => ({
  amount,
  discount: 0,
  writeOff: 0,
  writeOffReason: '',
  ...changes,
})

describe('dividing what was entered between money and credits', () => {
  test('money alone settles everything, with discounts and write-offs', () => {
    const lines = [paid(98_00, { discount: 2_00 }), paid(95_00, { writeOff: 5_00, writeOffReason: 'short' })]
    expect(splitSettlements(lines, 193_00, [])).toEqual({
      byMoney: lines.map((line, index) => ({ line, index })),
      byCredit: [],
    })
  })

  test('the money settles from the top, a credit the rest', () => {
    expect(splitSettlements([paid(100_00), paid(100_00)], 80_00, [120_00])).toEqual({
      byMoney: [{ line: paid(80_00), index: 0 }],
      byCredit: [
        [
          { line: paid(20_00), index: 0 },
          { line: paid(100_00), index: 1 },
        ],
      ],
    })
  })

  test('the discount of a line goes once, with what settles it first', () => {
    expect(splitSettlements([paid(98_00, { discount: 2_00 })], 48_00, [50_00])).toEqual({
      byMoney: [{ line: paid(48_00, { discount: 2_00 }), index: 0 }],
      byCredit: [[{ line: paid(50_00), index: 0 }]],
    })
  })

  test('credits alone settle what is paid when no money came in', () => {
    expect(splitSettlements([paid(98_00, { discount: 2_00 })], 0, [40_00, 58_00])).toEqual({
      byMoney: [],
      byCredit: [[{ line: paid(40_00, { discount: 2_00 }), index: 0 }], [{ line: paid(58_00), index: 0 }]],
    })
  })

  test('a write-off without money goes with the money of the receipt, or else with the first credit', () => {
    const lines = [paid(100_00), paid(0, { writeOff: 1_00, writeOffReason: 'small' })]
    const writtenOff = { line: lines[1], index: 1 }
    expect(splitSettlements(lines, 100_00, []).byMoney[1]).toEqual(writtenOff)
    expect(splitSettlements(lines, 0, [60_00, 40_00]).byCredit[0]?.[1]).toEqual(writtenOff)
  })

  test('more money than what is paid settles all of it and no more', () => {
    expect(splitSettlements([paid(100_00)], 500_00, [])).toEqual({
      byMoney: [{ line: paid(100_00), index: 0 }],
      byCredit: [],
    })
  })
})

const settlement = fc.record({ amount: fc.nat(1000), discount: fc.nat(50), writeOff: fc.nat(50) })

test('every line is settled exactly, each discount and write-off once, and each credit used in full', () => {
  fc.assert(
    fc.property(
      fc.array(settlement, { maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 4 }),
      (entered, wanted) => {
        const lines = entered.map((line) => ({ ...line, writeOffReason: line.writeOff > 0 ? 'small' : '' }))
        const applied = lines.reduce((sum, { amount }) => sum + amount, 0)
        let left = applied
        const credits = wanted.map((want) => {
          const use = Math.min(want, left)
          left -= use
          return use
        })
        const { byMoney, byCredit } = splitSettlements(lines, left + 1, credits)
        const parts = [byMoney, ...byCredit]
        for (const [index, line] of lines.entries()) {
          const of = parts.flat().filter((part) => part.index === index)
          const total = (field: 'amount' | 'discount' | 'writeOff') =>
            of.reduce((sum, part) => sum + part.line[field], 0)
          expect([total('amount'), total('discount'), total('writeOff')]).toEqual([
            line.amount,
            line.discount,
            line.writeOff,
          ])
        }
        expect(parts.map((list) => list.reduce((sum, part) => sum + part.line.amount, 0))).toEqual([left, ...credits])
      },
    ),
  )
})

test('between two currencies what is settled follows the money, in pieces as at once', () => {
  const line = { amount: 300, settles: 100, discount: 0, writeOff: 0, writeOffReason: '' }
  const { byMoney, byCredit } = splitSettlements([line], 100, [100, 100])
  const parts = [byMoney, ...byCredit].flat().map((part) => [part.line.amount, part.line.settles])
  expect(parts).toEqual([
    [100, 33],
    [100, 34],
    [100, 33],
  ])
})
