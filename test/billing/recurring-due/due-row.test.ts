import { describe, expect, test } from 'vitest'
import type { DueOccurrence } from '../../../src-shared/billing/contract/recurring.ts'
import { describeDue } from '../../../src-renderer/billing/recurring-due/due-row.ts'
import {
  allToggled,
  dueRows,
  entriesOf,
  missingDates,
  NOTHING_ENTERED,
  occurrencesToPost,
  placeDueRefusal,
  tickedTotals,
  toggled,
} from '../../../src-renderer/billing/recurring-due/due-row.ts'
import { day } from '../../fixtures/entries.ts'

const due = (recurringId: number, changes: Partial<DueOccurrence> = {}): DueOccurrence => ({
  recurringId,
  name: `Rent ${recurringId}`,
  customerId: 1,
  customerCode: 'ACME',
  customerName: 'Acme',
  currency: 'USD',
  dueOn: day('2025-10-03'),
  documentDate: day('2025-10-03'),
  total: 1000,
  problem: null,
  ...changes,
})

const onHold = { problem: { code: 'customer_on_hold', params: { code: 'ACME' } } } as const
const three = () => dueRows([due(1), due(2, onHold), due(3, { currency: 'EUR' })], NOTHING_ENTERED)

describe('what is due', () => {
  test('is ticked at first, except what would be refused', () => {
    expect(three().map(({ isTicked }) => isTicked)).toEqual([true, false, true])
    expect(tickedTotals(three())).toEqual([
      ['USD', 1000],
      ['EUR', 1000],
    ])
  })

  test('keeps what was entered when it is read again', () => {
    const [first, second, third] = three()
    if (!first || !second || !third) throw new Error('three rows')
    const entries = entriesOf([{ ...toggled(first), date: day('2025-11-01') }, second, third])
    const [again] = dueRows([due(1), due(3)], entries)
    expect(again).toMatchObject({ isTicked: false, date: '2025-11-01' })
  })

  test('is ticked all, or none when all are', () => {
    const all = allToggled(three())
    expect(all.every(({ isTicked }) => isTicked)).toBe(true)
    expect(allToggled(all).some(({ isTicked }) => isTicked)).toBe(false)
  })

  test('is posted as ticked, each with its date and rate; a date that is missing is said beside its line', () => {
    const [first, second, third] = three()
    if (!first || !second || !third) throw new Error('three rows')
    expect(occurrencesToPost([first, second, { ...third, rate: ' 1,1 ' }])).toEqual([
      { recurringId: 1, dueOn: '2025-10-03', documentDate: '2025-10-03', rate: null },
      { recurringId: 3, dueOn: '2025-10-03', documentDate: '2025-10-03', rate: '1.1' },
    ])
    expect(Object.keys(missingDates([first, { ...second, date: null }, { ...third, date: null }]))).toEqual([
      'lines.2.date',
    ])
  })

  test('refused, is said beside the line at fault, though lines between are not posted', () => {
    const refusal = { message: 'closed' }
    expect(placeDueRefusal({ ...refusal, path: 'occurrences.1.documentDate' }, three()).errors).toEqual({
      'lines.2.date': 'closed',
    })
    expect(placeDueRefusal({ ...refusal, path: 'occurrences.0.customerId' }, three()).errors).toEqual({
      'lines.0.': 'closed',
    })
    expect(placeDueRefusal({ ...refusal, path: '' }, three()).banner).toBe('closed')
  })

  test('is said in a sentence', () => {
    expect(describeDue([], false)).toBe('No recurring invoice is due.')
    expect(describeDue([due(1)], false)).toBe('1 recurring invoice is due since 3 Oct 2025.')
    expect(describeDue([due(1), due(2)], true)).toBe('2+ recurring invoices are due, the oldest since 3 Oct 2025.')
  })
})
