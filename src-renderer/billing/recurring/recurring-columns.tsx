import type { RecurringRow } from '../../../src-shared/billing/contract/recurring.ts'
import { describeSchedule } from '../../../src-shared/billing/rules/schedule.ts'
import type { Format } from '../../ui/conventions.tsx'
import { Figure } from '../../ui/Figure.tsx'
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
    {
      id: 'nextDue',
      kind: 'date',
      title: 'Next',
      width: 112,
      value: (row) => row.nextDue ?? '',
      text: (row) => (row.nextDue === null ? '' : format.date(row.nextDue)),
    },
    {
      id: 'lastBilled',
      kind: 'date',
      title: 'Last billed',
      width: 112,
      value: (row) => row.lastBilled ?? '',
      text: (row) => (row.lastBilled === null ? '' : format.date(row.lastBilled)),
    },
    { id: 'currency', kind: 'code', title: 'Currency', width: 74, value: (row) => row.currency },
    {
      id: 'total',
      kind: 'amount',
      currency: (row) => row.currency,
      title: 'Amount',
      width: 108,
      align: 'end',
      isPinned: true,
      value: (row) => row.total,
      cell: (row) => <Figure amount={row.total} currency={row.currency} />,
    },
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
