import { describe, expect, test } from 'vitest'
import { describeDone } from '../../../src-renderer/screens/receivePayment/done-text.ts'
import { EMPTY_PILE, withReceipt } from '../../../src-renderer/screens/receivePayment/pile.ts'
import { placeReceiptRefusal, rowErrorAt } from '../../../src-renderer/screens/receivePayment/refusal.ts'
import { day, debit, write } from './rows.ts'

const line = (documentId: number, amount: number) => ({
  documentId,
  amount,
  discount: 0,
  writeOff: 0,
  writeOffReason: '',
})
const use = { creditId: 9, number: 'CRN-9', date: day('2025-06-30'), lines: [line(2, 20_00), line(3, 30_00)] }
const plan = { byReceipt: [line(1, 50_00), line(2, 40_00)], credits: [use] }

describe('where a refusal is said', () => {
  test('beside the field of the head it names', () => {
    const refusal = { path: 'date', message: 'The books are closed.' }
    expect(placeReceiptRefusal(refusal, 'receipt', plan)).toEqual({
      errors: { date: 'The books are closed.' },
      row: null,
      banner: null,
    })
  })
  test('in the row of the item, wherever the row stands by then', () => {
    const refusal = { path: 'applications.1.discount', message: 'Too much.' }
    const { row } = placeReceiptRefusal(refusal, 'receipt', plan)
    expect(rowErrorAt(row, [debit(7), debit(1), debit(2)])).toEqual({ 'lines.2.discount': 'Too much.' })
    expect(rowErrorAt(row, [debit(7)])).toEqual({})
  })
  test('at the payment when the item itself is refused', () => {
    const refusal = { path: 'lines.1.documentId', message: 'Over-applied.' }
    expect(placeReceiptRefusal(refusal, use, plan).row).toEqual({
      documentId: 3,
      field: 'amount',
      text: 'Over-applied.',
    })
  })
  test('above when no field is at fault', () => {
    expect(placeReceiptRefusal({ path: '', message: 'The disk is full.' }, 'receipt', plan).banner).toBe(
      'The disk is full.',
    )
  })
  test('above when a credit is refused for its date, which is not the date of the receipt alone', () => {
    expect(placeReceiptRefusal({ path: 'date', message: 'Closed.' }, use, plan)).toMatchObject({
      errors: {},
      banner: 'Closed.',
    })
  })
})

describe('what was posted, in words', () => {
  const receipt = { id: 1, uid: 'u', number: 'RCT-00012', dueDate: day('2025-06-30'), total: -90_00, warnings: [] }
  test('a receipt applied whole', () => {
    expect(describeDone({ receipt: { ...receipt, unapplied: 0 }, used: [] }, write)).toBe('RCT-00012 posted, 90.00.')
  })
  test('what stays unapplied, and credits by what was used of them', () => {
    const done = { receipt: { ...receipt, unapplied: 10_00 }, used: [use, { ...use, lines: [line(4, 5_00)] }] }
    expect(describeDone(done, write)).toBe(
      'RCT-00012 posted, 90.00, of which 10.00 stays unapplied. 55.00 of CRN-9 used.',
    )
  })
})

test('the pile counts what was posted, by currency, and remembers the last check number', () => {
  const first = withReceipt(EMPTY_PILE, { amount: 10_00, currency: 'USD', reference: '4417' })
  const second = withReceipt(first, { amount: 5_00, currency: 'EUR', reference: ' ' })
  expect(second).toEqual({ count: 2, totals: { USD: 10_00, EUR: 5_00 }, lastReference: '4417' })
})
