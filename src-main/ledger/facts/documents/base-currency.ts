import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { formatDate } from '../../../../src-shared/domain/dates/date-text.ts'
import { RATE_ONE, type ExchangeRate } from '../../../../src-shared/domain/amounts/exchange-rate.ts'
import type { Readable } from '../../../db/connection.ts'
import { latestRate } from '../../../company/queries/rates/rates.ts'

export { RATE_ONE, toBase } from '../../../../src-shared/domain/amounts/exchange-rate.ts'

/** The rate to store: 1 in the company's own currency; in another one what was entered, or else the table's latest. */
export const rateFor = (
  db: Readable,
  currency: string,
  baseCurrency: string,
  entered: ExchangeRate | null,
  date: CalendarDate,
  path = 'rate',
): ExchangeRate => {
  if (currency === baseCurrency) return RATE_ONE
  if (entered !== null) return entered
  const latest = latestRate(db, currency, date)
  if (!latest) throw new Refusal('rate_missing', { currency, date: formatDate(date, 'text') }, path)
  return latest.rate
}
