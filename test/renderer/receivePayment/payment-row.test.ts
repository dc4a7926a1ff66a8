import { expect, test } from 'vitest'
import type { OpenItem } from '../../../src-shared/contract/openItems.ts'
import { paymentRows } from '../../../src-renderer/screens/receivePayment/payment-row.ts'
import { day } from './rows.ts'

const item = (documentId: number, changes: Partial<OpenItem> = {}): OpenItem => ({
  documentId,
  customerId: 1,
  kind: 'invoice',
  number: `INV-${documentId}`,
  reference: '',
  currency: 'USD',
  documentDate: day('2025-05-12'),
  dueDate: day('2025-06-11'),
  original: 100_00,
  open: 100_00,
  daysLate: 0,
  discountUntil: null,
  discount: 0,
  graceDays: 0,
  mark: null,
  unappliedAs: null,
  ...changes,
})

test('items disputed or held come after the other debits, credits last; each keeps its order by due date', () => {
  const items = [
    item(1, { mark: 'disputed' }),
    item(2, { kind: 'receipt', open: -50_00 }),
    item(3),
    item(4, { mark: 'held' }),
    item(5),
  ]
  const rows = paymentRows(items, {}, { date: day('2025-06-30'), graceDays: 0 })
  expect(rows.map(({ documentId }) => documentId)).toEqual([3, 5, 1, 4, 2])
})
