import { useMemo } from 'react'
import type { AgingItem, AgingReport, AgingRow } from '../../../src-shared/reports/contract/aging.ts'
import type { AgingBasis } from '../../../src-shared/domain/aging.ts'
import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { amountColumn, dateColumn } from '../../lists/columns.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import type { Format } from '../../ui/conventions.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { Card } from '../../ui/Page.tsx'
import { currencyOfChoice, IN_BASE, isOldBucket } from './aging-figures.ts'
import css from './aging.module.css'

export type AgingItemsProps = {
  readonly row: AgingRow
  readonly report: AgingReport
  readonly basis: AgingBasis
}

/** The open items behind one row of the aging; one opens its document. */
export function AgingItems({ row, report, basis }: AgingItemsProps) {
  const navigator = useNavigator()
  const format = useFormat()
  const { customerId } = row
  const request = currencyOfChoice(report.in === 'base' ? IN_BASE : report.currency)
  const { data: items = [], error } = useLedgerQuery(
    'aging.items',
    { asOf: report.asOf, basis, customerId, ...request },
    { keepPrevious: false },
  )
  const columns = useMemo(() => itemColumns(report, row, format), [report, row, format])
  return (
    <div className={css.items} style={{ height: `min(50%, ${paneHeight(items.length)}px)` }}>
      <Card
        fill
        title={row.code === row.name ? row.name : `${row.code} ${row.name}`}
        actions={
          <>
            <Button variant="quiet" onPress={() => navigator.go({ screen: 'customer', customerId })}>
              Open customer
            </Button>
            <ActionButton action="go.statements" label="Statement" variant="quiet" />
            <ActionButton action="receipt.new" variant="quiet" />
          </>
        }
      >
        {error !== null && <Banner tone="bad">{error.message}</Banner>}
        <DataGrid
          label={`Open items of ${row.name}`}
          rows={items}
          columns={columns}
          rowKey={itemKey}
          onOpen={({ documentId }) => navigator.go({ screen: 'document', documentId })}
          layoutId="aging.items"
          autoFocus
        />
      </Card>
    </div>
  )
}

const ROW_HEIGHT = 28
/** The pane's title, the grid's titles and its total. */
const AROUND_ROWS = 37 + 29 + 32 + 4
const ROWS_MIN = 3

/** Room for the rows and no more: the customers keep the rest. In px. */
const paneHeight = (rows: number): number => AROUND_ROWS + Math.max(ROWS_MIN, rows) * ROW_HEIGHT

/** A document due in parts has a row for each part. */
const itemKey = ({ documentId, dueDate }: AgingItem): string => `${documentId} ${dueDate}`

function itemColumns(
  { labels, currency }: AgingReport,
  { total }: AgingRow,
  format: Format,
): readonly GridColumn<AgingItem>[] {
  return [
    { id: 'number', kind: 'code', title: 'Number', width: 124, value: (item) => item.number, total: 'Total' },
    { id: 'kind', kind: 'choice', title: 'Kind', width: 110, value: (item) => documentKindName[item.kind] },
    { id: 'reference', kind: 'code', title: 'Reference', width: 110, grow: 1, value: (item) => item.reference },
    dateColumn({ id: 'date', title: 'Date', width: 112 }, format, (item) => item.documentDate),
    dateColumn({ id: 'due', title: 'Due', width: 112 }, format, (item) => item.dueDate),
    {
      id: 'late',
      kind: 'number',
      title: 'Days late',
      width: 84,
      align: 'end',
      value: (item) => item.daysLate,
      text: (item) => (item.daysLate === 0 ? '' : String(item.daysLate)),
    },
    {
      id: 'bucket',
      kind: 'choice',
      title: 'Bucket',
      width: 92,
      value: (item) => item.bucket ?? -1,
      text: (item) => (item.bucket === null ? 'Unapplied' : (labels[item.bucket] ?? '')),
    },
    amountColumn(
      { id: 'original', title: 'Original' },
      (item) => item.original,
      () => currency,
    ),
    {
      ...amountColumn<AgingItem>(
        { id: 'open', title: 'Open', width: 112, isPinned: true },
        (item) => item.open,
        () => currency,
      ),
      cell: (item) => (
        <Figure
          amount={item.open}
          currency={currency}
          isStrong
          tone={item.bucket !== null && isOldBucket(item.bucket, labels.length) ? 'overdue' : undefined}
        />
      ),
      total: <Figure amount={total} currency={currency} />,
    },
  ]
}
