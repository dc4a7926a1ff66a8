import { isOldRate, rateText } from '../../../src-shared/domain/exchange-rate.ts'
import type { QueryHandler } from '../handler.ts'
import { latestRate } from './latest.ts'

/** The rate a posting of that day takes when none is entered. */
export const rateOn: QueryHandler<'rates.on'> = ({ db }, { currency, date }) => {
  const latest = latestRate(db, currency, date)
  if (!latest) return null
  return { rate: rateText(latest.rate), date: latest.date, isOld: isOldRate(latest.date, date) }
}
