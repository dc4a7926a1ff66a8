import type { OpenItem } from '../../../src-shared/ledger/contract/open-items.ts'
import { discountOn } from '../../../src-shared/ledger/rules/settlement/open-debit.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { UnappliedAs } from '../../../src-shared/domain/documents.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import { draftField, draftPart } from '../../entry/draft-schema.ts'
import type { PartOf } from '../../entry/draft-schema.ts'
import { deductedField, sumDeducted } from '../settling/deductions.ts'
import type { CrossRates } from '../settling/cross-rates.ts'
import { isAcross } from '../settling/crossing.ts'
import type { Crossed } from '../settling/crossing.ts'
import { inMoneyFirst, isCredit, itemRow } from '../settling/item-row.ts'
import type { ItemRow } from '../settling/item-row.ts'

/**
 * What the clerk applies to one item. Minor units, the payment in the money's currency, all else in the item's; using up a
 * credit is a negative payment.
 */
export const paymentDraft = draftPart({
  payment: draftField.count,
  settles: draftField.count,
  rate: draftField.text,
  discount: draftField.count,
  writeOff: draftField.count,
  writeOffReason: draftField.text,
  /** What the payer kept back, and why. */
  deductions: deductedField,
})

export type Payment = PartOf<typeof paymentDraft>

export const NO_PAYMENT: Payment = paymentDraft.parse({})

export const deducted = ({ deductions }: Pick<Payment, 'deductions'>): MinorUnits => sumDeducted(deductions)

/** Payments by the id of the document they settle or use up. */
export type Payments = Readonly<Record<string, Payment>>

/** A line of the payment grid: an open item and what is applied to it. */
export type PaymentRow = Payment &
  Crossed &
  ItemRow & {
    readonly discountUntil: CalendarDate | null
    /** The discount that settling the item on the receipt's date earns. */
    readonly discountEarned: MinorUnits
    /** The discount that may be given whatever the date. */
    readonly discountMost: MinorUnits
    readonly unappliedAs: UnappliedAs | null
  }

type Rules = {
  readonly date: CalendarDate
  readonly graceDays: number
  /** The currency of the money; each item's own where left out. */
  readonly money?: string
  readonly crossRates?: CrossRates
}

type KeepRow = (item: OpenItem, row: PaymentRow) => PaymentRow

/**
 * Debits by due date, those disputed or held after the others and those of another currency after these, then the credits
 * that may be used up with the receipt, those in its currency first.
 * @param keep answers the row made before while it still says the same
 */
export function paymentRows(
  items: readonly OpenItem[],
  payments: Payments,
  rules: Rules,
  keep: KeepRow = (_item, row) => row,
): readonly PaymentRow[] {
  const { money, crossRates = {} } = rules
  return inMoneyFirst(
    items.map((item) =>
      keep(item, {
        ...NO_PAYMENT,
        ...payments[item.documentId],
        ...itemRow(item, rules.date),
        discountUntil: item.discountUntil,
        discountEarned: discountFor(item, rules, false),
        discountMost: discountFor(item, rules, true),
        unappliedAs: item.unappliedAs,
        money: money ?? item.currency,
        usualRate: item.currency === money ? null : (crossRates[item.currency] ?? null),
      }),
    ),
  )
}

const discountFor = (item: OpenItem, { date, graceDays }: Rules, evenIfLate: boolean): MinorUnits =>
  isCredit(item) ? 0 : discountOn(item, date, { graceDays, evenIfLate })

/** Whether anything is applied to the row. */
export const isPaid = ({ payment, settles, discount, writeOff, deductions }: Payment): boolean =>
  payment !== 0 || settles !== 0 || discount !== 0 || writeOff !== 0 || deductions.length > 0

/** What was entered, to keep; rows without a payment are left out. */
export const paymentsOf = (rows: readonly PaymentRow[]): Payments =>
  Object.fromEntries(
    rows
      .filter(isPaid)
      .map(({ documentId, payment, settles, rate, discount, writeOff, writeOffReason, deductions }) => [
        documentId,
        { payment, settles, rate, discount, writeOff, writeOffReason, deductions },
      ]),
  )

/** What the payment alone settles, in the item's currency. */
export const settledByPayment = (row: PaymentRow): MinorUnits => (isAcross(row) ? row.settles : row.payment)

/** How much of the item is settled by what is applied to it, in its currency. */
export const settled = (row: PaymentRow): MinorUnits =>
  settledByPayment(row) + row.discount + row.writeOff + deducted(row)

export type PayState = 'open' | 'part' | 'paid' | 'used'

export function payState(row: PaymentRow): PayState {
  if (!isPaid(row)) return 'open'
  if (isCredit(row)) return 'used'
  return settled(row) === row.open ? 'paid' : 'part'
}
