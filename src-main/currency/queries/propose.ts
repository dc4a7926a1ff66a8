import type {
  RevaluationProposal,
  RevaluedCurrency,
  RevaluedItem,
} from '../../../src-shared/currency/contract/revaluation.ts'
import { addDays, type CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { ExchangeRate } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { sum } from '../../../src-shared/domain/amounts/money.ts'
import { revalue } from '../../../src-shared/currency/rules/revaluation.ts'
import { companyRules } from '../../company/facts/company.ts'
import type { Readable } from '../../db/connection.ts'
import type { QueryContext, QueryHandler } from '../../kernel/query-handler.ts'
import { inForce, latestRate, type DatedRate } from '../../company/queries/rates/rates.ts'
import { FOREIGN_ITEMS, sumAsOf } from './foreign-items.ts'

type Row = Omit<RevaluedItem, 'itemRate' | 'atRate' | 'difference'> & {
  readonly currency: string
  readonly rate: ExchangeRate
}

export const REVALUABLE = `
  WITH foreign_item AS MATERIALIZED (${FOREIGN_ITEMS})
  SELECT d.id AS documentId, d.kind, d.number, d.customer_id AS customerId, c.code AS customerCode, d.currency, d.rate,
    d.document_date AS documentDate, d.due_date AS dueDate, ${sumAsOf('amount', 'f')} AS open,
    ${sumAsOf('base_amount', 'f')} AS carried
  FROM foreign_item AS f
  CROSS JOIN document AS d ON d.id = f.document_id
  CROSS JOIN customer AS c ON c.id = d.customer_id
  ORDER BY d.currency, c.code, d.due_date, d.command_seq, d.id`

const ITEMS_BETWEEN_CHECKS = 5000

/** What a revaluation of the day would post. The command that posts works it out again by this. */
export const proposedRevaluation = (
  db: Readable,
  date: CalendarDate,
  { checkCancelled }: Pick<QueryContext, 'checkCancelled'>,
): RevaluationProposal => {
  const { baseCurrency } = companyRules(db)
  const byCurrency = new Map<string, Row[]>()
  for (const [index, row] of db.all<Row>(REVALUABLE, { asOf: date, baseCurrency }).entries()) {
    if (index % ITEMS_BETWEEN_CHECKS === 0) checkCancelled()
    // Reopened by a reversal later: as of the day there was nothing.
    if (row.open === 0 && row.carried === 0) continue
    const group = byCurrency.get(row.currency) ?? []
    group.push(row)
    byCurrency.set(row.currency, group)
  }
  const currencies = [...byCurrency].map(([currency, rows]) =>
    revaluedCurrency(currency, rows, baseCurrency, latestRate(db, currency, date), date),
  )
  return { date, reversedOn: addDays(date, 1), baseCurrency, currencies }
}

const revaluedCurrency = (
  currency: string,
  rows: readonly Row[],
  baseCurrency: string,
  latest: DatedRate | undefined,
  date: CalendarDate,
): RevaluedCurrency => {
  const items = rows.map(({ rate, currency: _, ...row }): RevaluedItem => ({
    ...row,
    itemRate: rate,
    ...(latest ? revalue({ ...row, currency }, baseCurrency, latest.rate) : { atRate: null, difference: null }),
  }))
  return {
    currency,
    rate: latest ? inForce(latest, date) : null,
    items,
    open: sum(items.map(({ open }) => open)),
    carried: sum(items.map(({ carried }) => carried)),
    atRate: latest ? sum(items.map(({ atRate }) => atRate ?? 0)) : null,
    difference: latest ? sum(items.map(({ difference }) => difference ?? 0)) : null,
  }
}

export const revaluationProposal: QueryHandler<'revaluation.propose'> = (context, { date }) =>
  proposedRevaluation(context.db, date, context)
