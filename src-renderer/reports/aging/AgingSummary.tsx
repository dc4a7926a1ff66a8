import type { AgingReport } from '../../../src-shared/reports/contract/aging.ts'
import type { AgingBasis } from '../../../src-shared/domain/aging.ts'
import { AgingChart } from './AgingChart.tsx'
import { overdueOf, overduePercent } from './buckets.ts'
import { Figure } from '../../ui/Figure.tsx'
import { Card } from '../../ui/Page.tsx'
import { countText } from './aging-figures.ts'
import css from './aging.module.css'

export type AgingSummaryProps = { readonly report: AgingReport; readonly basis: AgingBasis }

/** The whole at a glance: what is owed, what of it is late, and how old it is. */
export function AgingSummary({ report, basis }: AgingSummaryProps) {
  const { totals, currency, labels } = report
  const overdue = overdueOf(totals.buckets)
  const share = overduePercent(totals.buckets)
  return (
    <Card padded>
      <div className={css.summary}>
        <div className={css.whole}>
          <p className={css.total}>
            <Figure amount={totals.total} currency={currency} />
            <span className={css.unit}>{currency}</span>
          </p>
          <p>{countText(report.rows.length, report.openDebits)}</p>
          <dl className={css.parts}>
            {basis === 'due_date' && (
              <div>
                <dt>Overdue{share !== null && share > 0 && ` ${share}%`}</dt>
                <dd>
                  <Figure amount={overdue} currency={currency} tone="overdue" />
                </dd>
              </div>
            )}
            {totals.unapplied !== 0 && (
              <div>
                <dt>Unapplied</dt>
                <dd>
                  <Figure amount={totals.unapplied} currency={currency} />
                </dd>
              </div>
            )}
          </dl>
        </div>
        <AgingChart
          title={basis === 'due_date' ? 'Open amounts by days overdue' : 'Open amounts by days since the invoice'}
          labels={labels}
          amounts={totals.buckets}
          currency={currency}
          height={104}
        />
      </div>
    </Card>
  )
}
