import { useMemo } from 'react'
import type { CustomerRow } from '../../../src-shared/customers/contract/customers.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { ListPage } from '../../lists/ListPage.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { CheckField } from '../../ui/fields/CheckField.tsx'
import { customerColumns, customerTone } from './customer-columns.tsx'
import { customerTotals, hasSeveralCurrencies } from './customer-totals.ts'
import { useCustomerList } from './use-customer-list.ts'

/** Every customer with balance and limit; a few letters of a code or name leave the one that is looked for. */
export function CustomersScreen() {
  const { workDate } = useConventions()
  const format = useFormat()
  const navigator = useNavigator()
  const { filter, change, list, selected } = useCustomerList()
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
  return (
    <ListPage<CustomerRow>
      title="Customers"
      sub={subtitle(rows.length, isComplete, format.dateWithDay(workDate))}
      actions={<ActionButton action="customer.new" variant="primary" />}
      layoutId="customers"
      list={list}
      columns={columns}
      rowTone={customerTone}
      typeToSelect="name"
      selected={selected}
      onOpen={({ id }) => navigator.go({ screen: 'customer', customerId: id })}
      filter={{
        label: 'Which customers',
        box: {
          width: 320,
          placeholder: 'Filter by code or any word of the name',
          value: filter.text,
          onChange: (text) => change({ text }),
          maxLength: 100,
        },
        children: (
          <CheckField
            label="Archived too"
            value={filter.includeArchived}
            onChange={(includeArchived) => change({ includeArchived })}
          />
        ),
      }}
      empty={<NoCustomers filter={filter.text} />}
    />
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
