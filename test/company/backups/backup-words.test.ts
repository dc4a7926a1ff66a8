import { expect, test } from 'vitest'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { isBackupDue } from '../../../src-main/company-file/backup/backup-due.ts'
import { beyondText, oldBackupText } from '../../../src-renderer/company/backups/backup-words.ts'

const today = calendarDate('2025-06-30')
const yesterday = calendarDate('2025-06-29')
const changes = (on = today) => ({ lastCommandSeq: 7, lastCommandHash: 'g', lastCommandOn: on })
const newest = (on = yesterday, commandSeq = 5, commandHash = 'e') => ({ commandSeq, commandHash, madeOn: on })

test.each([
  ['changed since a backup of an earlier day', changes(), newest(), true],
  ['changed since a backup of today', changes(), newest(today), false],
  ['nothing changed since', changes(), newest(yesterday, 7, 'g'), false],
  ['as many commands, and others: the file was restored', changes(), newest(yesterday, 7, 'x'), true],
  ['no backup, and changed on an earlier day', changes(yesterday), null, true],
  ['no backup, and begun today', changes(), null, false],
])('the day’s backup: %s', (_case, since, last, isDue) => {
  expect(isBackupDue(since, last, today)).toBe(isDue)
})

const now = new Date('2025-06-30T12:00:00Z')
const place = (which: 'first' | 'second', lastAt: string | null) => ({
  which,
  folder: 'stick',
  isDefault: false,
  isThere: true,
  lastAt,
})

test('Home warns of a backup that is older than the company allows, in either place, and of none at all', () => {
  const fresh = place('first', '2025-06-29T12:00:00Z')
  expect(oldBackupText([fresh], 7, now)).toBe(null)
  expect(oldBackupText([place('first', '2025-06-20T12:00:00Z')], 7, now)).toBe('The last good backup is 10 days old.')
  expect(oldBackupText([place('first', '2025-06-20T12:00:00Z')], 10, now)).toBe(null)
  expect(oldBackupText([fresh, place('second', '2025-05-31T12:00:00Z')], 7, now)).toBe(
    'The last good backup in the second place is 30 days old.',
  )
  expect(oldBackupText([place('first', null)], 7, now)).toBe('There is no good backup of this company yet.')
})

test('what would be missing is named by kind and number', () => {
  const invoices = { kind: 'invoice', count: 2, first: 'INV-00012', last: 'INV-00013' }
  const receipt = { kind: 'receipt', count: 1, first: 'RCT-00007', last: 'RCT-00007' }
  expect(beyondText({ commands: 4, documents: [invoices, receipt] })).toBe(
    '4 commands: 2 invoices (INV-00012 to INV-00013) and 1 receipt (RCT-00007)',
  )
  expect(beyondText({ commands: 1, documents: [] })).toBe('1 command')
})
