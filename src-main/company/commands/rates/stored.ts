import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { ExchangeRate } from '../../../../src-shared/domain/amounts/exchange-rate.ts'
import type { Readable } from '../../../db/connection.ts'

export interface StoredExchangeRate {
  readonly rate: ExchangeRate
  readonly version: number
}

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
