import { useMemo } from 'react'
import type { TrialBalanceRow } from '../../../src-shared/reports/contract/ledger.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { usePrintPage } from '../../print/use-print-page.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { Card, Page } from '../../ui/Page.tsx'
import { amountColumn } from '../../lists/columns.tsx'
import { useReportDay } from '../report/use-report-day.ts'
import css from '../report/report.module.css'

/** What every account holds as of a day, in the company's currency: debits and credits come to the same. */
export function TrialBalanceScreen() {
  const { workDate } = useConventions()
  const format = useFormat()
  const { typed, day, change } = useReportDay(workDate)
  const { data: profile } = useLedgerQuery('company.profile', {})
  const { data, error, isFetching } = useLedgerQuery('ledger.trialBalance', { asOf: day })
  const currency = profile?.baseCurrency ?? ''
  const rows = useMemo(() => data?.filter(({ balance }) => balance !== 0), [data])
  const columns = useMemo(() => accountColumns(rows ?? [], currency), [rows, currency])
  usePrintPage({ title: 'Trial balance', isReady: rows !== undefined })
  const question = (
    <div className={css.question}>
      <b className={css.company}>{profile?.name}</b>
      As of
      <DateField label="As of" hideLabel autoFocus value={typed} onChange={change} className={css.date} />
      in {currency}
    </div>
  )
  return (
    <Page title="Trial balance" sub={question} actions={<ActionButton action="print.page" />}>
      {error !== null && <Banner tone="bad">{error.message}</Banner>}
      {rows !== undefined && currency !== '' && (
        <div className={css.report} aria-busy={isFetching}>
          <Card fill>
            <DataGrid
              label={`Accounts as of ${format.date(day)}`}
              layoutId="trial-balance"
              rows={rows}
              columns={columns}
              rowKey={({ accountId }) => String(accountId)}
              typeToSelect="code"
              empty={<EmptyState title="Nothing was posted by then" />}
            />
          </Card>
        </div>
      )}
    </Page>
  )
}

const debitOf = ({ balance }: TrialBalanceRow): number => Math.max(balance, 0)
const creditOf = ({ balance }: TrialBalanceRow): number => Math.max(0 - balance, 0)

function accountColumns(rows: readonly TrialBalanceRow[], currency: string): readonly GridColumn<TrialBalanceRow>[] {
  const side = (id: string, title: string, of: (row: TrialBalanceRow) => number): GridColumn<TrialBalanceRow> => ({
    ...amountColumn({ id, title, width: 150, blankZero: true }, of, () => currency),
    total: <Figure amount={rows.reduce((sum, row) => sum + of(row), 0)} currency={currency} isStrong />,
  })
  return [
    { id: 'code', kind: 'code', title: 'Account', width: 96, value: ({ code }) => code, total: 'Total' },
    { id: 'name', kind: 'text', title: 'Name', width: 220, grow: 1, value: ({ name }) => name },
    side('debit', 'Debit', debitOf),
    side('credit', 'Credit', creditOf),
  ]
}
