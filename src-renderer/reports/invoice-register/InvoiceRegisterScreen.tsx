import { useMemo, useState } from 'react'
import { startOfMonth, type CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { documentKindName } from '../../../src-shared/domain/documents.ts'
import type { BilledDocument, BilledTotal } from '../../../src-shared/reports/contract/registers.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { amountColumn, dateColumn } from '../../lists/columns.tsx'
import { usePrintPage } from '../../print/use-print-page.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import type { Format } from '../../ui/conventions.tsx'
import { FactLine } from '../../ui/FactLine.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { Card, Page } from '../../ui/Page.tsx'
import { ReportBanners } from '../report/ReportBanners.tsx'
import { useReportAnswer } from '../report/use-report-answer.ts'
import css from '../report/report.module.css'

/** What was billed in a period, document by document; a row opens its document. */
export function InvoiceRegisterScreen() {
  const { workDate } = useConventions()
  const format = useFormat()
  const navigator = useNavigator()
  const [typed, setTyped] = useState<Period>({ from: startOfMonth(workDate), to: workDate })
  const [period, setPeriod] = useState({ from: startOfMonth(workDate), to: workDate })
  const { data: profile } = useLedgerQuery('company.profile', {})
  const answer = useReportAnswer('registers.invoices', period)
  const { report } = answer
  const columns = useMemo(() => registerColumns(report?.totals ?? [], format), [report, format])
  const change = (part: Partial<Period>): void => {
    const { from, to } = { ...typed, ...part }
    setTyped({ from, to })
    if (from !== null && to !== null) setPeriod({ from, to })
  }
  usePrintPage({ title: 'Invoice register', isReady: report !== undefined })
  const question = (
    <div className={css.question}>
      <b className={css.company}>{profile?.name}</b>
      From
      <DateField
        label="From"
        hideLabel
        autoFocus
        value={typed.from}
        onChange={(from) => change({ from })}
        className={css.date}
      />
      to
      <DateField label="To" hideLabel value={typed.to} onChange={(to) => change({ to })} className={css.date} />
    </div>
  )
  return (
    <Page title="Invoice register" sub={question} actions={<ActionButton action="print.page" />}>
      <ReportBanners
        answer={answer}
        counting="Adding up what was billed in that period."
        shown={report === undefined ? null : `from ${format.date(report.from)} to ${format.date(report.to)}`}
      />
      {report !== undefined && (
        <div className={css.report} aria-busy={answer.isCounting}>
          {report.rows.length < report.count && (
            <Banner tone="warn">
              These are the first {report.rows.length.toLocaleString('en')} of {report.count.toLocaleString('en')}{' '}
              documents; the totals are of all. Ask for a shorter period to see each.
            </Banner>
          )}
          {report.totals.length > 1 && (
            <FactLine
              facts={report.totals.map(({ currency, net, tax, total }) => ({
                label: currency,
                value: `${format.amount(net, currency)} and tax ${format.amount(tax, currency)}: ${format.amount(total, currency)}`,
              }))}
            />
          )}
          <Card fill>
            <DataGrid
              label={`Billed from ${format.date(report.from)} to ${format.date(report.to)}`}
              layoutId="invoice-register"
              rows={report.rows}
              columns={columns}
              rowKey={({ documentId }) => String(documentId)}
              onOpen={({ documentId }) => navigator.go({ screen: 'document', documentId })}
              typeToSelect="number"
              empty={<EmptyState title="Nothing was billed in that period" />}
            />
          </Card>
        </div>
      )}
    </Page>
  )
}

/** Null while a field makes no sense; the last period's figures then stay. */
type Period = { readonly from: CalendarDate | null; readonly to: CalendarDate | null }

function registerColumns(totals: readonly BilledTotal[], format: Format): readonly GridColumn<BilledDocument>[] {
  const only = totals.length === 1 ? totals[0] : undefined
  const figure = (id: 'net' | 'tax' | 'total', title: string): GridColumn<BilledDocument> => ({
    ...amountColumn<BilledDocument>(
      { id, title, width: 124 },
      (row) => row[id],
      (row) => row.currency,
    ),
    total: only && <Figure amount={only[id]} currency={only.currency} isStrong />,
  })
  return [
    dateColumn({ id: 'date', title: 'Date', width: 112 }, format, ({ date }) => date),
    { id: 'number', kind: 'code', title: 'Number', width: 124, value: ({ number }) => number, total: only && 'Total' },
    { id: 'kind', kind: 'choice', title: 'Kind', width: 118, value: ({ kind }) => documentKindName[kind] },
    { id: 'code', kind: 'code', title: 'Code', width: 104, value: ({ customerCode }) => customerCode },
    { id: 'name', kind: 'text', title: 'Customer', width: 160, grow: 1, value: ({ customerName }) => customerName },
    {
      id: 'currency',
      kind: 'code',
      title: 'Currency',
      width: 84,
      value: ({ currency }) => currency,
      total: only?.currency,
    },
    figure('net', 'Net'),
    figure('tax', 'Tax'),
    figure('total', 'Total'),
  ]
}
