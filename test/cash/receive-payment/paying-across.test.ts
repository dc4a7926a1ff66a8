import { describe, expect, test } from 'vitest'
import { checkReceipt } from '../../../src-renderer/cash/receive-payment/check.ts'
import { blankReceipt, withBankPaid, withRate } from '../../../src-renderer/cash/receive-payment/entry.ts'
import { paymentRows } from '../../../src-renderer/cash/receive-payment/payment-row.ts'
import {
  rateIn,
  togglePaid,
  withCrossRate,
  withPayment,
  withSettles,
  withWriteOff,
} from '../../../src-renderer/cash/receive-payment/paying.ts'
import { receiptCommand, sentRows } from '../../../src-renderer/cash/receive-payment/posting.ts'
import { rateOfBank } from '../../../src-renderer/cash/settling/cross-rates.ts'
import { summarise } from '../../../src-renderer/cash/receive-payment/summary.ts'
import { exchangeRate } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { openItem } from '../../renderer/entry/items.ts'
import { credit, day, debit, write } from './rows.ts'

/** An invoice of 100.00 EUR under money in USD, at 1.10 by the table. */
const euros = (changes = {}) => debit(1, { currency: 'EUR', money: 'USD', usualRate: exchangeRate('1.1'), ...changes })
const amounts = ({ payment, settles }: ReturnType<typeof euros>) => ({ payment, settles })

describe('a row in another currency than the money', () => {
  test('Space pays it in full at the rate of the day; again takes it back', () => {
    const paid = togglePaid(euros())
    expect(amounts(paid)).toEqual({ payment: 110_00, settles: 100_00 })
    expect(rateIn(paid)).toBe('1.1')
    expect(amounts(togglePaid(paid))).toEqual({ payment: 0, settles: 0 })
  })

  test('what the bank paid is typed and the rate follows', () => {
    const paid = withPayment(togglePaid(euros()), 108_45)
    expect(amounts(paid)).toEqual({ payment: 108_45, settles: 100_00 })
    expect(rateIn(paid)).toBe('1.0845')
  })

  test('the rate is typed and the money follows', () => {
    const paid = withCrossRate(togglePaid(euros()), '1.0845')
    expect(amounts(paid)).toEqual({ payment: 108_45, settles: 100_00 })
  })

  test('a part is typed in either currency and the other follows', () => {
    expect(amounts(withSettles(euros(), 40_00))).toEqual({ payment: 44_00, settles: 40_00 })
    expect(amounts(withPayment(euros(), 55_00))).toEqual({ payment: 55_00, settles: 50_00 })
  })

  test('more money than the item needs closes it, and the rate says so', () => {
    const paid = withPayment(euros(), 120_00)
    expect(amounts(paid)).toEqual({ payment: 120_00, settles: 100_00 })
    expect(rateIn(paid)).toBe('1.2')
  })

  test('without a rate both amounts are asked for, each beside its field', () => {
    const unknown = togglePaid(euros({ usualRate: null }))
    const entry = blankReceipt('uid', {
      date: day('2025-06-30'),
      method: 'check',
      depositAccountId: null,
      batchId: null,
      currency: 'USD',
    })
    expect(checkReceipt(entry, [unknown], write)['lines.0.amount']).toBe('Enter what is paid for INV-1, or its rate.')
    const paid = withPayment(unknown, 108_45)
    expect(amounts(paid)).toEqual({ payment: 108_45, settles: 100_00 })
  })

  test('a write-off is in the currency of the item, and stands apart in the sums', () => {
    const paid = withWriteOff(togglePaid(euros()), 1_00)
    expect(amounts(paid)).toEqual({ payment: 108_90, settles: 99_00 })
    const summary = summarise(108_90, [paid], null)
    expect(summary).toMatchObject({ applied: 108_90, writeOffs: 0, unapplied: 0 })
    expect(summary.givenElsewhere).toEqual([{ currency: 'EUR', amount: 1_00 }])
  })
})

