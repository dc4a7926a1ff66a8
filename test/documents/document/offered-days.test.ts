import { expect, test } from 'vitest'
import type { DocumentApplication, DocumentView, PostedEntry } from '../../../src-shared/ledger/contract/documents.ts'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { dayForCopy, dayForUnapply, dayForVoid } from '../../../src-renderer/documents/document/offered-days.ts'
import { instantText, postingRows } from '../../../src-renderer/documents/document/posting-columns.tsx'

const applied = (day: string) => ({ effectiveDate: calendarDate(day) }) as DocumentApplication
const document = (day: string, ...applications: readonly string[]) =>
  ({ documentDate: calendarDate(day), applications: applications.map(applied) }) as unknown as DocumentView

test('a void is offered for the work date, or for the last activity where that is later', () => {
  const workDate = calendarDate('2025-06-30')
  expect(dayForVoid(document('2025-06-01'), workDate)).toBe('2025-06-30')
  expect(dayForVoid(document('2025-07-04'), workDate)).toBe('2025-07-04')
  expect(dayForVoid(document('2025-06-01', '2025-07-02', '2025-06-05'), workDate)).toBe('2025-07-02')
})

test('a void whose document is entered again is offered for the last activity, or the first open day', () => {
  const may31 = calendarDate('2025-05-31')
  expect(dayForCopy(document('2025-06-01'), null)).toBe('2025-06-01')
  expect(dayForCopy(document('2025-06-01', '2025-06-05'), may31)).toBe('2025-06-05')
  expect(dayForCopy(document('2025-05-01', '2025-05-05'), may31)).toBe('2025-06-01')
})

test('an unapplication is offered for the application’s own day, or the first open day', () => {
  expect(dayForUnapply(applied('2025-06-05'), null)).toBe('2025-06-05')
  expect(dayForUnapply(applied('2025-06-05'), calendarDate('2025-05-31'))).toBe('2025-06-05')
  expect(dayForUnapply(applied('2025-06-05'), calendarDate('2025-06-30'))).toBe('2025-07-01')
})

test('the first entry of each posting says what the posting is', () => {
  const entry = (postingId: number) => ({ postingId }) as PostedEntry
  expect(postingRows([entry(1), entry(1), entry(2)]).map(({ isFirst }) => isFirst)).toEqual([true, false, true])
})

test('an instant is shown to the minute', () => {
  expect(instantText('2025-06-30T14:02:11.123Z')).toBe('2025-06-30 14:02')
})
