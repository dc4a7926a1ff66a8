import { useMemo } from 'react'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { crossRate, rateOfAmounts, type Rated } from '../../../src-shared/domain/amounts/cross-rate.ts'
import { exchangeRate, isRateText, type ExchangeRate } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'
import { tableRate, useTableRates } from '../../entry/table-rates.ts'

/** Rates between items and the money, by the items' currencies. */
export type CrossRates = Readonly<Record<string, ExchangeRate | null>>

/** Money with what the bank paid for it in the company's currency, where that is typed. */
export type BankPaid = { readonly amount: MinorUnits | null; readonly bankPaid: MinorUnits | null }

/** The rate of the money that follows from its amount and what the bank paid; null while either is not typed. */
export const rateOfBank = (
  { amount, bankPaid }: BankPaid,
  currency: string,
  baseCurrency: string,
): ExchangeRate | null =>
  amount === null || bankPaid === null || currency === baseCurrency
    ? null
    : rateOfAmounts({ amount, currency }, { amount: bankPaid, currency: baseCurrency })

/** The rates of the day between currencies of items and the money's; its own rate counts where one is typed. */
export function useCrossRates(
  currencies: readonly string[],
  money: Rated,
  baseCurrency: string,
  date: CalendarDate,
): CrossRates {
  const others = [...new Set(currencies)].filter((currency) => currency !== money.currency)
  const request = others.length === 0 ? [] : [money.currency, ...others].map((currency) => ({ currency, date }))
  const table = useTableRates(request, baseCurrency)
  const rateIn = (currency: string): ExchangeRate | null => {
    const text = exchangeRateOf(tableRate(table, { currency, date }))
    return text !== null && isRateText(text) ? exchangeRate(text) : null
  }
  const own = { currency: money.currency, rate: money.rate ?? rateIn(money.currency) }
  const found = others.map((currency) => [currency, crossRate({ currency, rate: rateIn(currency) }, own, baseCurrency)])
  const text = JSON.stringify(found)
  // By what it says, so that the rows stay the same while it does.
  return useMemo(() => Object.fromEntries(JSON.parse(text) as [string, ExchangeRate | null][]), [text])
}
