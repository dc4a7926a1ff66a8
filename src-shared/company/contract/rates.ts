import { z } from 'zod'
import type { CalendarDate } from '../../domain/dates/calendar.ts'
import { quotes, type ExchangeRate, type Quote } from '../../domain/amounts/exchange-rate.ts'
import { currency, date, exchangeRate, limit, version } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/operation.ts'

/** The table of exchange rates: what a posting takes when no rate is entered. */

export interface ExchangeRateRow {
  readonly currency: string
  readonly date: CalendarDate
  /** As it is quoted. */
  readonly rate: ExchangeRate
  readonly version: number
}

/** The rate in force on a day, with the day it is of. */
export interface RateInForce extends Pick<ExchangeRateRow, 'rate' | 'date' | 'version'> {
  /** More than a week before the day asked for. */
  readonly isOld: boolean
}

/** A currency's rates are entered in this direction. */
export interface QuotedCurrency {
  readonly currency: string
  readonly quote: Quote
  readonly version: number
}

type AfterRate = readonly [date: CalendarDate, currency: string]

export const rates = {
  /** Newest day first, a page at a time. */
  'rates.list': query(
    { after: z.tuple([date, currency]).nullable().default(null), limit },
    { output: output<{ readonly rows: readonly ExchangeRateRow[]; readonly next: AfterRate | null }>() },
  ),
  /** The latest rate on or before the day; null when there is none. */
  'rates.on': query({ currency, date }, { output: output<RateInForce | null>() }),
  'rates.set': command(
    /** Version is null for a day that has no rate yet. */
    { currency, date, rate: exchangeRate, version: version.nullable() },
    {
      office: 'together',
      giveWay: 'never',
      output: output<{ readonly version: number }>(),
      refusals: ['rate_of_base', 'stale_version'],
    },
  ),
  /** What a document may be in: the company's own, then those with rates or documents, by code. */
  'rates.currencies': query({}, { output: output<readonly string[]>() }),
  /** The currencies whose direction the company has chosen; others are quoted as markets quote them. */
  'rates.quotes': query({}, { output: output<readonly QuotedCurrency[]>() }),
  /** Rates are entered so from now on; those kept stay as they were quoted. Version is null while none is chosen. */
  'rates.setQuote': command(
    { currency, quote: z.enum(quotes), version: version.nullable() },
    {
      office: 'together',
      giveWay: 'never',
      output: output<{ readonly version: number }>(),
      refusals: ['rate_of_base', 'stale_version'],
    },
  ),
  'rates.remove': command(
    { currency, date, version },
    { office: 'together', giveWay: 'never', output: output<null>(), refusals: ['rate_not_found', 'stale_version'] },
  ),
}
