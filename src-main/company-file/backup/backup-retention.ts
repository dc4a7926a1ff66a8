import { startOfMonth, startOfWeek } from '../../../src-shared/domain/dates/calendar.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'

/** How many days, weeks and months keep their newest backup. */
const KEPT = { days: 7, weeks: 5, months: 12 } as const

export interface DatedBackup {
  readonly file: string
  readonly madeOn: CalendarDate
}

/**
 * Which backups of one company may go. Kept are the newest of each of the last 7 days that have any, of 5 weeks and of
 * 12 months; all of today, since a day's mistake is undone the same day; and any from a day to come, since a clock was
 * wrong then. Days without backups do not count, so a company left alone for years keeps what it has.
 * @param backups the newest first
 */
export function backupsToDelete(backups: readonly DatedBackup[], today: CalendarDate): readonly string[] {
  const past = backups.filter(({ madeOn }) => madeOn < today)
  const kept = new Set([
    ...newestOfEach(past, ({ madeOn }) => madeOn, KEPT.days),
    ...newestOfEach(past, ({ madeOn }) => startOfWeek(madeOn), KEPT.weeks),
    ...newestOfEach(past, ({ madeOn }) => startOfMonth(madeOn), KEPT.months),
  ])
  return past.filter(({ file }) => !kept.has(file)).map(({ file }) => file)
}

function newestOfEach(
  backups: readonly DatedBackup[],
  periodOf: (backup: DatedBackup) => CalendarDate,
  count: number,
): readonly string[] {
  const newest = new Map<CalendarDate, string>()
  for (const backup of backups) {
    const period = periodOf(backup)
    if (!newest.has(period) && newest.size < count) newest.set(period, backup.file)
  }
  return [...newest.values()]
}
