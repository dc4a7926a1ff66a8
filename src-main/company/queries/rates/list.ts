import { FAR_FUTURE } from '../../../../src-shared/domain/dates/calendar.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import type { Stored } from '../../../db/stored.ts'

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
