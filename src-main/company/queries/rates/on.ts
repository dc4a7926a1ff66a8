import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { inForce, latestRate } from './latest.ts'

/** The rate a posting of that day takes when none is entered. */
export const rateOn: QueryHandler<'rates.on'> = ({ db }, { currency, date }) => {
  const latest = latestRate(db, currency, date)
  return latest ? inForce(latest, date) : null
}
