import { describe, expect, test } from 'vitest'
import type { DocumentRow } from '../../../src-shared/ledger/contract/documents.ts'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import {
  checkReturn,
  isBlankReturn,
  returnFieldOf,
  returnInput,
  returnDraft,
  withReceipt,
} from '../../../src-renderer/cash/returned-payment/entry.ts'
import type { ReturnEntry } from '../../../src-renderer/cash/returned-payment/entry.ts'
import { returnable } from '../../../src-renderer/cash/returned-payment/receipt-search.ts'

const day = calendarDate('2025-06-30')
const receipt = { key: '12', code: 'RCT-00001', name: 'Northgate Foods' }
const entry = (changes: Partial<ReturnEntry> = {}): ReturnEntry => ({
  ...returnDraft.blank('uid'),
  date: day,
  receipt,
  ...changes,
})

const row = (id: number, changes: Partial<DocumentRow> = {}): DocumentRow => ({
  id,
  kind: 'receipt',
  number: `RCT-${id}`,
  customerId: 1,
  customerCode: 'NORTH01',
  customerName: 'Northgate Foods',
  documentDate: day,
  dueDate: day,
  reference: '',
  currency: 'USD',
  total: -100_00,
  open: 0,
  status: 'closed',
  hold: null,
  ...changes,
})

describe('a returned payment being typed', () => {
  test('no fee, or a fee of nothing, is none', () => {
    expect(returnInput(entry())?.fee).toBeNull()
    expect(returnInput(entry({ fee: 0 }))?.fee).toBeNull()
    const typed = entry({ fee: 25_00, bearer: 'company', reason: 'no funds' })
    expect(returnInput(typed)).toEqual({
      commandUid: 'uid',
      draftUid: typed.draftUid,
      id: 12,
      date: day,
      reason: 'no funds',
      fee: { amount: 25_00, bearer: 'company', rate: null },
    })
  })

  test('the fee on a foreign payment has a rate, which belongs to that receipt', () => {
    const typed = entry({ fee: 25_00, rate: '1,12' })
    expect(returnInput(typed)?.fee?.rate).toBe('1.12')
    expect(withReceipt(typed, { ...receipt, key: '13' }).rate).toBe('')
    expect(withReceipt(typed, receipt).rate).toBe('1,12')
    expect(returnFieldOf('fee.rate')).toBe('rate')
  })

  test('a fee typed in one currency is not taken for another when the receipt is changed', () => {
    const typed = entry({ fee: 25_00, feeCurrency: 'USD' })
    expect(checkReturn(typed, 'USD')).toEqual({})
    expect(checkReturn(typed, null), 'while the receipt is read').toEqual({})
    expect(checkReturn(typed, 'JPY')).toEqual({ fee: 'The payment was in JPY: enter the fee in that currency.' })
    expect(checkReturn({ ...typed, fee: 0 }, 'JPY')).toEqual({})
  })

  test('says what is missing, beside its field', () => {
    expect(checkReturn(entry(), 'USD')).toEqual({})
    expect(checkReturn(entry({ receipt: null, date: null, fee: -1 }), null)).toEqual({
      receipt: 'Choose the receipt: type its number, its check number or its amount.',
      date: 'Enter the day on which the bank took the payment back.',
      fee: 'Enter zero or more.',
    })
    expect(returnFieldOf('id')).toBe('receipt')
    expect(returnFieldOf('fee.amount')).toBe('fee')
    expect(returnFieldOf('elsewhere')).toBeNull()
  })

  test('receipts alone can come back, those not void, each once', () => {
    const rows = [row(1), row(1), row(2, { kind: 'invoice' }), row(3, { status: 'void' }), row(4, { status: 'open' })]
    expect(returnable(rows).map(({ id }) => id)).toEqual([1, 4])
  })

  test('a receipt alone is nothing typed; a draft comes back as it was left', () => {
    const typed = entry({ fee: 25_00, feeCurrency: 'EUR', bearer: 'company', rate: '1.12', reason: 'no funds' })
    expect(isBlankReturn(entry())).toBe(true)
    expect(isBlankReturn(typed)).toBe(false)
    const body: unknown = JSON.parse(JSON.stringify(typed))
    const draft = {
      uid: typed.draftUid,
      kind: 'returned_payment',
      customerId: 1,
      title: '',
      body,
      updatedAt: '',
    } as const
    expect(returnDraft.read(draft, 'other')).toEqual(typed)
  })
})
