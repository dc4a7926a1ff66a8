import { describe, expect, test } from 'vitest'
import { describeDone } from '../../../src-renderer/cash/receive-payment/posting.ts'
import { EMPTY_TALLY, withReceipt } from '../../../src-renderer/cash/receive-payment/tally.ts'
import { placeReceiptRefusal, rowErrorAt } from '../../../src-renderer/cash/receive-payment/refusal.ts'
import { credit, day, debit, write } from './rows.ts'

const sent = { applications: [debit(1), debit(2), debit(3)], credits: [credit(9)] }

describe('where a refusal is said', () => {
  test('beside the field of the head it names', () => {
    const refusal = { path: 'date', message: 'The books are closed.' }
    expect(placeReceiptRefusal(refusal, sent)).toEqual({
      errors: { date: 'The books are closed.' },
      row: null,
      banner: null,
    })
  })
  test('in the row of the item, wherever the row stands by then', () => {
    const { row } = placeReceiptRefusal({ path: 'applications.1.discount', message: 'Too much.' }, sent)
    expect(rowErrorAt(row, [debit(7), debit(1), debit(2)])).toEqual({ 'lines.2.discount': 'Too much.' })
    expect(rowErrorAt(row, [debit(7)])).toEqual({})
  })
  test('in the row of the credit, at the payment when the credit itself is refused', () => {
    const { row } = placeReceiptRefusal({ path: 'credits.0.documentId', message: 'Used up.' }, sent)
    expect(row).toEqual({ documentId: 9, field: 'amount', text: 'Used up.' })
  })
  test('above when no field is at fault', () => {
    expect(placeReceiptRefusal({ path: '', message: 'The disk is full.' }, sent).banner).toBe('The disk is full.')
  })
})

describe('what was posted, in words', () => {
  const receipt = {
    id: 1,
    uid: 'u',
    number: 'RCT-00012',
    dueDate: day('2025-06-30'),
    total: -90_00,
    warnings: [],
    lateCharges: [],
  }
  test('a receipt applied whole', () => {
    expect(describeDone({ receipt: { ...receipt, unapplied: 0 }, used: [] }, write)).toBe('RCT-00012 posted, 90.00.')
  })
  test('what stays unapplied, and the credits used', () => {
    const done = { receipt: { ...receipt, unapplied: 10_00 }, used: [credit(9, { payment: -55_00 })] }
    expect(describeDone(done, write)).toBe(
      'RCT-00012 posted, 90.00, of which 10.00 stays unapplied. 55.00 of CRN-9 used.',
    )
  })
})

test('the tally counts what was posted, by currency, and remembers the last check number', () => {
  const first = withReceipt(EMPTY_TALLY, { amount: 10_00, currency: 'USD', reference: '4417' })
  const second = withReceipt(first, { amount: 5_00, currency: 'EUR', reference: ' ' })
  const third = withReceipt(second, { amount: 2_50, currency: 'USD', reference: '4418' })
  expect(second).toEqual({ count: 2, totals: { USD: 10_00, EUR: 5_00 }, lastReference: '4417' })
  expect(third).toEqual({ count: 3, totals: { USD: 12_50, EUR: 5_00 }, lastReference: '4418' })
})
