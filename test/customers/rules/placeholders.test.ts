import { expect, test } from 'vitest'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { fillPlaceholders, unknownPlaceholder } from '../../../src-shared/customers/rules/placeholders.ts'

const period = { from: calendarDate('2025-10-03'), to: calendarDate('2025-11-02') }

for (const [text, filled] of [
  ['Rent {month} {year}', 'Rent October 2025'],
  ['Service from {from} to {to}', 'Service from 3 Oct 2025 to 2 Nov 2025'],
  ['{ Month }, {MONTH}', 'October, October'],
  ['Paper {80 g}, {}', 'Paper {80 g}, {}'],
  ['no braces', 'no braces'],
] as const) {
  test(`"${text}" is billed as "${filled}"`, () => expect(fillPlaceholders(text, period)).toBe(filled))
}

test('a word that nothing fills in is found', () => {
  expect(unknownPlaceholder('Rent {month} {yaer}')).toBe('{yaer}')
  expect(unknownPlaceholder('Rent {constructor}')).toBe('{constructor}')
  expect(unknownPlaceholder('Rent {month} {year}, paper {80 g}')).toBeNull()
})
