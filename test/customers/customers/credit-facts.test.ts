import { expect, test } from 'vitest'
import type { CreditHistory } from '../../../src-shared/customers/contract/customers.ts'
import { creditFacts } from '../../../src-renderer/customers/customer/credit-facts.ts'
import { formatFor } from '../../../src-renderer/ui/conventions.tsx'
import { day } from '../../fixtures/entries.ts'

const format = formatFor({
  workDate: day('2025-06-30'),
  dateOrder: 'mdy',
  dateStyle: 'text',
  decimal: '.',
  group: ',',
  negative: 'minus',
  grouping: 'thousands',
  weekStart: 1,
})

const nothing: CreditHistory = {
  currency: 'USD',
  otherCurrencies: [],
  highest: null,
  highestLastYear: null,
  daysToPay: null,
  daysLate: null,
  lastPayment: null,
  returnedPayments: 0,
  lastReturned: null,
  months: [],
  salesThisYear: 0,
  salesLastYear: 0,
}

const said = (history: CreditHistory) =>
  Object.fromEntries(creditFacts(history, format).map(({ label, value, hint }) => [label, [value, hint]]))

test('what is not known of a customer is said in words', () => {
  expect(said(nothing)).toMatchObject({
    'Highest balance': ['nothing owed', undefined],
    'Days to pay': ['not known yet', undefined],
    'Last payment': ['none yet', undefined],
    'Returned payments': ['none', undefined],
  })
})

test('a figure has its day beside it', () => {
  const history: CreditHistory = {
    ...nothing,
    highest: { amount: 123_456, date: day('2025-03-10') },
    daysLate: 2.5,
    returnedPayments: 2,
    lastReturned: day('2025-02-01'),
  }
  expect(said(history)).toMatchObject({
    'Highest balance': ['1,234.56', '10 Mar 2025'],
    'Days late': ['2.5', '12 months, by amount paid'],
    'Returned payments': ['2', 'last on 1 Feb 2025'],
  })
})
