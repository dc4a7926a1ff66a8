import type { ExchangeRateRow } from '../../../src-shared/contract/rates.ts'
import { FAR_FUTURE, type CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { rateText } from '../../../src-shared/domain/exchange-rate.ts'
import type { QueryHandler } from '../handler.ts'

interface Row {
  readonly currency: string
  readonly date: CalendarDate
  readonly rate: number
  readonly version: number
}

export const RATES = `
  SELECT currency, date, rate, version FROM exchange_rate
  WHERE (date, currency) < (:date, :currency)
  ORDER BY date DESC, currency DESC LIMIT :limit`

/** A page of rates, newest day first. */
export const rateList: QueryHandler<'rates.list'> = ({ db }, { after, limit }) => {
  const [date, currency] = after ?? [FAR_FUTURE, '']
  const found = db.all<Row>(RATES, { date, currency, limit: limit + 1 })
  const rows = found.slice(0, limit).map((row): ExchangeRateRow => ({ ...row, rate: rateText(row.rate) }))
  const last = rows.at(-1)
  return { rows, next: found.length > limit && last ? [last.date, last.currency] : null }
}
