import { expect, test } from 'vitest'
import type { PostedEntry } from '../../../src-shared/ledger/contract/documents.ts'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { postingColumns, postingRows } from '../../../src-renderer/documents/document/posting-columns.tsx'
import { formatFor } from '../../../src-renderer/ui/conventions.tsx'

const day = calendarDate('2025-07-10')
const format = formatFor({
  workDate: day,
  dateOrder: 'mdy',
  dateStyle: 'text',
  decimal: '.',
  group: ',',
  negative: 'minus',
  grouping: 'thousands',
  weekStart: 1,
})
const entry = (currency: string, amount: number, baseAmount: number): PostedEntry => ({
  currency,
  postingId: 1,
  generatedMemo: null,
  postingDate: day,
  memo: '',
  accountCode: '1200',
  accountName: 'Receivable',
  itemNumber: null,
  amount,
  baseAmount,
  command: { seq: 1, name: 'receipts.post', user: '', device: '', recordedAt: '', approvedBy: '' },
})

const figures = (currency: string, baseCurrency: string) => {
  const rows = postingRows([entry(currency, -1000, -1300), entry(currency, 1000, 1200), entry(currency, 0, 100)])
  return postingColumns(format, { currency, baseCurrency }, rows)
    .filter(({ align }) => align === 'end')
    .map(({ title, value }) => [title, ...rows.map((row) => value(row))])
}

test('a foreign document shows both sides in the company’s currency too, an exchange difference in that alone', () => {
  expect(figures('EUR', 'USD')).toEqual([
    ['Debit EUR', 0, 1000, 0],
    ['Credit EUR', 1000, 0, 0],
    ['Debit USD', 0, 1200, 100],
    ['Credit USD', 1300, 0, 0],
  ])
})

test('another shows each amount once', () => {
  expect(figures('USD', 'USD').map(([title]) => title)).toEqual(['Debit', 'Credit'])
})

test('a posting says what it is in words made of its code, an older one in the text it was made with', () => {
  const made = { code: 'memo_void', params: { document: 'INV-00007' } } as const
  const rows = postingRows([
    { ...entry('USD', 1, 1), generatedMemo: made },
    { ...entry('USD', 1, 1), postingId: 2, memo: 'Application of RCT-00001' },
  ])
  const [column] = postingColumns(format, { currency: 'USD', baseCurrency: 'USD' }, rows)
  expect(rows.map((row) => String(column?.value(row)).slice(-24))).toEqual([
    expect.stringMatching(/Void of INV-00007$/),
    'Application of RCT-00001',
  ])
})
