import { describe, expect, test } from 'vitest'
import { checkReceipt, liveErrors } from '../../../src-renderer/cash/receive-payment/check.ts'
import { blankReceipt } from '../../../src-renderer/cash/receive-payment/entry.ts'
import type { ReceiptEntry } from '../../../src-renderer/cash/receive-payment/entry.ts'
import { summarise } from '../../../src-renderer/cash/receive-payment/summary.ts'
import { credit, day, debit, write } from './rows.ts'

const customer = { key: '1', code: 'NORTH01', name: 'Northgate Foods' }
const like = {
  date: day('2025-06-30'),
  method: 'check',
  depositAccountId: null,
  batchId: null,
  currency: null,
} as const
const receipt = (amount: number | null, changes: Partial<ReceiptEntry> = {}): ReceiptEntry => ({
  ...blankReceipt('uid', like, customer),
  amount,
  ...changes,
})
const check = (entry: ReceiptEntry, rows: Parameters<typeof checkReceipt>[1]) => checkReceipt(entry, rows, write)

test('the foot adds up: amount and credits less what is applied stays unapplied', () => {
  const rows = [
    debit(1, { payment: 98_00, discount: 2_00 }),
    debit(2, { payment: 40_00 }),
    credit(9, { payment: -30_00 }),
  ]
  expect(summarise(120_00, rows, null)).toEqual({
    rounding: 0,
    givenElsewhere: [],
    amount: 120_00,
    applied: 138_00,
    deducted: 0,
    discounts: 2_00,
    writeOffs: 0,
    needed: 108_00,
    creditsUsed: 30_00,
    unapplied: 12_00,
  })
})

test('cash that the smallest coin rounds leaves nothing over; a part is paid in whole coins', () => {
  const how = { rule: { cashRounding: 'cash', cashRoundingStep: 5 }, isCash: true, isBaseCurrency: true } as const
  const { open } = debit(1)
  expect(summarise(open - 1, [debit(1, { payment: open - 1 })], how)).toMatchObject({ rounding: 0, unapplied: 0 })
  const odd = [{ ...debit(1, { payment: open + 2 }), open: open + 2 }]
  expect(summarise(open, odd, how)).toMatchObject({ rounding: -2, unapplied: 0 })
  expect(summarise(open, odd, { ...how, isCash: false })).toMatchObject({ rounding: 0, unapplied: -2 })
})

describe('what is said beside the amount', () => {
  test('too much applied, as soon as it is', () => {
    expect(liveErrors(receipt(80_00), [debit(1, { payment: 100_00 })], write)).toEqual({
      amount: '20.00 too much is applied.',
    })
  })
  test('on posting, what to do about it', () => {
    expect(check(receipt(80_00), [debit(1, { payment: 100_00 })])).toEqual({
      amount: '20.00 too much is applied. Apply less, or enter 100.00.',
    })
  })
  test('nothing while the amount is not typed yet', () => {
    expect(liveErrors(receipt(null), [debit(1, { payment: 100_00 })], write)).toEqual({})
  })
  test('on posting, the amount that what is applied asks for', () => {
    expect(check(receipt(null), [debit(1, { payment: 100_00 })])).toEqual({
      amount: 'Enter the amount received: 100.00 is applied.',
    })
  })
  test('on posting an empty receipt', () => {
    expect(check(receipt(null), [debit(1)])).toEqual({ amount: 'Enter the amount received.' })
  })
  test('nothing when credits cover what is paid', () => {
    expect(check(receipt(null), [debit(1, { payment: 100_00 }), credit(9, { payment: -100_00 })])).toEqual({})
  })
  test('nothing when some of it stays unapplied', () => {
    expect(check(receipt(500_00), [debit(1, { payment: 100_00 })])).toEqual({})
  })
})

describe('what is said in the grid', () => {
  test('a payment beyond what is open', () => {
    expect(liveErrors(receipt(500_00), [debit(1), debit(2, { payment: 100_01 })], write)).toEqual({
      'lines.1.amount': 'Only 100.00 is open.',
    })
  })
  test('a discount beyond what the terms offer', () => {
    const rows = [debit(1, { discount: 1 }), debit(2, { discount: 3_00, discountMost: 2_00 })]
    expect(liveErrors(receipt(0), rows, write)).toEqual({
      'lines.0.discount': 'No discount is offered.',
      'lines.1.discount': 'At most 2.00.',
    })
  })
  test('more of a credit than it has left', () => {
    expect(liveErrors(receipt(null), [credit(9, { payment: -120_01 })], write)).toEqual({
      'lines.0.amount': 'Only 120.00 is left of CRN-9.',
    })
  })
  test('a write-off without its reason, on posting', () => {
    expect(check(receipt(95_00), [debit(1, { payment: 95_00, writeOff: 5_00 })])).toEqual({
      'lines.0.writeOffReason': 'Give a reason.',
    })
  })
  test('credits that settle nothing, on posting', () => {
    const rows = [debit(1, { payment: 100_00 }), credit(8, { payment: -20_00 }), credit(9, { payment: -110_00 })]
    expect(check(receipt(null), rows)).toEqual({
      'lines.2.amount': '30.00 of the credits settles nothing. Use less, or pay more items.',
    })
  })
})

test('a customer and a date are needed', () => {
  const errors = check(receipt(10_00, { customer: null, date: null }), [])
  expect(Object.keys(errors).toSorted()).toEqual(['customerId', 'date'])
})
