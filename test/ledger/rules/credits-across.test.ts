import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitAcross } from '../../../src-shared/ledger/rules/settlement/credits-across.ts'
import type { LineInCurrency } from '../../../src-shared/ledger/rules/settlement/credits-across.ts'
import { splitSettlements } from '../../../src-shared/ledger/rules/settlement/settlement-split.ts'

const line = (currency: string, amount: number, settles: number | null = null): LineInCurrency => ({
  currency,
  amount,
  settles,
  discount: 0,
  writeOff: 0,
  writeOffReason: '',
})
const euros = (amount: number, worth: number) => ({ currency: 'EUR', amount, worth })

describe('dividing between money and credits of several currencies', () => {
  test('a credit settles items of its own currency one for one, and the rest at what it counts', () => {
    const split = splitAcross([line('EUR', 11_00, 10_00), line('USD', 44_00)], 0, [euros(50_00, 55_00)], 'USD')
    expect(split.byCredit).toMatchObject([
      [
        { index: 0, line: { amount: 10_00, settles: null } },
        { index: 1, line: { amount: 40_00, settles: 44_00 } },
      ],
    ])
    expect(split.needed).toBe(0)
  })

  test('a discount goes with what settles its line first', () => {
    const given = { ...line('EUR', 11_00, 10_00), discount: 1_00 }
    const split = splitAcross([given], 4_40, [euros(6_00, 6_60)], 'USD')
    expect(split.byCredit).toMatchObject([[{ line: { amount: 6_00, settles: null, discount: 1_00 } }]])
    expect(split.byMoney).toMatchObject([{ line: { amount: 4_40, settles: 4_00, discount: 0 } }])
  })

  test('within one currency it is the division that it always was', () => {
    const lines = [line('USD', 100_00), line('USD', 30_00)]
    const credits = [{ currency: 'USD', amount: 70_00, worth: 70_00 }]
    const split = splitAcross(lines, 60_00, credits, 'USD')
    const { byMoney, byCredit } = splitSettlements(lines, 60_00, [70_00])
    expect(split).toMatchObject({ byMoney, byCredit, needed: 60_00 })
  })

  test('what is left of a credit and counts nothing stays on it', () => {
    const split = splitAcross([line('EUR', 1, 3), line('USD', 1)], 1, [euros(4, 1)], 'USD')
    expect(split.byCredit).toMatchObject([[{ index: 0, line: { amount: 3 } }]])
    expect(split.restOfCredits).toMatchObject([{ amount: 1, worth: 0 }])
  })

  test('nothing is lost: what the lines settle and what is used of each credit come to what was entered', () => {
    const amount = fc.integer({ min: 1, max: 500_00 })
    const lines = fc.array(
      fc.oneof(
        amount.map((each) => line('USD', each)),
        fc.tuple(amount, amount).map(([paid, settles]) => line('EUR', paid, settles)),
      ),
      { minLength: 1, maxLength: 5 },
    )
    const credits = fc.array(
      fc.tuple(amount, amount).map(([own, worth]) => euros(own, worth)),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(lines, credits, (entered, used) => {
        const { byMoney, byCredit, needed, restOfCredits } = splitAcross(entered, 1, used, 'USD')
        fc.pre(needed >= 0)
        const parts = [...byMoney, ...byCredit.flat()]
        for (const [index, { currency, amount: paid, settles }] of entered.entries()) {
          const own = parts.filter((part) => part.index === index)
          const settled = own.map((part) => part.line.settles ?? part.line.amount)
          expect(
            settled.reduce((sum, each) => sum + each, 0),
            currency,
          ).toBe(settles ?? paid)
        }
        for (const [which, credit] of used.entries()) {
          const taken = (byCredit[which] ?? []).map((part) => part.line.amount)
          const left = restOfCredits[which]
          const stays = left?.worth === 0 ? left.amount : 0
          expect(taken.reduce((sum, each) => sum + each, 0)).toBe(credit.amount - stays)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
