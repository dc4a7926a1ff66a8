import { useState } from 'react'
import type { CustomerRow } from '../../../src-shared/customers/contract/customers.ts'
import { useLedgerPages } from '../../api/pages.ts'
import type { LedgerPages } from '../../api/pages.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useActions } from '../../keyboard/use-action.ts'
import { useConventions } from '../../ui/conventions.tsx'

export type CustomerFilter = { readonly text: string; readonly includeArchived: boolean }

export type CustomerListState = {
  readonly filter: CustomerFilter
  readonly change: (changes: Partial<CustomerFilter>) => void
  readonly list: LedgerPages<CustomerRow>
  readonly select: (row: CustomerRow) => void
  readonly open: (row: CustomerRow) => void
  /** Enter in the filter: the row selected, or the first that is left. */
  readonly openFiltered: () => void
}

/** Up to so many customers are read whole, so that any column sorts them all and the foot adds them up. */
const READ_WHOLE_MAX = 20_000
const PAGE_ROWS = 500

export function useCustomerList(): CustomerListState {
  const { workDate } = useConventions()
  const navigator = useNavigator()
  const [filter, setFilter] = useState<CustomerFilter>({ text: '', includeArchived: false })
  const [selectedId, setSelectedId] = useState<number | null>(null)
  const list = useLedgerPages(
    'customers.list',
    { asOf: workDate, filter: filter.text, includeArchived: filter.includeArchived, limit: PAGE_ROWS },
    { readAhead: READ_WHOLE_MAX },
  )
  const selected = list.rows.find(({ id }) => id === selectedId)
  const open = (row: CustomerRow): void => navigator.go({ screen: 'customer', customerId: row.id })

  useActions(
    {
      'invoice.new': () => selected && navigator.go({ screen: 'invoice', customerId: selected.id }),
      'creditNote.new': () => selected && navigator.go({ screen: 'creditNote', customerId: selected.id }),
      'debitNote.new': () => selected && navigator.go({ screen: 'debitNote', customerId: selected.id }),
      'receipt.new': () => selected && navigator.go({ screen: 'receivePayment', customerId: selected.id }),
      'go.statements': () => selected && navigator.go({ screen: 'statement', customerId: selected.id }),
    },
    { enabled: selected !== undefined },
  )

  return {
    filter,
    change: (changes) => {
      setSelectedId(null)
      setFilter((before) => ({ ...before, ...changes }))
    },
    list,
    select: (row) => setSelectedId(row.id),
    open,
    openFiltered: () => {
      const row = selected ?? list.rows[0]
      if (row !== undefined) open(row)
    },
  }
}
