import { describe, expect, test } from 'vitest'
import { blankBilling } from '../../../src-renderer/billing/entry/entry.ts'
import { newLine } from '../../../src-renderer/billing/entry/line.ts'
import {
  blankRecurring,
  daysOfMonthFor,
  forCustomer,
  monthlyAfter,
  monthlyFrom,
  recurringDraft,
  recurringOfBilling,
  scheduleEntryOf,
  withFirstDate,
} from '../../../src-renderer/billing/schedule/entry.ts'
import { readSchedule } from '../../../src-renderer/billing/schedule/schedule-input.ts'
import { recurringFieldOf } from '../../../src-renderer/billing/recurring-edit/input.ts'
import { day } from '../../fixtures/entries.ts'

const acme = { key: '7', code: 'ACME', name: 'Acme' }

describe('a schedule as it is typed', () => {
  const typed = monthlyFrom(day('2025-10-03'))

  test('is read back as it was kept', () => {
    const reading = readSchedule({ ...typed, every: ' 3 ', endKind: 'after', times: '4' })
    if (!reading.ok) throw new Error('it can be read')
    expect(reading.schedule).toMatchObject({ every: 3, end: { kind: 'after', times: 4 } })
    expect(readSchedule(scheduleEntryOf(reading.schedule))).toEqual(reading)
  })

  test('says what is wrong beside each field', () => {
    const wrong = { ...typed, every: '0', firstDate: null, endKind: 'after', times: 'x' } as const
    const reading = readSchedule(wrong)
    expect(reading.ok ? [] : Object.keys(reading.errors)).toEqual(['every', 'firstDate', 'times'])
    expect(readSchedule({ ...typed, endKind: 'on', endDate: day('2025-10-02') })).toMatchObject({
      errors: { endDate: 'It ends before it is due first. Enter a later day.' },
    })
  })

  test('has a choice of days only at the end of a short month', () => {
    expect(daysOfMonthFor(day('2025-10-03'))).toEqual([3])
    expect(daysOfMonthFor(day('2025-02-28'))).toEqual([28, 29, 30, 31])
    expect(daysOfMonthFor(day('2025-10-31'))).toEqual([31])
  })

  test('forgets a day of the month that another first date does not go with', () => {
    const last = { ...monthlyFrom(day('2025-02-28')), dayOfMonth: 31 }
    expect(withFirstDate(last, day('2025-04-30')).dayOfMonth).toBe(31)
    expect(withFirstDate(last, day('2025-04-29')).dayOfMonth).toBeNull()
  })

  test('of a memorised invoice begins a month after it, on its day', () => {
    expect(monthlyAfter(day('2025-10-03'))).toMatchObject({ firstDate: '2025-11-03', dayOfMonth: null })
    expect(monthlyAfter(day('2025-01-31'))).toMatchObject({ firstDate: '2025-02-28', dayOfMonth: 31 })
  })
})

describe('a recurring invoice', () => {
  test('memorised from an entry says what that says, under the customer’s name', () => {
    const entry = {
      ...blankBilling({ commandUid: 'c', customer: acme, documentDate: day('2025-10-03'), pricesIncludeTax: true }),
      reference: 'PO 7',
      lines: [{ ...newLine(), description: 'Rent' }],
    }
    const made = recurringOfBilling(entry, day('2025-12-01'))
    expect(made).toMatchObject({ name: 'Acme', customer: acme, reference: 'PO 7', pricesIncludeTax: true })
    expect(made).toMatchObject({ lines: entry.lines, schedule: { firstDate: '2025-11-03' } })
    expect(made.commandUid).not.toBe(entry.commandUid)
  })

  test('is the same after it was kept as a draft', () => {
    const entry = { ...blankRecurring(day('2025-10-03'), false), existing: { id: 3, version: 2 }, name: 'Rent' }
    const draft = { uid: entry.draftUid, kind: 'recurring', customerId: null, title: '', updatedAt: '' } as const
    const body: unknown = JSON.parse(JSON.stringify(entry))
    const again = recurringDraft.read({ ...draft, body }, 'another')
    expect({ ...again, lines: again.lines.map((line) => ({ ...line, key: '' })) }).toEqual({
      ...entry,
      lines: entry.lines.map((line) => ({ ...line, key: '' })),
    })
  })

  test('takes its customer’s name while it has none', () => {
    const blank = blankRecurring(day('2025-10-03'), false)
    expect(forCustomer(blank, acme).name).toBe('Acme')
    expect(forCustomer({ ...blank, name: 'Rent' }, acme).name).toBe('Rent')
  })

  test('refused, is said beside the field the ledger names', () => {
    expect(recurringFieldOf('schedule.firstDate', [])).toBe('firstDate')
    expect(recurringFieldOf('lines.0.taxCodeId', [2])).toBe('lines.2.taxCodeId')
    expect(recurringFieldOf('memo', [])).toBe('memo')
    expect(recurringFieldOf('version', [])).toBeNull()
  })
})
