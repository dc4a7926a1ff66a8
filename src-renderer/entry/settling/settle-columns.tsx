import { MarkPill } from '../../lists/document-status.tsx'
import type { Format } from '../../ui/conventions.tsx'
import type { EntryColumn } from '../../ui/grid/entry-column.ts'
import { Pill } from '../../ui/Pill.tsx'
import type { SettleRow } from './settle-row.ts'
import css from '../entry.module.css'

export type SettleColumnsOptions = {
  readonly currency: string
  readonly format: Format
  /** What is entered: Write off, Refund. */
  readonly title: string
  /** False for credits, which are due on no day. */
  readonly withDue: boolean
}

type Column = EntryColumn<SettleRow>

/** The open items and what is taken of each. */
export function settleColumns({ currency, format, title, withDue }: SettleColumnsOptions): readonly Column[] {
  const figure = (amount: number): string => format.amount(amount, currency)
  const due: readonly Column[] = [
    { kind: 'static', id: 'due', title: 'Due', width: 108, text: (row) => format.date(row.dueDate) },
    {
      kind: 'static',
      id: 'daysLate',
      title: 'Days late',
      width: 80,
      align: 'end',
      text: (row) => (row.daysLate > 0 ? String(row.daysLate) : ''),
      cell: (row) => <span className={css.late}>{row.daysLate > 0 ? row.daysLate : ''}</span>,
    },
  ]
  return [
    { kind: 'static', id: 'state', title: 'Take', width: 80, text: stateOf, cell: (row) => <StatePill row={row} /> },
    { kind: 'static', id: 'date', title: 'Date', width: 108, text: (row) => format.date(row.documentDate) },
    { kind: 'static', id: 'kind', title: 'Kind', width: 100, text: (row) => row.kind },
    { kind: 'static', id: 'number', title: 'Number', width: 112, text: (row) => row.number },
    { kind: 'static', id: 'reference', title: 'Reference', width: 90, grow: 1, text: (row) => row.reference },
    ...(withDue ? due : []),
    {
      kind: 'static',
      id: 'original',
      title: 'Original',
      width: 100,
      align: 'end',
      text: (row) => figure(row.original),
    },
    { kind: 'static', id: 'open', title: 'Open', width: 100, align: 'end', text: (row) => figure(row.open) },
    {
      kind: 'amount',
      id: 'taken',
      field: 'amount',
      title,
      width: 112,
      align: 'end',
      quick: true,
      currency,
      blankZero: true,
      value: (row) => row.taken,
      change: (row, taken) => ({ ...row, taken: taken ?? 0 }),
    },
  ]
}

const stateOf = ({ taken, open, mark }: SettleRow): string =>
  taken === 0 ? (mark ?? 'open') : taken === open ? 'in full' : 'part'

function StatePill({ row }: { readonly row: SettleRow }) {
  const state = stateOf(row)
  if (row.taken !== 0) return <Pill tone={state === 'part' ? 'warn' : 'ok'}>{state}</Pill>
  return row.mark === null ? <span className={css.count}>{state}</span> : <MarkPill mark={row.mark} />
}
