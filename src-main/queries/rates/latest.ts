import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import type { StoredRate } from '../../../src-shared/domain/exchange-rate.ts'
import type { Readable } from '../../db/connection.ts'

export interface DatedRate {
  readonly rate: StoredRate
  readonly date: CalendarDate
}

const LATEST = 'SELECT rate, date FROM exchange_rate WHERE currency = ? AND date <= ? ORDER BY date DESC LIMIT 1'

/** The rate in force on a day: that day's, or the last one before it. */
export const latestRate = (db: Readable, currency: string, date: CalendarDate): DatedRate | undefined =>
  db.get<DatedRate>(LATEST, [currency, date])
