import type { ExchangeRateRow } from '../../../src-shared/company/contract/rates.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { knownCurrencies } from '../../../src-shared/domain/amounts/money.ts'
import { exchangeRateOf, rateQuestion, rateWritten } from '../../entry/exchange-rate.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'

/** A rate as it is typed. */
export type RateEntry = {
  readonly currency: string
  readonly date: CalendarDate | null
  readonly rate: string
}

/** The next rate is mostly of the same day: only the rate is typed anew. */
export const blankRate = (currency: string, date: CalendarDate): RateEntry => ({ currency, date, rate: '' })

export const rateEntry = ({ currency, date, rate }: ExchangeRateRow, decimal: '.' | ','): RateEntry => ({
  currency,
  date,
  rate: rateWritten(rate, decimal),
})

export const checkRate = ({ date, rate }: RateEntry): FieldErrors => {
  const problem = exchangeRateOf(rate) === null ? 'Enter the rate.' : rateQuestion(rate)
  return {
    ...(date === null ? { date: 'Enter the first day the rate counts.' } : {}),
    ...(problem === undefined ? {} : { rate: problem }),
  }
}

/** The stored rate that an entry would change: the one of its currency and day. */
export const storedRateOf = (rows: readonly ExchangeRateRow[], entry: RateEntry): ExchangeRateRow | undefined =>
  rows.find(({ currency, date }) => currency === entry.currency && date === entry.date)

/** Every currency but the company's own. */
export const foreignCurrencies = (baseCurrency: string): readonly string[] =>
  knownCurrencies.filter((currency) => currency !== baseCurrency)

/** Where a company has no rates yet, the currency its first one is most likely of. */
export const likelyCurrency = (rows: readonly ExchangeRateRow[], baseCurrency: string): string =>
  rows[0]?.currency ?? (baseCurrency === 'EUR' ? 'USD' : 'EUR')
