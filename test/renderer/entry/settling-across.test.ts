import { describe, expect, test } from 'vitest'
import { exchangeRate } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { adjustmentDraft, adjustmentInput, checkAdjustment } from '../../../src-renderer/cash/adjustment/entry.ts'
import {
  blankIdentify,
  identifyInput,
  identifyDraft,
  isSettledBy,
  withDeductions,
  withProposal,
  withRows,
} from '../../../src-renderer/cash/identify-receipt/entry.ts'
import {
  chosenOf,
  appliedLines,
  rowErrors,
  rowPathOf,
  settleRows,
  shownRate,
  sumApplied,
  toggleApplied,
  withCrossRate,
  withSettles,
  withApplied,
} from '../../../src-renderer/cash/settling/settle-row.ts'
import { day } from '../../fixtures/entries.ts'
import { openItem, settleRow } from './items.ts'

/** An invoice of 100.00 EUR under money in USD, at 1.10 by the table. */
const euros = (changes = {}) =>
  settleRow(2, { currency: 'EUR', money: 'USD', usualRate: exchangeRate('1.1'), ...changes })
const write = (amount: number, currency = ''): string => `${(amount / 100).toFixed(2)} ${currency}`.trim()
const customer = { key: '7', code: 'NORTH01', name: 'Northgate Foods' }

describe('an item in another currency than what settles it', () => {
  test('is listed after those of the money, with what was entered of it', () => {
    const items = [openItem(1, { currency: 'EUR' }), openItem(2)]
    const chosen = { applied: { 1: 108_45 }, settles: { 1: 100_00 }, rates: {} }
    const rows = settleRows(items, chosen, day('2025-06-30'), undefined, {
      money: 'USD',
      crossRates: { EUR: exchangeRate('1.1') },
    })
    expect(rows.map(({ documentId }) => documentId)).toEqual([2, 1])
    expect(rows[1]).toMatchObject({ applied: 108_45, settles: 100_00, usualRate: '1.1', money: 'USD' })
    expect(rows[1] && shownRate(rows[1])).toBe('1.0845 USD/EUR')
    expect(chosenOf(rows)).toEqual(chosen)
  })

  test('is taken in full at the rate of the day with Space; again takes it back', () => {
    const applied = toggleApplied(euros())
    expect(applied).toMatchObject({ applied: 110_00, settles: 100_00 })
    expect(toggleApplied(applied)).toMatchObject({ applied: 0, settles: 0 })
  })

  test('follows the amount, what it settles or the rate, whichever is typed', () => {
    expect(withApplied(euros(), 55_00)).toMatchObject({ applied: 55_00, settles: 50_00 })
    expect(shownRate(withApplied(toggleApplied(euros()), 108_45))).toBe('1.0845 USD/EUR')
    expect(withSettles(euros(), 40_00)).toMatchObject({ applied: 44_00, settles: 40_00 })
    expect(withCrossRate(toggleApplied(euros()), '1.2')).toMatchObject({ applied: 120_00, settles: 100_00 })
  })

  test('says beside its own field what is missing or too much, in its currency', () => {
    const wrong = [
      euros({ settles: 110_00, applied: 1 }),
      euros({ settles: 5 }),
      euros({ applied: 5 }),
      euros({ applied: -1 }),
    ]
    expect(rowErrors(wrong, write)).toEqual({
      'lines.0.settles': 'Only 100.00 EUR is open.',
      'lines.1.amount': 'Enter what is taken for INV-2, or its rate.',
      'lines.2.settles': 'Enter what it settles in EUR.',
      'lines.3.amount': 'Enter zero or more.',
    })
    const rows = [settleRow(1), euros({ settles: 100_00, applied: 110_00 })]
    expect(rowPathOf('applications.0.settles', rows)).toBe('lines.1.settles')
  })

  test('is counted in the money, and sent with both amounts', () => {
    const rows = [settleRow(1, { applied: 30_00 }), euros({ settles: 100_00, applied: 110_00 })]
    expect(sumApplied(rows)).toBe(140_00)
    expect(appliedLines(rows)).toEqual([
      { documentId: 1, amount: 30_00 },
      { documentId: 2, amount: 110_00, settles: 100_00 },
    ])
  })
})

test('an adjustment settles items of other currencies, and its draft comes back with both amounts', () => {
  const rows = [toggleApplied(euros())]
  const blank = { ...adjustmentDraft.blank('uid'), customer, date: day('2025-06-30'), reasonCodeId: 3 }
  const entry = { ...blank, ...chosenOf(rows) }
  expect(checkAdjustment(entry, rows, write)).toEqual({})
  expect(adjustmentInput(entry, rows)).toMatchObject({
    amount: 110_00,
    applications: [{ documentId: 2, amount: 110_00, settles: 100_00 }],
  })
  const body: unknown = JSON.parse(JSON.stringify(entry))
  expect(adjustmentDraft.read({ uid: entry.draftUid, body: body }, 'other')).toEqual(entry)
})

describe('a receipt being identified', () => {
  const typed = { ...blankIdentify(3, 'uid', day('2025-06-30')), customer }

  test('settles items of other currencies, and its draft comes back with both amounts', () => {
    const rows = [toggleApplied(euros())]
    const entry = withRows(typed, rows)
    expect(identifyInput(entry, rows, null)?.applications).toMatchObject([
      { documentId: 2, amount: 110_00, settles: 100_00 },
    ])
    expect(rows[0] && isSettledBy(rows[0], null)).toBe(true)
    const body: unknown = JSON.parse(JSON.stringify(entry))
    const of = { uid: entry.draftUid, kind: 'identified_receipt', customerId: 7, title: '', updatedAt: '' } as const
    expect(identifyDraft.read({ ...of, body: body }, 'other')).toEqual(entry)
  })

  test('what the payer kept back of one is in its currency, and the money follows the rate', () => {
    const rows = [toggleApplied(euros())]
    const [row] = rows
    if (row === undefined) throw new Error('a row is taken')
    const entry = withDeductions(withRows(typed, rows), row, [{ reasonCodeId: 4, amount: 10_00, memo: '' }])
    expect(entry).toMatchObject({ applied: { 2: 99_00 }, settles: { 2: 90_00 } })
  })

  test('a proposal asked for takes all back that was entered by hand', () => {
    const entry = withProposal(withRows(typed, [withCrossRate(toggleApplied(euros()), '1.2')]))
    expect(entry).toMatchObject({ applied: null, settles: {}, rates: {}, deductions: {}, proposal: 0 })
  })
})
