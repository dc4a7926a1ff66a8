import { describe, expect, test } from 'vitest'
import {
  blankReceipt,
  receiptDraft,
  isBlankReceipt,
  withCustomer,
  withUnappliedAs,
} from '../../../src-renderer/cash/receive-payment/entry.ts'
import { paymentRows } from '../../../src-renderer/cash/receive-payment/payment-row.ts'
import { nextProposal, paymentsShown, proposalShown } from '../../../src-renderer/cash/receive-payment/proposed.ts'
import { openItem } from '../../renderer/entry/items.ts'
import { day } from './rows.ts'

const like = {
  date: day('2025-06-30'),
  method: 'check',
  depositAccountId: null,
  batchId: null,
  currency: null,
} as const
const north = { key: '1', code: 'NORTH01', name: 'Northgate Foods' }
const cedar = { key: '2', code: 'CEDAR01', name: 'Cedar & Sons' }
const proposals = [
  {
    reason: 'Exactly the amount of INV-1.',
    lines: [{ documentId: 1, amount: 98_00, discount: 2_00, writeOff: 0 }],
    credits: [],
  },
  {
    reason: 'The oldest less CRN-9.',
    lines: [{ documentId: 2, amount: 100_00, discount: 0, writeOff: 0 }],
    credits: [{ documentId: 9, amount: 2_00 }],
  },
]
const first = { kind: 'proposed', index: 0 } as const

describe('the proposal', () => {
  test('is shown while nothing was entered by hand', () => {
    expect(paymentsShown(first, proposals)).toMatchObject({ 1: { payment: 98_00, discount: 2_00 } })
  })
  test('uses credits as negative payments', () => {
    expect(paymentsShown({ kind: 'proposed', index: 1 }, proposals)).toMatchObject({ 9: { payment: -2_00 } })
  })
  test('never overwrites what was entered by hand', () => {
    const byHand = { kind: 'byHand', payments: {} } as const
    expect(paymentsShown(byHand, proposals)).toEqual({})
    expect(proposalShown(byHand, proposals)).toBeNull()
  })
  test('F5 goes round, and comes back after entering by hand', () => {
    expect(proposalShown(nextProposal(first), proposals)?.reason).toBe('The oldest less CRN-9.')
    expect(proposalShown(nextProposal(nextProposal(first)), proposals)?.reason).toBe('Exactly the amount of INV-1.')
    expect(nextProposal({ kind: 'byHand', payments: {} })).toEqual(first)
  })
  test('gives way to money said to be for later, unless it leaves some', () => {
    const entry = blankReceipt('uid', like, north)
    expect(withUnappliedAs(entry, 'prepayment', 0)).toMatchObject({
      unappliedAs: 'prepayment',
      allocation: { kind: 'byHand', payments: {} },
    })
    expect(withUnappliedAs(entry, 'on_account', 50_00).allocation).toEqual(first)
    expect(withUnappliedAs({ ...entry, unappliedAs: 'prepayment' }, null, 0).allocation).toEqual(first)
    const byHand = { kind: 'byHand', payments: paymentsShown(first, proposals) } as const
    expect(withUnappliedAs({ ...entry, allocation: byHand }, 'prepayment', 0).allocation).toEqual(byHand)
  })
  test('of another customer starts afresh', () => {
    const entry = { ...blankReceipt('uid', like, north), allocation: { kind: 'byHand', payments: {} } as const }
    expect(withCustomer(entry, cedar, '').allocation).toEqual(first)
    expect(withCustomer(entry, north, '').allocation).toEqual(entry.allocation)
  })
})

describe('the rows of the grid', () => {
  const items = [
    openItem(9, { kind: 'credit_note', number: 'CRN-9', original: -55_00, open: -55_00 }),
    openItem(1, { discountUntil: day('2025-06-30'), discount: 2_00 }),
    openItem(2, { discountUntil: day('2025-06-25'), discount: 2_00 }),
  ]
  const rowsOn = (date: string, graceDays = 0) => paymentRows(items, {}, { date: day(date), graceDays })

  test('credits stand last', () => {
    expect(rowsOn('2025-06-30').map(({ number }) => number)).toEqual(['INV-1', 'INV-2', 'CRN-9'])
  })
  test('of an item in instalments the parts due by the receipt’s date are due now', () => {
    const parts = [
      { dueDate: day('2025-06-11'), open: 50_00 },
      { dueDate: day('2025-07-11'), open: 30_00 },
      { dueDate: day('2025-08-11'), open: 20_00 },
    ]
    const dueOn = (date: string) => {
      const [row] = paymentRows([openItem(1, { parts })], {}, { date: day(date), graceDays: 0 })
      return [row?.dueNow, row?.isInParts]
    }
    expect(dueOn('2025-06-10')).toEqual([0, true])
    expect(dueOn('2025-06-11')).toEqual([50_00, true])
    expect(dueOn('2025-08-01')).toEqual([80_00, true])
    expect(rowsOn('2025-06-30').map(({ dueNow, isInParts }) => [dueNow, isInParts])).toEqual([
      [100_00, false],
      [100_00, false],
      [0, false],
    ])
  })
  test('days late are as of the receipt, and a credit is never late', () => {
    expect(rowsOn('2025-06-30').map((row) => row.daysLate)).toEqual([19, 19, 0])
    expect(rowsOn('2025-06-11').map((row) => row.daysLate)).toEqual([0, 0, 0])
  })
  test('a discount is earned on its last day, not a day later, but within the days of grace', () => {
    expect(rowsOn('2025-06-30').map((row) => row.discountEarned)).toEqual([2_00, 0, 0])
    expect(rowsOn('2025-06-30', 5).map((row) => row.discountEarned)).toEqual([2_00, 2_00, 0])
    expect(rowsOn('2025-06-30').map((row) => row.discountMost)).toEqual([2_00, 2_00, 0])
  })
})

describe('a draft', () => {
  test('holds nothing worth keeping before anything is typed', () => {
    expect(isBlankReceipt(blankReceipt('uid', like, north))).toBe(true)
    expect(isBlankReceipt({ ...blankReceipt('uid', like), amount: 1 })).toBe(false)
    expect(isBlankReceipt({ ...blankReceipt('uid', like), amount: 1 }, 1), 'offered with its document').toBe(true)
    expect(isBlankReceipt({ ...blankReceipt('uid', like), amount: 1, memo: 'x' }, 1)).toBe(false)
  })
  test('comes back as it was left', () => {
    const payments = {
      1: {
        payment: 5_00,
        settles: 0,
        rate: '',
        discount: 0,
        writeOff: 1_00,
        writeOffReason: 'short',
        deductions: [{ reasonCodeId: 5, amount: 50, memo: '' }],
      },
    }
    const entry = {
      ...blankReceipt('uid', like, north),
      amount: 98_00,
      memo: 'INV-1',
      allocation: { kind: 'byHand', payments } as const,
    }
    const body: unknown = JSON.parse(JSON.stringify(entry))
    const draft = { uid: entry.draftUid, kind: 'receipt', customerId: 1, title: '', body, updatedAt: '' } as const
    expect(receiptDraft.read(draft, 'other')).toEqual(entry)
  })
  test('of a shape never seen is an empty entry, not a crash', () => {
    const draft = { uid: 'd', kind: 'receipt', customerId: null, title: '', body: ['?'], updatedAt: '' } as const
    expect(receiptDraft.read(draft, 'uid')).toMatchObject({
      draftUid: 'd',
      commandUid: 'uid',
      customer: null,
      amount: null,
    })
  })
})
