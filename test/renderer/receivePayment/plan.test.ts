import { describe, expect, test } from 'vitest'
import { planApplications } from '../../../src-renderer/screens/receivePayment/plan.ts'
import { credit, day, debit } from './rows.ts'

const today = day('2025-06-30')
const paid = (documentId: number, amount: number) => ({
  documentId,
  amount,
  discount: 0,
  writeOff: 0,
  writeOffReason: '',
})

describe('dividing what was entered between receipt and credits', () => {
  test('a receipt alone settles everything that was paid, with discounts and write-offs', () => {
    const rows = [
      debit(1, { payment: 98_00, discount: 2_00 }),
      debit(2),
      debit(3, { payment: 95_00, writeOff: 5_00, writeOffReason: 'short' }),
    ]
    expect(planApplications(rows, 193_00, today)).toEqual({
      byReceipt: [
        { ...paid(1, 98_00), discount: 2_00 },
        { ...paid(3, 95_00), writeOff: 5_00, writeOffReason: 'short' },
      ],
      credits: [],
    })
  })

  test('the receipt settles from the top, a credit the rest', () => {
    const rows = [debit(1, { payment: 100_00 }), debit(2, { payment: 100_00 }), credit(9, { payment: -120_00 })]
    expect(planApplications(rows, 80_00, today)).toEqual({
      byReceipt: [paid(1, 80_00)],
      credits: [{ creditId: 9, number: 'CRN-9', date: today, lines: [paid(1, 20_00), paid(2, 100_00)] }],
    })
  })

  test('the discount of a row goes once, with what settles it first', () => {
    const rows = [debit(1, { payment: 98_00, discount: 2_00 }), credit(9, { payment: -50_00 })]
    const plan = planApplications(rows, 48_00, today)
    expect(plan.byReceipt).toEqual([{ ...paid(1, 48_00), discount: 2_00 }])
    expect(plan.credits[0]?.lines).toEqual([paid(1, 50_00)])
  })

  test('credits alone settle what is paid when no money came in', () => {
    const rows = [
      debit(1, { payment: 98_00, discount: 2_00 }),
      credit(8, { payment: -40_00 }),
      credit(9, { payment: -58_00 }),
    ]
    expect(planApplications(rows, 0, today)).toEqual({
      byReceipt: [],
      credits: [
        { creditId: 8, number: 'CRN-8', date: today, lines: [{ ...paid(1, 40_00), discount: 2_00 }] },
        { creditId: 9, number: 'CRN-9', date: today, lines: [paid(1, 58_00)] },
      ],
    })
  })

  test('a write-off without money goes with the receipt', () => {
    const rows = [debit(1, { payment: 100_00 }), debit(2, { writeOff: 1_00, writeOffReason: 'small' })]
    expect(planApplications(rows, 100_00, today).byReceipt).toEqual([
      paid(1, 100_00),
      { ...paid(2, 0), writeOff: 1_00, writeOffReason: 'small' },
    ])
  })

  test('a receipt larger than what is paid applies all of it and no more', () => {
    expect(planApplications([debit(1, { payment: 100_00 })], 500_00, today)).toEqual({
      byReceipt: [paid(1, 100_00)],
      credits: [],
    })
  })

  test('a credit is applied on the day of the receipt, or later where an item is dated later', () => {
    const later = day('2025-07-04')
    const rows = [
      debit(1, { payment: 60_00 }),
      debit(2, { payment: 60_00, documentDate: later }),
      credit(9, { payment: -120_00 }),
    ]
    expect(planApplications(rows, 0, today).credits).toEqual([
      { creditId: 9, number: 'CRN-9', date: today, lines: [paid(1, 60_00)] },
      { creditId: 9, number: 'CRN-9', date: later, lines: [paid(2, 60_00)] },
    ])
  })
})
