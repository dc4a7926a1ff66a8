import { expect, test } from 'vitest'
import { paymentRows } from '../../../src-renderer/cash/receive-payment/payment-row.ts'
import { openItem as item } from '../../renderer/entry/items.ts'
import { day } from './rows.ts'

test('items disputed or held come after the other debits, credits last; each keeps its order by due date', () => {
  const items = [
    item(1, { hold: 'disputed' }),
    item(2, { kind: 'receipt', open: -50_00 }),
    item(3),
    item(4, { hold: 'held' }),
    item(5),
  ]
  const rows = paymentRows(items, {}, { date: day('2025-06-30'), graceDays: 0 })
  expect(rows.map(({ documentId }) => documentId)).toEqual([3, 5, 1, 4, 2])
})
