import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { RateInForce } from '../../../../src-shared/company/contract/rates.ts'
import { isOldRate } from '../../../../src-shared/domain/amounts/exchange-rate.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'

export type DatedRate = Stored<'exchangeRate', 'rate' | 'date' | 'version'>

const LATEST =
  'SELECT rate, date, version FROM exchange_rate WHERE currency = ? AND date <= ? ORDER BY date DESC LIMIT 1'

/** The rate in force on a day: that day's, or the last one before it. */
export const latestRate = (db: Readable, currency: string, date: CalendarDate): DatedRate | undefined =>
  db.get<DatedRate>(LATEST, [currency, date])

/** As a screen shows it, for the day it was asked for. */
export const inForce = ({ rate, date, version }: DatedRate, asked: CalendarDate): RateInForce => ({
  rate,
  date,
  version,
  isOld: isOldRate(date, asked),
})
