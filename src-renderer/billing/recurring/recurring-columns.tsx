import type { RecurringRow } from '../../../src-shared/billing/contract/recurring.ts'
import { describeSchedule } from '../../../src-shared/billing/rules/schedule.ts'
import { amountColumn, dateColumn } from '../../lists/columns.tsx'
import type { Format } from '../../ui/conventions.tsx'
import type { GridColumn, RowTone } from '../../ui/grid/grid-column.ts'
import { Pill } from '../../ui/Pill.tsx'

type Column = GridColumn<RecurringRow>

export function recurringColumns(format: Format): readonly Column[] {
  return [
    { id: 'name', kind: 'text', title: 'Name', width: 150, grow: 2, value: (row) => row.name },
    { id: 'customer', kind: 'text', title: 'Customer', width: 150, grow: 2, value: (row) => row.customerName },
    {
      id: 'schedule',
      kind: 'text',
      title: 'Schedule',
      width: 210,
      grow: 2,
      value: (row) => describeSchedule(row.schedule),
    },
    dateColumn({ id: 'nextDue', title: 'Next', width: 112 }, format, (row) => row.nextDue),
    dateColumn({ id: 'lastBilled', title: 'Last billed', width: 112 }, format, (row) => row.lastBilled),
    { id: 'currency', kind: 'code', title: 'Currency', width: 74, value: (row) => row.currency },
    amountColumn(
      { id: 'total', title: 'Amount', isPinned: true },
      (row) => row.total,
      (row) => row.currency,
    ),
    { id: 'state', kind: 'choice', title: 'State', width: 80, value: stateOf, cell: (row) => <StatePill row={row} /> },
  ]
}

export const hasEnded = ({ nextDue }: RecurringRow): boolean => nextDue === null

/** Nothing comes of it any more, or for now. */
export const stateOf = (row: RecurringRow): string => (hasEnded(row) ? 'ended' : row.paused ? 'paused' : '')

export const recurringTone = (row: RecurringRow): RowTone => (stateOf(row) === '' ? undefined : 'muted')

function StatePill({ row }: { readonly row: RecurringRow }) {
  const state = stateOf(row)
  return state === '' ? null : <Pill tone={state === 'paused' ? 'warn' : 'quiet'}>{state}</Pill>
}
