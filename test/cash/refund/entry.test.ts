import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import {
  checkRefund,
  refundDraft,
  refundFieldOf,
  refundInput,
  sumsOf,
  withCustomer,
  withApplied,
} from '../../../src-renderer/cash/refund/entry.ts'
import type { RefundEntry } from '../../../src-renderer/cash/refund/entry.ts'
import { isBlankSettling } from '../../../src-renderer/cash/settling/settling-entry.ts'
import type { SettleRow } from '../../../src-renderer/cash/settling/settle-row.ts'
import { settleRow } from '../../renderer/entry/items.ts'

const day = calendarDate('2025-06-30')
const write = (amount: number): string => (amount / 100).toFixed(2)
const customer = { key: '7', code: 'NORTH01', name: 'Northgate Foods' }

const row = (documentId: number, applied: number): SettleRow =>
  settleRow(documentId, { kind: 'receipt', number: `RCT-${documentId}`, open: 80_00, applied })

const entry = (changes: Partial<RefundEntry> = {}): RefundEntry => ({
  ...refundDraft.blank('uid'),
  date: day,
  customer,
  ...changes,
})

describe('a refund being typed', () => {
  test('pays back one credit: taking another lets go of the first', () => {
    const first = withApplied(entry(), row(1, 80_00))
    expect(first.applied).toEqual({ 1: 80_00 })
    expect(withApplied(first, row(2, 30_00)).applied).toEqual({ 2: 30_00 })
    expect(withApplied(first, row(1, 0)).applied).toEqual({})
    expect(withApplied(first, null).applied).toEqual({})
  })

  test('its foot says what goes out and what stays', () => {
    expect(sumsOf([row(1, 0), row(2, 30_00)])).toEqual({ refund: 30_00, left: 50_00, rounding: 0 })
    expect(sumsOf([row(1, 0), row(2, 0)])).toEqual({ refund: 0, left: 160_00, rounding: 0 })
  })

  test('all of a credit is paid back in coins, where cash is rounded', () => {
    const how = { rule: { cashRounding: 'cash', cashRoundingStep: 50 }, isCash: true, isBaseCurrency: true } as const
    expect(sumsOf([{ ...row(1, 80_20), open: 80_20 }], how)).toEqual({ refund: 80_20, left: 0, rounding: -20 })
    expect(sumsOf([row(1, 30_20)], how)).toMatchObject({ rounding: 0 })
    expect(sumsOf([{ ...row(1, 80_20), open: 80_20 }], { ...how, isCash: false })).toMatchObject({ rounding: 0 })
    expect(refundInput(entry(), [row(1, 80_00)], -20)).toMatchObject({ amount: 79_80, rounding: -20 })
  })

  test('says what is missing, beside its field', () => {
    expect(checkRefund(entry(), [row(1, 80_00)], write)).toEqual({})
    expect(checkRefund(entry(), [row(1, 0)], write)).toEqual({
      'lines.0.amount': 'Take the credit to pay back with Space, or type the amount.',
    })
    expect(checkRefund(entry(), [], write)).toEqual({ customerId: 'This customer has no credit to pay back.' })
    expect(checkRefund(entry({ customer: null, date: null }), [], write)).toEqual({
      customerId: 'Choose the customer: type a code, a name or an invoice number.',
      date: 'Enter the date of the refund.',
    })
    expect(checkRefund(entry(), [row(1, 90_00)], write)).toEqual({
      'lines.0.amount': 'Only 80.00 is open. If the bank paid it all the same, tick Paid back too much.',
    })
  })

  test('more than is left can be paid back where the bank did so', () => {
    const overpaid = entry({ overpaid: true })
    expect(checkRefund(overpaid, [row(1, 90_00)], write)).toEqual({})
    expect(checkRefund(overpaid, [row(1, -1)], write)).toEqual({ 'lines.0.amount': 'Enter zero or more.' })
    expect(refundInput(overpaid, [row(1, 90_00)])).toMatchObject({ amount: 90_00, overpaid: true })
    expect(withCustomer(overpaid, { ...customer, key: '8' }).overpaid).toBe(false)
  })

  test('a refusal of the credit or its amount is said in its row', () => {
    const rows = [row(1, 0), row(2, 30_00)]
    expect(refundFieldOf('amount', rows)).toBe('lines.1.amount')
    expect(refundFieldOf('creditDocumentId', rows)).toBe('lines.1.amount')
    expect(refundFieldOf('date', rows)).toBe('date')
    expect(refundFieldOf('rates', rows)).toBeNull()
  })

  test('is sent for the credit taken', () => {
    expect(refundInput(entry({ reference: '1004' }), [row(1, 0), row(2, 30_00)])).toMatchObject({
      commandUid: 'uid',
      creditDocumentId: 2,
      amount: 30_00,
      date: day,
      method: 'check',
      rate: null,
      reference: '1004',
      bankAccountId: null,
    })
    expect(refundInput(entry(), [row(1, 0)])).toBeNull()
  })

  test('another customer has other credits; a draft comes back as it was left', () => {
    const typed = entry({ applied: { 1: 80_00 }, method: 'transfer', bankAccountId: 2 })
    expect(withCustomer(typed, { ...customer, key: '8' }).applied).toEqual({})
    expect(isBlankSettling(entry())).toBe(true)
    expect(isBlankSettling(typed)).toBe(false)
    const body: unknown = JSON.parse(JSON.stringify(typed))
    const draft = { uid: typed.draftUid, kind: 'refund', customerId: 7, title: '', body, updatedAt: '' } as const
    expect(refundDraft.read(draft, 'other')).toEqual(typed)
  })
})
