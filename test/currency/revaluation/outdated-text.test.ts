import { expect, test } from 'vitest'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { describeOutdated } from '../../../src-renderer/currency/revaluation/outdated-text.ts'
import { formatFor } from '../../../src-renderer/ui/conventions.tsx'

const format = formatFor({
  workDate: calendarDate('2025-07-10'),
  dateOrder: 'mdy',
  dateStyle: 'text',
  decimal: '.',
  group: ',',
  negative: 'minus',
  grouping: 'thousands',
  weekStart: 1,
})
const outdated = (date: string, ...differences: readonly number[]) => ({
  date: calendarDate(date),
  baseCurrency: 'USD',
  currencies: differences.map((difference) => ({ currency: 'EUR', difference })),
})

test.each([
  ['a gain of 120.00 USD', [outdated('2025-06-30', 12_000)], ''],
  [
    'a loss of 0.50 USD',
    [outdated('2025-06-30', 100, -150), outdated('2025-07-01', 1)],
    ' So have those of 1 more day.',
  ],
  ['gains and losses that even out', [1, 2, 3].map(() => outdated('2025-06-30', 0)), ' So have those of 2 more days.'],
])('what the oldest day lacks is named: %s', (lack, days, more) => {
  expect(describeOutdated(days, format)).toBe(
    `The figures of the revaluation of 30 Jun 2025 have changed since: it lacks ${lack}. Something dated until then was posted later, or its rate changed.${more}`,
  )
})
