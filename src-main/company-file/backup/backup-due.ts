import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'

export interface Changes {
  readonly lastCommandSeq: number
  readonly lastCommandHash: string
  readonly lastCommandOn: CalendarDate
}

export interface NewestBackup {
  readonly commandSeq: number
  readonly commandHash: string
  readonly madeOn: CalendarDate
}

/**
 * Whether the day's backup is to be made: something was changed that the newest one has not, and it is of an earlier day. What
 * was changed today in a company without any is backed up when it is closed, or tomorrow.
 */
export const isBackupDue = (changes: Changes, newest: NewestBackup | null, today: CalendarDate): boolean => {
  if (newest === null) return changes.lastCommandOn < today
  const holdsAll = newest.commandSeq === changes.lastCommandSeq && newest.commandHash === changes.lastCommandHash
  return !holdsAll && newest.madeOn < today
}
