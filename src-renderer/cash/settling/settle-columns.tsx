import type { RelatedCustomer } from '../../../src-shared/ledger/contract/open-items.ts'
import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { HoldPill } from '../../lists/document-status.tsx'
import type { Format } from '../../ui/conventions.tsx'
import type { EntryColumn } from '../../ui/grid/entry-column.ts'
import { Pill } from '../../ui/Pill.tsx'
import { crossColumns } from './cross-columns.ts'
import { customerColumn, itemColumns } from './item-columns.tsx'
import { settledBy, shownRate, withCrossRate, withSettles, withApplied } from './settle-row.ts'
import type { SettleRow } from './settle-row.ts'
import css from '../../entry/entry.module.css'

export type SettleColumnsOptions = {
  readonly currency: string
  readonly format: Format
  /** What is entered: Write off, Refund. */
  readonly title: string
  /** False for credits, which are due on no day. */
  readonly withDue: boolean
  /** Whose items these are. */
  readonly customers: readonly RelatedCustomer[]
  readonly hasDeductions: boolean
  /** Items in another currency than what settles them. */
  readonly hasOthers: boolean
  /** An item in instalments: what is due now is less than what is open. */
  readonly hasParts: boolean
}

type Column = EntryColumn<SettleRow>

/** The open items and what is taken of each. */
export function settleColumns({
  title,
  withDue,
  customers,
  hasDeductions,
  hasOthers,
  hasParts,
  currency,
  format,
}: SettleColumnsOptions): readonly Column[] {
  const item = itemColumns({ format })
  return [
    { kind: 'static', id: 'state', title: 'Take', width: 80, text: stateOf, cell: (row) => <StatePill row={row} /> },
    ...customerColumn(customers),
    item.date,
    { kind: 'static', id: 'kind', title: 'Kind', width: 100, text: (row) => documentKindName[row.kind] },
    item.number,
    item.reference,
    ...(withDue ? [item.due, item.daysLate] : []),
    // Room for what is settled and the rate.
    hasOthers ? item.currency : item.original,
    item.open,
    ...(hasParts && withDue ? [item.dueNow] : []),
    ...(hasDeductions ? [deductedColumn(format)] : []),
    ...(hasOthers ? crossColumns<SettleRow>({ shownRate, withSettles, withCrossRate }) : []),
    {
      kind: 'amount',
      id: 'applied',
      field: 'amount',
      title,
      width: 112,
      align: 'end',
      isPinned: true,
      quick: true,
      currency,
      blankZero: true,
      value: (row) => row.applied,
      change: (row, applied) => withApplied(row, applied ?? 0),
    },
  ]
}

const deductedColumn = (format: Format): Column => ({
  kind: 'static',
  id: 'deducted',
  title: 'Deducted',
  width: 80,
  align: 'end',
  text: (row) => format.blankZero(row.deducted, row.currency),
})

const settled = (row: SettleRow): number => settledBy(row) + row.deducted

const stateOf = (row: SettleRow): string =>
  settled(row) === 0 ? (row.hold ?? 'open') : settled(row) === row.open ? 'in full' : 'part'

function StatePill({ row }: { readonly row: SettleRow }) {
  const state = stateOf(row)
  if (settled(row) !== 0) return <Pill tone={state === 'part' ? 'warn' : 'ok'}>{state}</Pill>
  return row.hold === null ? <span className={css.count}>{state}</span> : <HoldPill hold={row.hold} />
}
