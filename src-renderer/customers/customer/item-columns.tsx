import type { OpenItem } from '../../../src-shared/ledger/contract/open-items.ts'
import { unappliedName } from '../../../src-shared/domain/documents.ts'
import { sum } from '../../../src-shared/domain/amounts/money.ts'
import { amountColumn, dateColumn } from '../../lists/columns.tsx'
import { HoldPill } from '../../lists/document-status.tsx'
import type { Format } from '../../ui/conventions.tsx'
import { Figure } from '../../ui/Figure.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'

type Column = GridColumn<OpenItem>

const currencyOf = ({ currency }: OpenItem): string => currency

/** What is open, by due date; the foot is the customer's balance. */
export function itemColumns(format: Format, items: readonly OpenItem[], currency: string): readonly Column[] {
  // Several currencies have no sum: the balance of each stands above.
  const hasOthers = items.some((item) => item.currency !== currency)
  return [
    dateColumn({ id: 'due', title: 'Due' }, format, (item) => (item.original < 0 ? null : item.dueDate)),
    {
      id: 'daysLate',
      kind: 'number',
      title: 'Days late',
      width: 76,
      align: 'end',
      value: (item) => item.daysLate,
      text: (item) => (item.daysLate > 0 && item.original > 0 ? String(item.daysLate) : ''),
    },
    {
      id: 'number',
      kind: 'code',
      title: 'Number',
      width: 104,
      value: (item) => item.number,
      total: hasOthers ? '' : 'Total',
    },
    { id: 'reference', kind: 'code', title: 'Reference', width: 72, grow: 1, value: (item) => item.reference },
    dateColumn({ id: 'date', title: 'Date' }, format, (item) => item.documentDate),
    ...(items.some((item) => item.hold !== null) ? [holdColumn] : []),
    ...(items.some((item) => item.unappliedAs !== null) ? [unappliedColumn] : []),
    ...(items.some((item) => item.discountUntil !== null) ? [discountUntilColumn(format)] : []),
    ...(hasOthers ? [currencyColumn] : []),
    amountColumn({ id: 'original', title: 'Original', width: 104 }, (item) => item.original, currencyOf),
    {
      ...amountColumn({ id: 'open', title: 'Open', width: 112, isPinned: true }, (item) => item.open, currencyOf),
      cell: (item) => (
        <Figure
          amount={item.open}
          currency={item.currency}
          {...(item.daysLate > 0 ? { tone: 'overdue' as const } : {})}
        />
      ),
      ...(hasOthers ? {} : { total: <Figure amount={sum(items.map(({ open }) => open))} currency={currency} /> }),
    },
  ]
}

const currencyColumn: Column = { id: 'currency', kind: 'code', title: 'In', width: 52, value: currencyOf }

const holdColumn: Column = {
  id: 'hold',
  kind: 'choice',
  title: 'Hold',
  width: 84,
  value: (item) => item.hold ?? '',
  cell: (item) => item.hold !== null && <HoldPill hold={item.hold} />,
}

const unappliedColumn: Column = {
  id: 'unappliedAs',
  kind: 'text',
  title: 'Kept as',
  width: 104,
  value: (item) => (item.unappliedAs === null ? '' : unappliedName[item.unappliedAs]),
}

const discountUntilColumn = (format: Format): Column =>
  dateColumn({ id: 'discountUntil', title: 'Discount until', width: 104 }, format, (item) => item.discountUntil)
