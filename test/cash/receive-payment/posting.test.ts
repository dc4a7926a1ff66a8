import { expect, test } from 'vitest'
import { blankReceipt } from '../../../src-renderer/cash/receive-payment/entry.ts'
import { receiptCommand, sentRows } from '../../../src-renderer/cash/receive-payment/posting.ts'
import { credit, day, debit } from './rows.ts'

const date = day('2025-06-30')
const north = { key: '7', code: 'NORTH01', name: 'Northgate Foods' }
const entry = {
  ...blankReceipt('uid', { date, method: 'check', depositAccountId: null, batchId: null, currency: null }, north),
  reference: '4417',
}
const sent = sentRows([
  debit(1, { payment: 98_00, discount: 2_00 }),
  debit(2),
  debit(3, { writeOff: 1_00, writeOffReason: 'small' }),
  credit(8),
  credit(9, { payment: -50_00 }),
])
const applications = [
  { documentId: 1, amount: 98_00, settles: null, discount: 2_00, writeOff: 0, writeOffReason: '' },
  { documentId: 3, amount: 0, settles: null, discount: 0, writeOff: 1_00, writeOffReason: 'small' },
]
const credits = [{ documentId: 9, amount: 50_00 }]

test('money and the credits used with it are one command', () => {
  expect(receiptCommand({ ...entry, amount: 48_00 }, sent)).toMatchObject({
    name: 'receipts.post',
    input: { commandUid: 'uid', customerId: 7, amount: 48_00, reference: '4417', applications, credits },
  })
})

test('credits alone are one command too, without a receipt', () => {
  expect(receiptCommand(entry, sent)).toEqual({
    name: 'applications.applyCredits',
    input: { commandUid: 'uid', draftUid: entry.draftUid, date, applications, credits },
  })
})

test('nothing is sent without a customer or a date', () => {
  expect(receiptCommand({ ...entry, customer: null }, sent)).toBeNull()
  expect(receiptCommand({ ...entry, date: null }, sent)).toBeNull()
})
