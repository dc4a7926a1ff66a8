import type { RevaluationProposal, RevaluedCurrency } from '../../../src-shared/currency/contract/revaluation.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { exchangeRate, isRateText } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { sum } from '../../../src-shared/domain/amounts/money.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'

/** What the ledger is asked to post of one currency: exactly what is seen. */
export type Seen = { readonly currency: string; readonly rate: string; readonly difference: number }

/** The currencies that have a rate and something to post. */
export const postable = (proposal: RevaluationProposal): readonly Seen[] =>
  proposal.currencies.flatMap(({ currency, rate, difference, items }) =>
    rate === null || difference === null || items.every((item) => item.difference === 0)
      ? []
      : [{ currency, rate: rate.rate, difference }],
  )

/** What posting would gain in all, in the company's currency; less than zero is a loss. */
export const wholeDifference = (seen: readonly Seen[]): number => sum(seen.map(({ difference }) => difference))

/** Why nothing can be posted, in words; null when something can. */
export const nothingToPost = ({ currencies }: RevaluationProposal): string | null => {
  if (currencies.length === 0) return 'Nothing was open in another currency.'
  if (currencies.every(({ rate }) => rate === null)) return 'Enter the rates of the day first.'
  return 'Everything already stands at the rates of the day.'
}

/** A rate typed for the day: what the table is asked to keep; null when it is what it holds, or nothing. */
export function rateToSet(
  { currency, rate }: RevaluedCurrency,
  date: CalendarDate,
  typed: string,
): { currency: string; date: CalendarDate; rate: string; version: number | null } | null {
  const text = exchangeRateOf(typed)
  // One that is none is the ledger's to refuse.
  const entered = text !== null && isRateText(text) ? exchangeRate(text) : text
  const isOfDay = rate?.date === date
  if (entered === null || (isOfDay && entered === rate.rate)) return null
  return { currency, date, rate: entered, version: isOfDay ? rate.version : null }
}
