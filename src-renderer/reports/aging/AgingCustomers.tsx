import { useMemo } from 'react'
import type { AgingReport, AgingRow } from '../../../src-shared/reports/contract/aging.ts'
import { BucketBar } from './BucketBar.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import type { Format } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { Card } from '../../ui/Page.tsx'
import { isOldBucket } from './aging-figures.ts'

export type AgingCustomersProps = {
  readonly report: AgingReport
  readonly selectedKey: string | null
  readonly onSelect: (row: AgingRow) => void
  readonly onOpen: (row: AgingRow) => void
}

/** A row for each customer with open items; the foot is the whole. */
export function AgingCustomers({ report, selectedKey, onSelect, onOpen }: AgingCustomersProps) {
  const format = useFormat()
  const columns = useMemo(() => agingColumns(report, format), [report, format])
  return (
    <Card fill>
      <DataGrid
        label="Aging by customer"
        rows={report.rows}
        columns={columns}
        rowKey={(row) => String(row.customerId)}
        selectedKey={selectedKey}
        onSelect={onSelect}
        onOpen={onOpen}
        layoutId="aging.customers"
        typeToSelect="name"
        empty={
          <EmptyState
            title={`Nothing was open on ${format.date(report.asOf)}`}
            actions={['invoice.new', 'receipt.new', 'go.import']}
          >
            Each customer with something open has a row here. + and - in the date move it by a day, [ and ] by a month.
          </EmptyState>
        }
      />
    </Card>
  )
}

/** In px: a total is never cut. */
const WIDTH_PER_LETTER = 8
const AROUND_TEXT = 20
const WIDTH_MIN = 84

function agingColumns(report: AgingReport, format: Format): readonly GridColumn<AgingRow>[] {
  const { labels, currency, totals } = report
  const largest = [...totals.buckets, totals.unapplied, totals.total].map((amount) => format.amount(amount, currency))
  const width = Math.max(WIDTH_MIN, Math.max(...largest.map(({ length }) => length)) * WIDTH_PER_LETTER + AROUND_TEXT)
  const figure = (id: string, title: string, total: number, amount: (row: AgingRow) => number) => ({
    id,
    kind: 'amount' as const,
    currency: () => currency,
    title,
    width,
    align: 'end' as const,
    value: amount,
    total: <Figure amount={total} currency={currency} />,
  })
  return [
    { id: 'code', kind: 'code', title: 'Code', width: 104, value: (row) => row.code, total: 'Total' },
    { id: 'name', kind: 'text', title: 'Customer', width: 150, grow: 1, value: (row) => row.name },
    ...labels.map((label, index): GridColumn<AgingRow> => ({
      ...figure(label, label, totals.buckets[index] ?? 0, (row) => row.buckets[index] ?? 0),
      cell: (row) => (
        <Figure
          amount={row.buckets[index] ?? 0}
          currency={currency}
          blankZero
          tone={isOldBucket(index, labels.length) ? 'overdue' : undefined}
        />
      ),
    })),
    ...(totals.unapplied === 0
      ? []
      : [
          {
            ...figure('unapplied', 'Unapplied', totals.unapplied, (row: AgingRow) => row.unapplied),
            cell: (row: AgingRow) => <Figure amount={row.unapplied} currency={currency} blankZero />,
          },
        ]),
    {
      ...figure('total', 'Total', totals.total, (row) => row.total),
      isPinned: true,
      width: 112,
      cell: (row) => <Figure amount={row.total} currency={currency} isStrong />,
    },
    {
      id: 'share',
      kind: 'text',
      title: 'Share',
      width: 128,
      isSortable: false,
      value: () => 0,
      cell: (row) => <BucketBar labels={labels} amounts={row.buckets} currency={currency} />,
    },
  ]
}
