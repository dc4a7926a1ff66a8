import { expect, test } from 'vitest'
import { addDays, calendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { backupsToDelete } from '../../src-main/company-file/backup/backup-retention.ts'

const today = calendarDate('2025-06-30')

/** A backup so many days ago; several of one day are told apart by a letter, the newest first. */
const made = (...ages: readonly string[]) =>
  ages.map((age) => ({ file: age, madeOn: addDays(today, -Number.parseInt(age, 10)) }))

const kept = (...ages: readonly string[]): readonly string[] => {
  const gone = backupsToDelete(made(...ages), today)
  return ages.filter((age) => !gone.includes(age))
}

test('every backup of today stays', () => {
  expect(kept('0a', '0b', '0c')).toEqual(['0a', '0b', '0c'])
})

test('of an earlier day the newest stays', () => {
  expect(kept('1a', '1b', '2a', '2b')).toEqual(['1a', '2a'])
})

test('daily for a year leaves 7 days, 5 weeks and 12 months', () => {
  const ages = Array.from({ length: 365 }, (_, index) => `${index + 1}`)
  expect(kept(...ages)).toEqual(
    // The last seven days; Sundays, since weeks begin on Monday; the last days of May, April and back to July.
    [
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '15',
      '22',
      '29',
      '30',
      '61',
      '91',
      '122',
      '150',
      '181',
      '212',
      '242',
    ].concat(['273', '303', '334']),
  )
})

test('a company left alone for years keeps what it has', () => {
  expect(kept('1000', '1001', '1100')).toEqual(['1000', '1001', '1100'])
})

test('a backup dated after today, by a clock that was wrong, stays', () => {
  expect(kept('-30', '-1', '0')).toEqual(['-30', '-1', '0'])
})

test('nothing to keep, nothing to delete', () => {
  expect(backupsToDelete([], today)).toEqual([])
})
