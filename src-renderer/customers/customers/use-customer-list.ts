import { useState } from 'react'
import type { CustomerRow } from '../../../src-shared/customers/contract/customers.ts'
import { api } from '../../api/client.ts'
import { useLedgerPages } from '../../api/pages.ts'
import type { LedgerPages } from '../../api/pages.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useActions } from '../../keyboard/use-action.ts'
import { useSelectedRow } from '../../lists/ListPage.tsx'
import type { SelectedRow } from '../../lists/ListPage.tsx'
import { useConventions } from '../../ui/conventions.tsx'

export type CustomerFilter = { readonly text: string; readonly includeArchived: boolean }

export type CustomerListState = {
  readonly filter: CustomerFilter
  readonly change: (changes: Partial<CustomerFilter>) => void
  readonly list: LedgerPages<CustomerRow>
  readonly selected: SelectedRow<CustomerRow>
}

/** Customers are read to the last one, so that any column sorts them all and the foot adds them up. */
const READ_WHOLE = Number.POSITIVE_INFINITY
const PAGE_ROWS = 500

const changedCustomers = {
  since: (after: number | null) => api.customers.changedSince({ after }),
  idOf: ({ id }: CustomerRow) => id,
} as const

/** The customers listed, and what is begun for the one chosen. */
export function useCustomerList(): CustomerListState {
  const { workDate } = useConventions()
  const navigator = useNavigator()
  const [filter, setFilter] = useState<CustomerFilter>({ text: '', includeArchived: false })
  const list = useLedgerPages(
    'customers.list',
    { asOf: workDate, filter: filter.text, includeArchived: filter.includeArchived, limit: PAGE_ROWS },
    { readAhead: READ_WHOLE, changed: changedCustomers },
  )
  const selected = useSelectedRow(list.rows)
  const { row } = selected

  useActions(
    {
      'invoice.new': () => row && navigator.go({ screen: 'invoice', customerId: row.id }),
      'creditNote.new': () => row && navigator.go({ screen: 'creditNote', customerId: row.id }),
      'debitNote.new': () => row && navigator.go({ screen: 'debitNote', customerId: row.id }),
      'receipt.new': () => row && navigator.go({ screen: 'receivePayment', customerId: row.id }),
      'go.statements': () => row && navigator.go({ screen: 'statement', customerId: row.id }),
    },
    { enabled: row !== null },
  )

  return {
    filter,
    change: (changes) => {
      selected.clear()
      setFilter((before) => ({ ...before, ...changes }))
    },
    list,
    selected,
  }
}
