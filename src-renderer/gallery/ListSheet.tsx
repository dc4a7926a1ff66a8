import { useMemo, useState } from 'react'
import { useActions } from '../keyboard/use-action.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Figure } from '../ui/Figure.tsx'
import { DataGrid } from '../ui/grid/DataGrid.tsx'
import type { GridColumn } from '../ui/grid/grid-column.ts'
import { Card, Page } from '../ui/Page.tsx'

type Invoice = { readonly number: string; readonly customer: string; readonly due: string; readonly amount: number }

const columns: readonly GridColumn<Invoice>[] = [
  { id: 'number', title: 'Number', value: (row) => row.number },
  { id: 'customer', title: 'Customer', grow: 1, width: 200, value: (row) => row.customer },
  { id: 'due', title: 'Due', value: (row) => row.due },
  {
    id: 'amount',
    title: 'Amount',
    align: 'end',
    value: (row) => row.amount,
    cell: (row) => <Figure amount={row.amount} currency="USD" />,
  },
]

/** 100,000 rows, to scroll. */
export function ListSheet() {
  const [opened, setOpened] = useState('')
  const rows = useMemo(
    () =>
      Array.from({ length: 100_000 }, (_, index) => ({
        number: `INV-${String(100_000 + index)}`,
        customer: `Customer ${String((index * 7919) % 997)}`,
        due: `2025-${String((index % 12) + 1).padStart(2, '0')}-15`,
        amount: ((index * 104_729) % 900_000) - 40_000,
      })),
    [],
  )
  return (
    <Page title="Invoices" sub={opened === '' ? '100,000 rows' : `Opened ${opened}`}>
      <Card fill>
        <DataGrid
          label="Invoices"
          rows={rows}
          columns={columns}
          rowKey={(row) => row.number}
          onOpen={(row) => setOpened(row.number)}
          layoutId="gallery.list"
          typeToSelect="customer"
          autoFocus
        />
      </Card>
    </Page>
  )
}

/** A list with nothing in it yet. */
export function EmptySheet() {
  useActions({ 'customer.new': () => undefined, 'go.import': () => undefined })
  return (
    <Page title="Customers">
      <Card fill>
        <DataGrid
          label="Customers"
          rows={noInvoices}
          columns={columns}
          rowKey={(row) => row.number}
          empty={
            <EmptyState title="No customers yet" actions={['customer.new', 'go.import']}>
              Whoever owes you money goes here, with address, terms and every invoice. Enter the first one, or bring all
              of them in from a file.
            </EmptyState>
          }
        />
      </Card>
    </Page>
  )
}

const noInvoices: readonly Invoice[] = []
