import type { OutdatedRevaluation } from '../../../src-shared/currency/contract/revaluation.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { companyRules } from '../../company/facts/company.ts'
import type { QueryHandler } from '../../kernel/query-handler.ts'
import { proposedRevaluation } from './propose.ts'

export const REVALUED_DAYS = `
  SELECT date, json_group_array(DISTINCT currency) AS currencies FROM revaluation
  WHERE date > :closingDate GROUP BY date ORDER BY date DESC LIMIT :most`

const DAYS_MOST = 60

/** Which revalued days would be revalued otherwise now; only the currencies that were revalued then are asked about. */
export const outdatedRevaluations: QueryHandler<'revaluation.outdated'> = (context) => {
  const { closingDate, baseCurrency } = companyRules(context.db)
  const days = context.db.all<{ date: CalendarDate; currencies: string }>(REVALUED_DAYS, {
    closingDate: closingDate ?? '',
    most: DAYS_MOST,
  })
  const found = days.flatMap(({ date, currencies: revalued }, index): readonly OutdatedRevaluation[] => {
    context.progress(index, days.length)
    const known = new Set(JSON.parse(revalued) as readonly string[])
    const currencies = proposedRevaluation(context.db, date, context).currencies.flatMap(
      ({ currency, difference, items }) =>
        known.has(currency) && difference !== null && items.some((item) => item.difference !== 0)
          ? [{ currency, difference }]
          : [],
    )
    return currencies.length === 0 ? [] : [{ date, baseCurrency, currencies }]
  })
  return found.toReversed()
}
