import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { ReopenedItem } from '../../../src-shared/ledger/contract/documents.ts'
import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { sum } from '../../../src-shared/domain/amounts/money.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'

export type ReopenedItemsProps = {
  readonly rows: readonly ReopenedItem[]
  readonly currency: string
  readonly empty?: ReactNode
  readonly autoFocus?: boolean
}

const keyOf = (row: ReopenedItem): string => String(row.documentId)

/** What the payment had settled, what was deducted included; Enter opens it. */
export function ReopenedItems({ rows, currency, empty, autoFocus = false }: ReopenedItemsProps) {
  const navigator = useNavigator()
  const columns = useMemo(() => itemColumns(rows, currency), [rows, currency])
  return (
    <DataGrid
      label="Opens again"
      layoutId="returned-items"
      rows={rows}
      columns={columns}
      rowKey={keyOf}
      onOpen={({ documentId }) => navigator.go({ screen: 'document', documentId })}
      empty={empty}
      autoFocus={autoFocus}
    />
  )
}

const itemColumns = (rows: readonly ReopenedItem[], currency: string): readonly GridColumn<ReopenedItem>[] => [
  {
    id: 'kind',
    kind: 'choice',
    title: 'Kind',
    width: 140,
    value: ({ kind }) => documentKindName[kind],
    total: 'Total',
  },
  { id: 'number', kind: 'code', title: 'Number', width: 140, grow: 1, value: ({ number }) => number },
  {
    id: 'amount',
    kind: 'amount',
    currency: (row) => row.currency,
    title: 'Open again by',
    width: 130,
    align: 'end',
    value: ({ amount }) => amount,
    cell: (row) => <Figure amount={row.amount} currency={row.currency} showCurrency={row.currency !== currency} />,
    // Several currencies have no sum.
    ...(rows.every((row) => row.currency === currency)
      ? { total: <Figure amount={sum(rows.map(({ amount }) => amount))} currency={currency} /> }
      : {}),
  },
]
