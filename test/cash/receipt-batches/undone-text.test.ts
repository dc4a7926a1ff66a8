import { describe, expect, test } from 'vitest'
import { batchState } from '../../../src-renderer/cash/receipt-batches/batch-columns.tsx'
import { undoneText } from '../../../src-renderer/cash/receipt-batches/undone-text.ts'
import type { BatchReceipt, ReceiptBatch } from '../../../src-shared/cash/contract/receipt-batches.ts'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'

const format = { amount: (minor: number) => (minor / 100).toFixed(2), date: (date: string | null) => date ?? '' }

const receipt = (number: string, amount: number, how: 'void' | 'returned' | null = null): BatchReceipt => ({
  documentId: 1,
  number,
  payer: 'Northgate',
  reference: '',
  amount,
  undone: how === null ? null : { how, on: calendarDate('2025-06-12'), by: null },
})

const batch = {
  id: 1,
  version: 2,
  name: 'Morning post',
  date: calendarDate('2025-06-10'),
  currency: 'USD',
  method: 'check',
  depositAccountId: null,
  isClosed: true,
  controlCount: 3,
  controlTotal: 60_000,
  count: 3,
  total: 60_000,
  undoneCount: 2,
  undoneTotal: 35_000,
} satisfies ReceiptBatch

describe('a closed batch of which something was undone', () => {
  test('says what it was closed with, what was undone since and what is left', () => {
    const receipts = [receipt('RCT-1', 25_000), receipt('RCT-2', 20_000, 'void'), receipt('RCT-3', 15_000, 'returned')]
    expect(undoneText({ ...batch, receipts }, format)).toBe(
      'Batch Morning post was closed with 3 receipts, 600.00. Undone since: RCT-2 of 200.00, void on 2025-06-12; ' +
        'RCT-3 of 150.00, returned on 2025-06-12. That leaves 1 receipt, 250.00.',
    )
  })

  test('names four at most', () => {
    const receipts = [1, 2, 3, 4, 5, 6].map((each) => receipt(`RCT-${each}`, 100, 'void'))
    expect(undoneText({ ...batch, receipts }, format)).toContain('RCT-4 of 1.00, void on 2025-06-12; and 2 more.')
  })

  test.each([
    [{}, 'changed'],
    [{ undoneCount: 0 }, 'closed'],
    [{ isClosed: false, undoneCount: 0 }, 'agrees'],
    [{ isClosed: false, undoneCount: 0, count: 2 }, 'open'],
  ] as const)('%o is %s', (changes, state) => {
    expect(batchState({ ...batch, ...changes })).toBe(state)
  })
})
