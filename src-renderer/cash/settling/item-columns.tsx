import type { RelatedCustomer } from '../../../src-shared/ledger/contract/open-items.ts'
import type { Format } from '../../ui/conventions.tsx'
import type { EntryColumn } from '../../ui/grid/entry-column.ts'
import { isCredit } from './item-row.ts'
import type { ItemRow } from './item-row.ts'
import css from '../../entry/entry.module.css'

export type ItemColumnsOptions = { readonly format: Format }

export type ItemColumn = Extract<EntryColumn<ItemRow>, { readonly kind: 'static' }>

/** What is said of an open item, whatever is entered beside it. */
export function itemColumns({ format }: ItemColumnsOptions) {
  const figure = (amount: number, { currency }: ItemRow): string => format.amount(amount, currency)
  const late = (row: ItemRow): string => (row.daysLate > 0 ? String(row.daysLate) : '')
  return {
    date: { kind: 'static', id: 'date', title: 'Date', width: 104, text: (row) => format.date(row.documentDate) },
    number: { kind: 'static', id: 'number', title: 'Number', width: 100, text: (row) => row.number },
    reference: {
      kind: 'static',
      id: 'reference',
      title: 'Reference',
      width: 78,
      grow: 1,
      text: (row) => row.reference,
    },
    due: {
      kind: 'static',
      id: 'due',
      title: 'Due',
      width: 104,
      text: (row) => (isCredit(row) ? '' : format.date(row.dueDate)),
    },
    daysLate: {
      kind: 'static',
      id: 'daysLate',
      title: 'Days late',
      width: 68,
      align: 'end',
      text: late,
      cell: (row) => <span className={css.late}>{late(row)}</span>,
    },
    currency: { kind: 'static', id: 'currency', title: 'In', width: 48, text: (row) => row.currency },
    original: {
      kind: 'static',
      id: 'original',
      title: 'Original',
      width: 104,
      align: 'end',
      text: (row) => figure(row.original, row),
    },
    dueNow: {
      kind: 'static',
      id: 'dueNow',
      title: 'Due now',
      width: 104,
      align: 'end',
      text: (row) => (isCredit(row) ? '' : format.blankZero(row.dueNow, row.currency)),
    },
    open: { kind: 'static', id: 'open', title: 'Open', width: 104, align: 'end', text: (row) => figure(row.open, row) },
  } as const satisfies Record<string, ItemColumn>
}

/** Whose item it is, where items of several customers stand together: those with one payer. */
export function customerColumn(customers: readonly RelatedCustomer[]): readonly ItemColumn[] {
  if (customers.length < 2) return []
  const codes = new Map(customers.map(({ id, code }) => [id, code]))
  const text = (row: ItemRow): string => codes.get(row.customerId) ?? ''
  return [{ kind: 'static', id: 'customer', title: 'Customer', width: 96, text }]
}
