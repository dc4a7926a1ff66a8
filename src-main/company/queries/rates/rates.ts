import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { RateInForce } from '../../../../src-shared/company/contract/rates.ts'
import { isOldRate } from '../../../../src-shared/domain/amounts/exchange-rate.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'
import { FAR_FUTURE } from '../../../../src-shared/domain/dates/calendar.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

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

export const RATES = `
  SELECT currency, date, rate, version FROM exchange_rate
  WHERE (date, currency) < (:date, :currency)
  ORDER BY date DESC, currency DESC LIMIT :limit`

/** A page of rates, newest day first. */
export const rateList: QueryHandler<'rates.list'> = ({ db }, { after, limit }) => {
  const [date, currency] = after ?? [FAR_FUTURE, '']
  const found = db.all<Stored<'exchangeRate', 'currency' | 'date' | 'rate' | 'version'>>(RATES, {
    date,
    currency,
    limit: limit + 1,
  })
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, next: found.length > limit && last ? [last.date, last.currency] : null }
}

/** The rate a posting of that day takes when none is entered. */
export const rateOn: QueryHandler<'rates.on'> = ({ db }, { currency, date }) => {
  const latest = latestRate(db, currency, date)
  return latest ? inForce(latest, date) : null
}

const QUOTES = 'SELECT currency, quote, version FROM currency_quote ORDER BY currency'

/** The currencies whose direction the company has chosen. */
export const quotedCurrencies: QueryHandler<'rates.quotes'> = ({ db }) =>
  db.all<Stored<'currencyQuote', 'currency' | 'quote' | 'version'>>(QUOTES)
