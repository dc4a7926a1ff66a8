import type { InputOf } from '../../../src-shared/contract/index.ts'
import { maxDate } from '../../../src-shared/domain/calendar.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import type { MinorUnits } from '../../../src-shared/domain/money.ts'
import { isCredit } from './payment-row.ts'
import type { PaymentRow } from './payment-row.ts'

export type ApplicationLine = InputOf<'receipts.post'>['applications'][number]

/** One use of one credit on one day: a command of its own. */
export type CreditUse = {
  readonly creditId: number
  readonly number: string
  readonly date: CalendarDate
  readonly lines: readonly ApplicationLine[]
}

/** What the receipt itself settles, and what the credits chosen with it settle after it. */
export type ApplicationPlan = {
  readonly byReceipt: readonly ApplicationLine[]
  readonly credits: readonly CreditUse[]
}

type Part = { readonly row: PaymentRow; readonly line: ApplicationLine }

/**
 * Divides what was entered between the receipt and the credits used. The receipt settles from the top of the grid as far as
 * it goes beyond the credits, so that a discount goes with money where it can; the credits settle the rest in their order.
 * Discount and write-off of a row go with whatever settles it first.
 * @param received the receipt's amount; 0 when only credits are applied
 */
export function planApplications(
  rows: readonly PaymentRow[],
  received: MinorUnits,
  receiptDate: CalendarDate,
): ApplicationPlan {
  const debits = rows.filter((row) => !isCredit(row) && (row.payment > 0 || row.discount > 0 || row.writeOff > 0))
  const credits = rows.filter((row) => isCredit(row) && row.payment < 0)
  const applied = debits.reduce((sum, row) => sum + row.payment, 0)
  const used = credits.reduce((sum, row) => sum - row.payment, 0)
  const { parts, rest } = take(debits, Math.max(0, applied - used), received > 0)
  return { byReceipt: parts.map(({ line }) => line), credits: creditUses(credits, rest, receiptDate) }
}

type Taken = { readonly parts: readonly Part[]; readonly rest: readonly PaymentRow[] }

/** Settles rows in order with an amount; `rest` is what is left to settle of them, without what went with the parts. */
function take(rows: readonly PaymentRow[], amount: MinorUnits, settlesWithoutMoney: boolean): Taken {
  const parts: Part[] = []
  const rest: PaymentRow[] = []
  let left = amount
  for (const row of rows) {
    const paid = Math.min(left, row.payment)
    left -= paid
    if (paid === 0 && !(settlesWithoutMoney && row.payment === 0)) {
      rest.push(row)
      continue
    }
    parts.push({ row, line: lineOf(row, paid) })
    if (paid < row.payment)
      rest.push({ ...row, payment: row.payment - paid, discount: 0, writeOff: 0, writeOffReason: '' })
  }
  return { parts, rest }
}

const lineOf = (row: PaymentRow, amount: MinorUnits): ApplicationLine => ({
  documentId: row.documentId,
  amount,
  discount: row.discount,
  writeOff: row.writeOff,
  writeOffReason: row.writeOffReason,
})

function creditUses(
  credits: readonly PaymentRow[],
  debits: readonly PaymentRow[],
  receiptDate: CalendarDate,
): readonly CreditUse[] {
  let unsettled = debits
  return credits.flatMap((credit) => {
    const { parts, rest } = take(unsettled, -credit.payment, true)
    unsettled = rest
    return byDate(credit, parts, receiptDate)
  })
}

/** An application is dated with the receipt, or later where the credit or the item is: one command a day. */
function byDate(credit: PaymentRow, parts: readonly Part[], receiptDate: CalendarDate): readonly CreditUse[] {
  const days = new Map<CalendarDate, ApplicationLine[]>()
  for (const { row, line } of parts) {
    const date = maxDate(receiptDate, credit.documentDate, row.documentDate)
    days.set(date, [...(days.get(date) ?? []), line])
  }
  return [...days].map(([date, lines]) => ({ creditId: credit.documentId, number: credit.number, date, lines }))
}
