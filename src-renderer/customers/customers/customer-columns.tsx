import type { CustomerRow } from '../../../src-shared/customers/contract/customers.ts'
import { amountColumn } from '../../lists/columns.tsx'
import type { Format } from '../../ui/conventions.tsx'
import { Figure } from '../../ui/Figure.tsx'
import type { GridColumn, RowTone } from '../../ui/grid/grid-column.ts'
import { Pill } from '../../ui/Pill.tsx'
import type { CustomerTotals } from './customer-totals.ts'

type Column = GridColumn<CustomerRow>

/**
 * @param totals of all rows, once all are read and in one currency
 * @param inBase the company's currency, where a row owes in others than its own: all of it is then shown in that
 */
export function customerColumns(
  format: Format,
  totals: CustomerTotals | null,
  showCurrency: boolean,
  inBase: string | null = null,
) {
  const total = (amount: number | undefined) =>
    totals === null || amount === undefined ? undefined : <Figure amount={amount} currency={totals.currency} />
  const currency: readonly Column[] = [
    { id: 'currency', kind: 'code', title: 'Currency', width: 74, value: (row) => row.currency },
  ]
  const columns: readonly Column[] = [
    { id: 'code', kind: 'code', title: 'Code', width: 96, value: (row) => row.code },
    { id: 'name', kind: 'text', title: 'Name', width: 170, grow: 2, value: (row) => row.name },
    { id: 'city', kind: 'text', title: 'City', width: 104, grow: 1, value: (row) => row.city },
    { id: 'phone', kind: 'code', title: 'Phone', width: 148, value: (row) => row.phone },
    ...(showCurrency ? currency : []),
    figureColumn('balance', 'Balance', total(totals?.balance)),
    ...(inBase === null ? [] : [inBaseColumn(inBase)]),
    figureColumn('overdue', 'Overdue', total(totals?.overdue)),
    {
      id: 'creditLimit',
      kind: 'amount',
      currency: (row) => row.currency,
      isBlank: (row) => row.creditLimit === null,
      title: 'Credit limit',
      width: 108,
      align: 'end',
      value: (row) => row.creditLimit ?? Number.MAX_SAFE_INTEGER,
      text: (row) => (row.creditLimit === null ? '' : format.amount(row.creditLimit, row.currency)),
    },
    {
      id: 'state',
      kind: 'choice',
      title: 'State',
      width: 92,
      value: stateOf,
      cell: (row) => <StatePill state={stateOf(row)} />,
    },
  ]
  return columns
}

const inBaseColumn = (currency: string): Column =>
  amountColumn(
    { id: 'inBase', title: `All in ${currency}`, width: 116, blankZero: true },
    (row) => row.inBase,
    () => currency,
  )

export const customerTone = ({ archived }: CustomerRow): RowTone => (archived ? 'muted' : undefined)

function figureColumn(field: 'balance' | 'overdue', title: string, total: Column['total']): Column {
  const column: Column = {
    id: field,
    kind: 'amount',
    currency: (row) => row.currency,
    title,
    width: 116,
    align: 'end',
    value: (row) => row[field],
    cell: (row) => (
      <Figure
        amount={row[field]}
        currency={row.currency}
        blankZero
        {...(field === 'overdue' ? { tone: 'overdue' as const } : {})}
      />
    ),
  }
  return total === undefined ? column : { ...column, total }
}

const stateOf = (row: CustomerRow): string =>
  row.archived ? 'archived' : row.onHold ? 'on hold' : row.isOverLimit ? 'over limit' : ''

function StatePill({ state }: { readonly state: string }) {
  if (state === '') return null
  return <Pill tone={state === 'archived' ? 'quiet' : state === 'over limit' ? 'bad' : 'warn'}>{state}</Pill>
}
