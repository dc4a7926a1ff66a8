import type { ItemMark, OpenItem } from '../../../src-shared/contract/openItems.ts'
import { daysLate } from '../../../src-shared/domain/aging.ts'
import { discountOn } from '../../../src-shared/domain/application.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import type { DocumentKind, UnappliedAs } from '../../../src-shared/domain/documents.ts'
import type { MinorUnits } from '../../../src-shared/domain/money.ts'

/** What the clerk applies to one item. Minor units; using up a credit is a negative payment. */
export type Payment = {
  readonly payment: MinorUnits
  readonly discount: MinorUnits
  readonly writeOff: MinorUnits
  readonly writeOffReason: string
  /** What the payer kept back, and why. */
  readonly deductions: readonly Deducted[]
}

export type Deducted = { readonly reasonCodeId: number; readonly amount: MinorUnits; readonly memo: string }

const NOTHING_DEDUCTED: readonly Deducted[] = []

export const NO_PAYMENT: Payment = {
  payment: 0,
  discount: 0,
  writeOff: 0,
  writeOffReason: '',
  deductions: NOTHING_DEDUCTED,
}

export const deducted = ({ deductions }: Pick<Payment, 'deductions'>): MinorUnits =>
  deductions.reduce((sum, { amount }) => sum + amount, 0)

/** Payments by the id of the document they settle or use up. */
export type Payments = Readonly<Record<string, Payment>>

/** A line of the payment grid: an open item and what is applied to it. Amounts in minor units, credits negative. */
export type PaymentRow = Payment & {
  readonly documentId: number
  /** Whose item it is: of the paying customer, or of another one with the same payer. */
  readonly customerId: number
  readonly kind: DocumentKind
  readonly number: string
  readonly reference: string
  readonly documentDate: CalendarDate
  readonly dueDate: CalendarDate
  /** As of the receipt's date. */
  readonly daysLate: number
  readonly original: MinorUnits
  readonly open: MinorUnits
  readonly discountUntil: CalendarDate | null
  /** The discount that settling the item on the receipt's date earns. */
  readonly discountEarned: MinorUnits
  /** The discount that may be given whatever the date. */
  readonly discountMost: MinorUnits
  readonly mark: ItemMark | null
  readonly unappliedAs: UnappliedAs | null
}

export const isCredit = (row: Pick<PaymentRow, 'open'>): boolean => row.open < 0

type Rules = { readonly date: CalendarDate; readonly graceDays: number }

type KeepRow = (item: OpenItem, row: PaymentRow) => PaymentRow

/**
 * Debits by due date, those disputed or held after the others, then the credits that may be used up with the receipt.
 * @param keep answers the row made before while it still says the same
 */
export function paymentRows(
  items: readonly OpenItem[],
  payments: Payments,
  rules: Rules,
  keep: KeepRow = (_item, row) => row,
): readonly PaymentRow[] {
  const rows = items.map((item) =>
    keep(item, {
      ...NO_PAYMENT,
      ...payments[item.documentId],
      ...itemOf(item),
      daysLate: item.open > 0 ? daysLate(item.dueDate, rules.date) : 0,
      discountEarned: discountFor(item, rules, false),
      discountMost: discountFor(item, rules, true),
    }),
  )
  const rank = (row: PaymentRow): number => (isCredit(row) ? 2 : row.mark === null ? 0 : 1)
  return rows.toSorted((a, b) => rank(a) - rank(b))
}

const itemOf = (item: OpenItem) => ({
  documentId: item.documentId,
  customerId: item.customerId,
  kind: item.kind,
  number: item.number,
  reference: item.reference,
  documentDate: item.documentDate,
  dueDate: item.dueDate,
  original: item.original,
  open: item.open,
  discountUntil: item.discountUntil,
  mark: item.mark,
  unappliedAs: item.unappliedAs,
})

const discountFor = (item: OpenItem, { date, graceDays }: Rules, evenIfLate: boolean): MinorUnits =>
  item.open > 0 ? discountOn(item, date, { graceDays, evenIfLate }) : 0

/** Whether anything is applied to the row. */
export const isPaid = ({ payment, discount, writeOff, deductions }: Payment): boolean =>
  payment !== 0 || discount !== 0 || writeOff !== 0 || deductions.length > 0

/** What was entered, to keep; rows without a payment are left out. */
export const paymentsOf = (rows: readonly PaymentRow[]): Payments =>
  Object.fromEntries(
    rows
      .filter(isPaid)
      .map(({ documentId, payment, discount, writeOff, writeOffReason, deductions }) => [
        documentId,
        { payment, discount, writeOff, writeOffReason, deductions },
      ]),
  )

/** How much of the item is settled by what is applied to it. */
export const settled = (row: Payment): MinorUnits => row.payment + row.discount + row.writeOff + deducted(row)

export type PayState = 'open' | 'part' | 'paid' | 'used'

export function payState(row: PaymentRow): PayState {
  if (!isPaid(row)) return 'open'
  if (isCredit(row)) return 'used'
  return settled(row) === row.open ? 'paid' : 'part'
}
