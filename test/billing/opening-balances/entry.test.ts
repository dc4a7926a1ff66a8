import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import {
  blankOpening,
  checkOpening,
  countTyped,
  newOpeningRow,
  openingFieldOf,
  openingInput,
  openingOfDraft,
  rateShown,
  sumsOf,
  withCustomer,
  withRate,
} from '../../../src-renderer/billing/opening-balances/entry.ts'
import type { OpeningRow } from '../../../src-renderer/billing/opening-balances/entry.ts'

const day = calendarDate
const customer = { key: '7', code: 'NORTH01', name: 'Northgate Foods' }

const row = (changes: Partial<OpeningRow> = {}): OpeningRow => ({
  ...newOpeningRow('USD'),
  customer,
  number: 'H-2201',
  date: day('2025-05-20'),
  amount: 120_00,
  ...changes,
})

const entry = (...rows: readonly OpeningRow[]) => ({ ...blankOpening('uid', 'USD'), rows })

describe('opening balances being typed', () => {
  test('an amount below zero is a credit; blank rows are not sent', () => {
    const input = openingInput(entry(row(), newOpeningRow('USD'), row({ number: 'C-1', amount: -30_00 })))
    expect(input?.items.map(({ kind, number, amount, dueDate }) => [kind, number, amount, dueDate])).toEqual([
      ['invoice', 'H-2201', 120_00, null],
      ['credit_note', 'C-1', 30_00, null],
    ])
    expect(input?.commandUid).toBe('uid')
    expect(openingInput(entry(row({ date: null })))).toBeNull()
    expect(openingInput(entry(newOpeningRow('USD')))).toBeNull()
  })

  test('the rate follows the table for customer and day, until another is typed over it', () => {
    const rates = { 'EUR 2025-05-20': '1.08', 'EUR 2025-05-21': '1.09' }
    const shown = (changes: Partial<OpeningRow>) => rateShown(row({ currency: 'EUR', ...changes }), rates)
    expect(shown({})).toBe('1.08')
    expect(shown({ date: day('2025-05-21') })).toBe('1.09')
    expect(shown({ date: day('2025-05-22') })).toBe('')
    expect(shown({ currency: 'USD' })).toBe('')
    const typed = withRate(row({ currency: 'EUR' }), '1.20', rates)
    expect(rateShown({ ...typed, date: day('2025-05-21') }, rates)).toBe('1.20')
    expect(openingInput(entry(typed))?.items[0]?.rate).toBe('1.20')
    expect(withRate(typed, '1.08', rates).rate).toBe('')
    expect(openingInput(entry(withRate(typed, '', rates)))?.items[0]?.rate).toBeNull()
  })

  test('each row says what it lacks', () => {
    expect(checkOpening(entry(row(), newOpeningRow('USD')))).toEqual({})
    expect(checkOpening(entry(newOpeningRow('USD')))).toEqual({
      'lines.0.customerId': 'Enter the first item: its customer, number, date and amount.',
    })
    const wrong = row({ customer: null, number: ' ', due: day('2025-05-19'), amount: 0 })
    expect(checkOpening(entry(row(), wrong, row({ date: null })))).toEqual({
      'lines.1.customerId': 'Choose the customer.',
      'lines.1.number': 'Enter the number it had in the old books.',
      'lines.1.dueDate': 'It is due before its date.',
      'lines.1.amount': 'Enter what was open; below zero for a credit.',
      'lines.2.documentDate': 'Enter its date.',
    })
  })

  test('a refusal is said in the row it concerns, blank rows left out', () => {
    const rows = [newOpeningRow('USD'), row(), row({ number: 'H-2202' })]
    expect(openingFieldOf('items.1.number', rows)).toBe('lines.2.number')
    expect(openingFieldOf('items.2.number', rows)).toBeNull()
    expect(openingFieldOf('items', rows)).toBeNull()
  })

  test('the sums stand by currency, the company’s own first', () => {
    const rows = [row({ currency: 'EUR', amount: 10_00 }), row(), row({ amount: -20_00 }), row({ amount: null })]
    expect(sumsOf(rows, 'USD')).toEqual([
      { currency: 'USD', owed: 120_00, credits: -20_00, total: 100_00 },
      { currency: 'EUR', owed: 10_00, credits: 0, total: 10_00 },
    ])
    expect(sumsOf([], 'USD')).toEqual([{ currency: 'USD', owed: 0, credits: 0, total: 0 }])
  })

  test('an amount typed in another currency has to be typed anew', () => {
    expect(withCustomer(row(), { ...customer, key: '8' }, 'USD').amount).toBe(120_00)
    expect(withCustomer(row(), { ...customer, key: '8' }, 'JPY')).toMatchObject({ currency: 'JPY', amount: null })
  })

  test('a draft comes back as it was left', () => {
    const typed = entry(row({ due: day('2025-06-19'), reference: 'PO 7' }), newOpeningRow('USD'))
    expect(countTyped(typed.rows)).toBe(1)
    const body: unknown = JSON.parse(JSON.stringify(typed))
    const of = { uid: typed.draftUid, kind: 'opening_balances', customerId: null, title: '', updatedAt: '' } as const
    expect(openingOfDraft({ ...of, body }, 'other', 'USD')).toEqual(typed)
    expect(openingOfDraft({ ...of, body: {} }, 'other', 'USD')).toMatchObject({ commandUid: 'other', rows: [{}] })
  })
})