test('rows of other currencies stand after those of the money, debits as credits', () => {
  const items = [
    openItem(1, { currency: 'EUR' }),
    openItem(2),
    openItem(3, { currency: 'EUR', original: -5_00, open: -5_00 }),
    openItem(4, { original: -7_00, open: -7_00 }),
  ]
  const rows = paymentRows(items, {}, { date: day('2025-06-30'), graceDays: 0, money: 'USD', crossRates: {} })
  expect(rows.map(({ documentId }) => documentId)).toEqual([2, 1, 4, 3])
})

test('what the bank paid for the money gives its rate, until a rate is typed', () => {
  const like = {
    date: day('2025-06-30'),
    method: 'check',
    depositAccountId: null,
    batchId: null,
    currency: 'EUR',
  } as const
  const customer = { key: '7', code: 'NORTH', name: 'North' }
  const entry = withBankPaid({ ...blankReceipt('uid', like, customer), amount: 100_00 }, 108_45)
  const following = rateOfBank(entry, 'EUR', 'USD')
  expect(following).toBe('1.0845')
  const command = receiptCommand(entry, sentRows([]), 0, following)
  expect(command?.input).toMatchObject({ currency: 'EUR', rate: '1.0845' })
  expect(rateOfBank(withRate(entry, '1.2'), 'EUR', 'USD')).toBeNull()
})

describe('a credit in another currency than the money', () => {
  const like = {
    date: day('2025-06-30'),
    method: 'check',
    depositAccountId: null,
    batchId: null,
    currency: null,
  } as const
  /** 120.00 EUR are left of it. */
  const left = (changes = {}) =>
    credit(9, { currency: 'EUR', money: 'USD', usualRate: exchangeRate('1.1'), ...changes })

  test('is used up in full at the rate of the day with Space; again takes it back', () => {
    const used = togglePaid(left())
    expect(amounts(used)).toEqual({ payment: -132_00, settles: -120_00 })
    expect(amounts(togglePaid(used))).toEqual({ payment: 0, settles: 0 })
  })

  test('follows what it counts, what is used of it or the rate, whichever is typed', () => {
    expect(amounts(withPayment(left(), 55_00))).toEqual({ payment: -55_00, settles: -50_00 })
    expect(amounts(withSettles(left(), 40_00))).toEqual({ payment: -44_00, settles: -40_00 })
    expect(amounts(withCrossRate(togglePaid(left()), '1.2'))).toEqual({ payment: -144_00, settles: -120_00 })
    expect(rateIn(withPayment(togglePaid(left()), 130_00))).toBe('1.08333')
  })

  test('is sent with its own amount and what that counts', () => {
    const rows = [debit(1, { payment: 100_00 }), withSettles(left(), 50_00)]
    const entry = { ...blankReceipt('uid', like), customer: { key: '1', code: 'N', name: 'N' }, amount: 45_00 }
    const command = receiptCommand(entry, sentRows(rows))
    expect(command?.input.credits).toEqual([{ documentId: 9, amount: 50_00, settles: 55_00 }])
    expect(summarise(45_00, rows, null)).toMatchObject({ applied: 100_00, creditsUsed: 55_00, unapplied: 0 })
    expect(receiptCommand({ ...entry, amount: null }, sentRows(rows))).toMatchObject({
      name: 'applications.applyCredits',
      input: { currency: 'USD' },
    })
  })

  test('settles items of its own currency one for one, which the foot counts as the ledger does', () => {
    const rows = [withCrossRate(togglePaid(euros()), '1.2'), withSettles(left(), 100_00)]
    expect(summarise(0, rows, null)).toMatchObject({ applied: 120_00, creditsUsed: 110_00, needed: 0, unapplied: 0 })
  })

  test('says beside its own field what is missing or more than is left', () => {
    const entry = { ...blankReceipt('uid', like), customer: { key: '1', code: 'N', name: 'N' } }
    const said = (row: ReturnType<typeof left>) => checkReceipt(entry, [debit(1, { payment: 100_00 }), row], write)
    expect(said(left({ settles: -121_00, payment: -1 }))['lines.1.settles']).toBe('Only 120.00 is left of CRN-9.')
    expect(said(left({ settles: -5_00 }))['lines.1.amount']).toBe('Enter what CRN-9 counts, or its rate.')
    expect(said(left({ payment: -5_00 }))['lines.1.settles']).toBe('Enter what is used of CRN-9.')
  })
})
