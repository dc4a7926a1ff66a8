import type { RelatedCustomer } from '../../../src-shared/ledger/contract/open-items.ts'
import { unappliedName } from '../../../src-shared/domain/documents.ts'
import type { Format } from '../../ui/conventions.tsx'
import type { EntryColumn } from '../../ui/grid/entry-column.ts'
import { crossColumns } from '../settling/cross-columns.ts'
import { customerColumn, itemColumns } from '../settling/item-columns.tsx'
import { isCredit } from '../settling/item-row.ts'
import { HoldPill } from '../../lists/document-status.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { shownRate, withCrossRate, withDiscount, withPayment, withSettles, withWriteOff } from './paying.ts'
import { deducted, payState } from './payment-row.ts'
import type { PaymentRow, PayState } from './payment-row.ts'
import css from '../../entry/entry.module.css'

export type ShownColumns = {
  /** Whose items are shown; with more than one, a column tells them apart. */
  readonly customers: readonly RelatedCustomer[]
  readonly hasDiscounts: boolean
  /** Items in another currency than the money. */
  readonly hasOthers: boolean
  /** An item in instalments: what is due now is less than what is open. */
  readonly hasParts: boolean
  /** A credit is kept on account or as a prepayment, which the first column says. */
  readonly hasUnapplied: boolean
}

/**
 * The columns of the payment grid.
 * @param shown what the rows need columns for: without it the payment stays in sight on a small window
 */
export function paymentColumns(
  currency: string,
  format: Format,
  { customers, hasDiscounts, hasOthers, hasParts, hasUnapplied }: ShownColumns,
): readonly EntryColumn<PaymentRow>[] {
  const item = itemColumns({ format })
  return [
    {
      kind: 'static',
      id: 'pay',
      title: 'Pay',
      width: hasUnapplied ? 100 : 80,
      text: (row) => stateText[payState(row)],
      cell: (row) => <PayPill row={row} />,
    },
    ...customerColumn(customers),
    item.date,
    item.number,
    item.reference,
    item.due,
    item.daysLate,
    // Room for what it settles and the rate.
    hasOthers ? item.currency : item.original,
    item.open,
    ...(hasParts ? [item.dueNow] : []),
    ...(hasDiscounts ? discountColumns(format) : []),
    ...enteredColumns,
    ...(hasOthers ? crossColumns<PaymentRow>({ shownRate, withSettles, withCrossRate }) : []),
    paymentColumn(currency),
  ]
}

const inItems = (row: PaymentRow): string => row.currency

const discountColumns = (format: Format): readonly EntryColumn<PaymentRow>[] => [
  {
    kind: 'static',
    id: 'discountUntil',
    title: 'Discount until',
    width: 104,
    text: (row) => (row.discountUntil === null ? '' : format.date(row.discountUntil)),
  },
  {
    kind: 'amount',
    id: 'discount',
    title: 'Discount',
    width: 76,
    align: 'end',
    currency: inItems,
    blankZero: true,
    editable: (row) => row.discountMost > 0,
    value: (row) => row.discount,
    change: (row, discount) => withDiscount(row, discount ?? 0),
  },
]

const enteredColumns: readonly EntryColumn<PaymentRow>[] = [
  {
    kind: 'amount',
    id: 'writeOff',
    title: 'Write-off',
    width: 76,
    align: 'end',
    currency: inItems,
    blankZero: true,
    editable: (row) => !isCredit(row),
    value: (row) => row.writeOff,
    change: (row, writeOff) => withWriteOff(row, writeOff ?? 0),
  },
  {
    kind: 'text',
    id: 'writeOffReason',
    title: 'Reason',
    width: 76,
    grow: 1,
    quick: true,
    editable: (row) => row.writeOff !== 0,
    value: (row) => row.writeOffReason,
    change: (row, writeOffReason) => ({ ...row, writeOffReason }),
  },
]

/** Shown once something is deducted. */
export const deductedColumn = (format: Format): EntryColumn<PaymentRow> => ({
  kind: 'static',
  id: 'deducted',
  title: 'Deducted',
  width: 80,
  align: 'end',
  text: (row) => format.blankZero(deducted(row), row.currency),
})

const paymentColumn = (currency: string): EntryColumn<PaymentRow> => ({
  kind: 'amount',
  id: 'payment',
  field: 'amount',
  title: 'Payment',
  width: 108,
  align: 'end',
  isPinned: true,
  quick: true,
  currency,
  blankZero: true,
  value: (row) => row.payment,
  change: (row, payment) => withPayment(row, payment ?? 0),
})

const stateText = { open: 'open', part: 'part', paid: 'paid', used: 'used' } satisfies Record<PayState, string>

function PayPill({ row }: { readonly row: PaymentRow }) {
  const state = payState(row)
  switch (state) {
    case 'open':
      if (row.hold !== null) return <HoldPill hold={row.hold} />
      if (row.unappliedAs !== null) return <Pill>{unappliedName[row.unappliedAs]}</Pill>
      return <span className={css.count}>{stateText.open}</span>
    case 'part':
      return <Pill tone="warn">{stateText.part}</Pill>
    case 'paid':
    case 'used':
      return <Pill tone="ok">{stateText[state]}</Pill>
  }
}
