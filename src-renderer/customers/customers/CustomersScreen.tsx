import { useMemo, useRef } from 'react'
import type { CustomerRow } from '../../../src-shared/customers/contract/customers.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { FilterBox } from '../../lists/FilterBox.tsx'
import { usePrintPage } from '../../print/use-print-page.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { CheckField } from '../../ui/fields/CheckField.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import { Card, Page, Toolbar } from '../../ui/Page.tsx'
import { customerColumns, customerTone } from './customer-columns.tsx'
import { customerTotals, hasSeveralCurrencies } from './customer-totals.ts'
import { useCustomerList } from './use-customer-list.ts'
import css from './customers.module.css'

const keyOf = (row: CustomerRow): string => String(row.id)

/** Every customer with balance and limit; a few letters of a code or name leave the one that is looked for. */
export function CustomersScreen() {
  const { workDate } = useConventions()
  const format = useFormat()
  const sheet = useRef<HTMLDivElement>(null)
  const { filter, change, list, select, open, openFiltered } = useCustomerList()
  const { rows, isComplete } = list
  const { data: profile } = useLedgerQuery('company.profile', {})
  const columns = useMemo(
    () =>
      customerColumns(
        format,
        isComplete ? customerTotals(rows) : null,
        hasSeveralCurrencies(rows),
        rows.some(({ others }) => others.length > 0) ? (profile?.baseCurrency ?? null) : null,
      ),
    [format, rows, isComplete, profile],
  )
  usePrintPage({ title: 'Customers' })
  return (
    <Page
      title="Customers"
      sub={subtitle(rows.length, isComplete, format.dateWithDay(workDate))}
      actions={<ActionButton action="customer.new" variant="primary" />}
    >
      {list.error && <Banner tone="bad">{list.error.message}</Banner>}
      <Toolbar label="Which customers">
        <FilterBox
          label="Filter"
          placeholder="Filter by code or any word of the name"
          value={filter.text}
          onChange={(text) => change({ text })}
          maxLength={100}
          list={sheet}
          onEnter={openFiltered}
          className={css.filter ?? ''}
        />
        <CheckField
          label="Archived too"
          value={filter.includeArchived}
          onChange={(includeArchived) => change({ includeArchived })}
        />
      </Toolbar>
      <div ref={sheet} className={css.sheet}>
        <Card fill>
          <DataGrid
            label="Customers"
            layoutId="customers"
            rows={rows}
            columns={columns}
            rowKey={keyOf}
            rowTone={customerTone}
            typeToSelect="name"
            onSelect={select}
            onOpen={open}
            onEndReached={list.more}
            empty={list.isPending ? null : <NoCustomers filter={filter.text} />}
          />
        </Card>
      </div>
    </Page>
  )
}

const subtitle = (count: number, isComplete: boolean, asOf: string): string =>
  `${count}${isComplete ? '' : '+'} ${count === 1 ? 'customer' : 'customers'}, balances as of ${asOf}`

function NoCustomers({ filter }: { readonly filter: string }) {
  if (filter.trim() !== '') {
    return (
      <EmptyState title={`Nobody matches “${filter.trim()}”`} actions={['customer.new']}>
        Esc empties the filter. Codes match from their beginning, names by any of their words.
      </EmptyState>
    )
  }
  return (
    <EmptyState title="No customers yet" actions={['customer.new', 'go.import']}>
      A customer is whom you bill: a code, a name, terms. Enter the first one, or bring them in from a CSV file.
    </EmptyState>
  )
}
