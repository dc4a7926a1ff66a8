import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import {
  adjustmentDraft,
  adjustmentInput,
  checkAdjustment,
  isBlankAdjustment,
  sumsOf,
  withAmount,
  withCustomer,
  withDirection,
} from '../../../src-renderer/cash/adjustment/entry.ts'
import type { AdjustmentEntry } from '../../../src-renderer/cash/adjustment/entry.ts'
import type { SettleRow } from '../../../src-renderer/cash/settling/settle-row.ts'
import { settleRow } from '../../renderer/entry/items.ts'

const day = calendarDate('2025-06-30')
const write = (amount: number): string => (amount / 100).toFixed(2)
const customer = { key: '7', code: 'NORTH01', name: 'Northgate Foods' }

const row = (documentId: number, applied: number): SettleRow => settleRow(documentId, { applied })

const entry = (changes: Partial<AdjustmentEntry> = {}): AdjustmentEntry => ({
  ...adjustmentDraft.blank('uid'),
  date: day,
  customer,
  reasonCodeId: 3,
  ...changes,
})

describe('an adjustment being typed', () => {
  test('its amount follows from what is applied until one is typed', () => {
    const rows = [row(1, 100_00), row(2, 20_00)]
    expect(sumsOf(entry(), rows)).toEqual({ amount: 120_00, applied: 120_00, left: 0 })
    expect(sumsOf(entry({ amount: 150_00 }), rows)).toEqual({ amount: 150_00, applied: 120_00, left: 30_00 })
  })

  test('a write-off begun from an invoice takes less of it when less is typed, and never more than is open', () => {
    const begun = entry({ applied: { 1: 100_00 } })
    const open = { open: 100_00 }
    const less = withAmount(begun, [settleRow(1, { ...open, applied: 100_00 })], 40_00)
    expect(less).toMatchObject({ amount: 40_00, applied: { 1: 40_00 } })
    const more = withAmount(less, [settleRow(1, { ...open, applied: 40_00 })], 150_00)
    expect(more).toMatchObject({ amount: 150_00, applied: { 1: 100_00 } })
    // A digit taken back.
    expect(withAmount(more, [settleRow(1, { ...open, applied: 100_00 })], 15_00)).toMatchObject({
      applied: { 1: 15_00 },
    })
  })

  test('an amount of which only a part is applied, or several items take theirs, leaves the items alone', () => {
    const part = entry({ amount: 60_00, applied: { 1: 40_00 } })
    expect(withAmount(part, [row(1, 40_00)], 50_00)).toMatchObject({ amount: 50_00, applied: { 1: 40_00 } })
    const two = entry({ applied: { 1: 40_00, 2: 10_00 } })
    expect(withAmount(two, [row(1, 40_00), row(2, 10_00)], 30_00).applied).toEqual({ 1: 40_00, 2: 10_00 })
    expect(withAmount(entry({ applied: { 1: 40_00 } }), [row(1, 40_00)], null).applied).toEqual({ 1: 40_00 })
  })

  test('one that raises the balance settles nothing', () => {
    const raised = withDirection(entry({ amount: 50_00, applied: { 1: 100_00 } }), 'increase')
    expect(raised.applied).toEqual({})
    expect(sumsOf(raised, [row(1, 100_00)])).toEqual({ amount: 50_00, applied: 0, left: 50_00 })
    expect(adjustmentInput(raised, [row(1, 100_00)])?.applications).toEqual([])
  })

  test('another customer has other items', () => {
    const typed = entry({ applied: { 1: 100_00 }, memo: 'agreed' })
    expect(withCustomer(typed, { ...customer, key: '8' })).toMatchObject({ applied: {}, memo: 'agreed' })
    expect(withCustomer(typed, customer).applied).toEqual({ 1: 100_00 })
  })

  test.each<[string, AdjustmentEntry, readonly SettleRow[], Record<string, string>]>([
    ['complete', entry(), [row(1, 100_00)], {}],
    ['an amount alone, which stays as credit', entry({ amount: 5_00 }), [row(1, 0)], {}],
    ['nothing taken', entry(), [row(1, 0)], { amount: 'Enter the amount, or take items below with Space.' }],
    ['raised by nothing', entry({ direction: 'increase' }), [], { amount: 'Enter the amount.' }],
    [
      'more applied than the amount',
      entry({ amount: 90_00 }),
      [row(1, 100_00)],
      { amount: '10.00 too much is applied. Apply less, or enter 100.00.' },
    ],
    [
      'nothing chosen',
      entry({ customer: null, reasonCodeId: null, date: null, amount: 1 }),
      [],
      {
        customerId: 'Choose the customer: type a code, a name or an invoice number.',
        reasonCodeId: 'Choose the reason: it names the account.',
        date: 'Enter the date of the adjustment.',
      },
    ],
  ])('%s', (_name, typed, rows, errors) => {
    expect(checkAdjustment(typed, rows, write)).toEqual(errors)
  })

  test('is sent with the items it settles', () => {
    const typed = entry({ memo: 'gone bust' })
    expect(adjustmentInput(typed, [row(1, 100_00), row(2, 0)])).toEqual({
      commandUid: 'uid',
      draftUid: typed.draftUid,
      customerId: 7,
      currency: null,
      date: day,
      direction: 'decrease',
      amount: 100_00,
      reasonCodeId: 3,
      rate: null,
      reference: '',
      memo: 'gone bust',
      applications: [{ documentId: 1, amount: 100_00 }],
    })
  })

  test('a customer alone is nothing typed; a draft comes back as it was left', () => {
    const typed = entry({ applied: { 1: 100_00 }, direction: 'decrease', rate: '1,25' })
    expect(isBlankAdjustment(entry())).toBe(true)
    expect(isBlankAdjustment(typed)).toBe(false)
    const body: unknown = JSON.parse(JSON.stringify(typed))
    const draft = { uid: typed.draftUid, kind: 'adjustment', customerId: 7, title: '', body, updatedAt: '' } as const
    expect(adjustmentDraft.read(draft, 'other')).toEqual(typed)
  })
})
