import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import type { HowPaid } from '../../entry/cash.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import type { ReceiptEntry } from './entry.ts'
import { isCredit } from '../settling/item-row.ts'
import { isAcross } from '../settling/crossing.ts'
import { deducted, settled } from './payment-row.ts'
import type { PaymentRow } from './payment-row.ts'
import { summarise } from './summary.ts'
import type { ReceiptSummary } from './summary.ts'

/** `currency` where it is another than the money's. */
export type WriteAmount = (amount: MinorUnits, currency?: string) => string

/** What can be said while typing: amounts beyond what is open, received or left. */
export function liveErrors(
  entry: ReceiptEntry,
  rows: readonly PaymentRow[],
  write: WriteAmount,
  how: HowPaid | null = null,
): FieldErrors {
  const summary = summarise(entry.amount, rows, how)
  const ofRows = rows.flatMap((row, index) =>
    rowErrors(row, write).map(([field, text]) => [`lines.${index}.${field}`, text] as const),
  )
  const isOver = entry.amount !== null && summary.unapplied < 0
  return {
    ...Object.fromEntries(ofRows),
    ...earlyApplication(entry),
    ...(isOver ? { amount: `${write(-summary.unapplied)} too much is applied.` } : {}),
  }
}

/** The ledger refuses it too; said while typing. */
const earlyApplication = ({ date, applicationDate }: ReceiptEntry): FieldErrors =>
  date === null || applicationDate === null || applicationDate >= date
    ? {}
    : { applicationDate: 'Not before the payment itself.' }

const overAppliedText = ({ applied, creditsUsed, unapplied }: ReceiptSummary, write: WriteAmount): string =>
  `${write(-unapplied)} too much is applied. Apply less, or enter ${write(applied - creditsUsed)}.`

function rowErrors(row: PaymentRow, writeIn: WriteAmount): readonly (readonly [field: string, text: string])[] {
  const write = (amount: MinorUnits): string => writeIn(amount, row.currency)
  if (isCredit(row) && isAcross(row)) {
    const { payment, settles, open, number } = row
    if (settles < open) return [['settles', `Only ${write(-open)} is left of ${number}.`]]
    if (settles < 0 && payment === 0) return [['amount', `Enter what ${number} counts, or its rate.`]]
    return payment < 0 && settles === 0 ? [['settles', `Enter what is used of ${number}.`]] : []
  }
  if (isCredit(row)) {
    return row.payment < row.open ? [['amount', `Only ${write(-row.open)} is left of ${row.number}.`]] : []
  }
  const { payment, discount, writeOff, discountMost } = row
  if (discount < 0) return [['discount', 'Enter zero or more.']]
  if (discount > discountMost) {
    return [['discount', discountMost === 0 ? 'No discount is offered.' : `At most ${write(discountMost)}.`]]
  }
  if (writeOff < 0) return [['writeOff', 'Enter zero or more.']]
  if (discount + writeOff + deducted(row) > row.open) return [['writeOff', `Only ${write(row.open)} is open.`]]
  if (payment < 0) return [['amount', 'Enter zero or more.']]
  if (settled(row) > row.open) return [[isAcross(row) ? 'settles' : 'amount', `Only ${write(row.open)} is open.`]]
  return isAcross(row) ? acrossErrors(row) : []
}

/** Between two currencies money and what it settles are both said. */
function acrossErrors({ payment, settles, number, currency }: PaymentRow): readonly (readonly [string, string])[] {
  if (settles < 0) return [['settles', 'Enter zero or more.']]
  if (settles > 0 && payment === 0) return [['amount', `Enter what is paid for ${number}, or its rate.`]]
  return payment > 0 && settles === 0 ? [['settles', `Enter what it settles in ${currency}.`]] : []
}

/** Everything that keeps the entry from being posted, all at once; the ledger has the last word. */
export function checkReceipt(
  entry: ReceiptEntry,
  rows: readonly PaymentRow[],
  write: WriteAmount,
  how: HowPaid | null = null,
): FieldErrors {
  const errors: Record<string, string> = { ...liveErrors(entry, rows, write, how) }
  if (entry.customer === null) errors['customerId'] = 'Choose the customer: type a code, a name or an invoice number.'
  if (entry.date === null) errors['date'] = 'Enter the date of the payment.'
  const summary = summarise(entry.amount, rows, how)
  const amount = amountError(entry.amount, summary, write)
  if (amount !== null) errors['amount'] = amount
  for (const [index, row] of rows.entries()) {
    if (row.writeOff > 0 && row.writeOffReason.trim() === '') errors[`lines.${index}.writeOffReason`] = 'Give a reason.'
  }
  if (summary.amount === 0 && rows.some((row) => row.deductions.length > 0)) {
    errors['amount'] = 'Enter the amount received: a deduction is entered with its payment.'
  }
  const lastUsed = rows.findLastIndex((row) => isCredit(row) && row.payment !== 0)
  const excess = 0 - summary.needed
  if (excess > 0) {
    errors[`lines.${lastUsed}.amount`] = `${write(excess)} of the credits settles nothing. Use less, or pay more items.`
  }
  return errors
}

function amountError(amount: MinorUnits | null, summary: ReceiptSummary, write: WriteAmount): string | null {
  if (amount !== null && amount < 0) return 'Enter an amount above zero.'
  if (summary.unapplied < 0) {
    return summary.amount > 0
      ? overAppliedText(summary, write)
      : `Enter the amount received: ${write(-summary.unapplied)} is applied.`
  }
  return summary.amount === 0 && summary.creditsUsed === 0 ? 'Enter the amount received.' : null
}
