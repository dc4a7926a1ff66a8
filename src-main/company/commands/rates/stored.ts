import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'

export type StoredExchangeRate = Stored<'exchangeRate', 'rate' | 'version'>

/** What the table holds for exactly that day. */
export const storedExchangeRate = (
  db: Readable,
  currency: string,
  date: CalendarDate,
): StoredExchangeRate | undefined =>
  db.get<StoredExchangeRate>('SELECT rate, version FROM exchange_rate WHERE currency = ? AND date = ?', [
    currency,
    date,
  ])
