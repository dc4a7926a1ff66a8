import { useState } from 'react'
import type { CreditHistory as History } from '../../../src-shared/customers/contract/customers.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { monthName } from '../../../src-shared/domain/dates/date-text.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { ColumnChart } from '../../ui/charts/ColumnChart.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { creditFacts } from './credit-facts.ts'
import css from './customer.module.css'

/** How the customer bought and paid: what to look at before more is sold on credit. */
export function CreditHistory({ customerId }: { readonly customerId: number }) {
  const { workDate } = useConventions()
  const format = useFormat()
  const [currency, setCurrency] = useState<string | null>(null)
  const { data: history, error } = useLedgerQuery('customers.creditHistory', {
    id: customerId,
    asOf: workDate,
    currency,
  })
  if (history === undefined) return error === null ? null : <Banner tone="bad">{error.message}</Banner>
  return (
    <div className={css.history}>
      {history.otherCurrencies.length > 0 && (
        <SelectField
          label="In"
          value={history.currency}
          onChange={setCurrency}
          options={[history.currency, ...history.otherCurrencies]
            .toSorted()
            .map((code) => ({ value: code, label: code }))}
          className={css.historyCurrency}
        />
      )}
      <dl className={css.historyFacts}>
        {creditFacts(history, format).map(({ label, value, hint }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
            {hint !== undefined && <dd className={css.hint}>{hint}</dd>}
          </div>
        ))}
      </dl>
      <h3>Sales by month, without tax</h3>
      <SalesChart history={history} />
    </div>
  )
}

function SalesChart({ history: { months, currency } }: { readonly history: History }) {
  const last = months.length - 1
  const points = months.map(({ month, amount }, index) => ({
    label: monthLabel(month, index === 0 || index === last),
    amount,
    color: 'var(--age-0)',
  }))
  return <ColumnChart title="Sales by month, without tax" points={points} currency={currency} height={180} />
}

/** "Jun", with the year where it begins, and at both ends, which are the same month. */
const monthLabel = (month: CalendarDate, isEnd: boolean): string => {
  const name = monthName(month).slice(0, 3)
  return isEnd || month.slice(5, 7) === '01' ? `${name} ${month.slice(0, 4)}` : name
}
