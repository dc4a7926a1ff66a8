import { describe, expect, test } from 'vitest'
import {
  togglePaid,
  withDiscount,
  withLateDiscount,
  withPayment,
  withWriteOff,
} from '../../../src-renderer/cash/receive-payment/paying.ts'
import { payState } from '../../../src-renderer/cash/receive-payment/payment-row.ts'
import { credit, debit } from './rows.ts'

const early = debit(1, { discountEarned: 2_00, discountMost: 2_00 })
const late = debit(1, { discountMost: 2_00 })

describe('Space', () => {
  test('pays the row in full', () => {
    expect(togglePaid(debit(1))).toMatchObject({ payment: 100_00, discount: 0 })
  })
  test('takes the discount the row has earned', () => {
    expect(togglePaid(early)).toMatchObject({ payment: 98_00, discount: 2_00 })
  })
  test('leaves a discount that came too late', () => {
    expect(togglePaid(late)).toMatchObject({ payment: 100_00, discount: 0 })
  })
  test('again takes the payment back', () => {
    expect(togglePaid(togglePaid(early))).toEqual(early)
  })
  test('completes a row paid in part', () => {
    expect(togglePaid({ ...early, payment: 40_00 })).toMatchObject({ payment: 98_00, discount: 2_00 })
  })
  test('while a credit is used takes at most what it has left, and gives up the discount that is not earned so', () => {
    expect(togglePaid(debit(1), 60_00)).toMatchObject({ payment: 60_00 })
    expect(togglePaid(early, 97_00)).toMatchObject({ payment: 97_00, discount: 0 })
    expect(togglePaid(early, 98_00)).toMatchObject({ payment: 98_00, discount: 2_00 })
    expect(togglePaid(togglePaid(debit(1), 60_00), 60_00)).toMatchObject({ payment: 0 })
    expect(togglePaid(credit(9), 10_00)).toMatchObject({ payment: -120_00 })
  })
  test('uses up all that is left of a credit', () => {
    expect(togglePaid(credit(9))).toMatchObject({ payment: -120_00 })
    expect(togglePaid(togglePaid(credit(9)))).toMatchObject({ payment: 0 })
  })
})

describe('Ctrl+W', () => {
  test('gives the discount although it is late', () => {
    expect(withLateDiscount(late)).toMatchObject({ payment: 98_00, discount: 2_00 })
  })
  test('leaves a write-off as it is', () => {
    expect(withLateDiscount({ ...late, writeOff: 99_00 })).toMatchObject({
      payment: 0,
      discount: 1_00,
      writeOff: 99_00,
    })
  })
})

describe('a payment typed', () => {
  test('takes the earned discount when both settle the item', () => {
    expect(withPayment(early, 98_00)).toMatchObject({ payment: 98_00, discount: 2_00 })
  })
  test('in part gives up the earned discount', () => {
    expect(withPayment(togglePaid(early), 50_00)).toMatchObject({ payment: 50_00, discount: 0 })
  })
  test('in part keeps a discount the clerk entered', () => {
    expect(withPayment({ ...early, discount: 1_50 }, 50_00)).toMatchObject({ payment: 50_00, discount: 1_50 })
  })
  test('in full leaves no room for a discount', () => {
    expect(withPayment({ ...late, discount: 1_50 }, 100_00)).toMatchObject({ payment: 100_00, discount: 0 })
  })
  test('on a credit is negative however it was typed', () => {
    expect(withPayment(credit(9), 50_00).payment).toBe(-50_00)
    expect(withPayment(credit(9), -50_00).payment).toBe(-50_00)
    expect(withPayment(credit(9), 0).payment).toBe(0)
  })
})

describe('a discount or write-off typed', () => {
  test('keeps a paid row settled: the payment takes the difference', () => {
    expect(withWriteOff(togglePaid(debit(1)), 5_00)).toMatchObject({ payment: 95_00, writeOff: 5_00 })
    expect(withDiscount(togglePaid(late), 2_00)).toMatchObject({ payment: 98_00, discount: 2_00 })
  })
  test('leaves an unpaid row unpaid', () => {
    expect(withDiscount(late, 2_00)).toMatchObject({ payment: 0, discount: 2_00 })
  })
  test('typed too high and corrected ends where it would have', () => {
    const tooHigh = withWriteOff(togglePaid(debit(1)), 500_00)
    expect(withWriteOff(tooHigh, 5_00)).toMatchObject({ payment: 95_00, writeOff: 5_00 })
  })
  test('taken away takes its reason away', () => {
    expect(withWriteOff({ ...debit(1), writeOff: 5_00, writeOffReason: 'short' }, 0).writeOffReason).toBe('')
  })
})

test('the state of a row in a word', () => {
  expect(payState(debit(1))).toBe('open')
  expect(payState(withPayment(debit(1), 1))).toBe('part')
  expect(payState(togglePaid(early))).toBe('paid')
  expect(payState(withPayment(credit(9), 1_00))).toBe('used')
})
