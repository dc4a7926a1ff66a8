import { maxDate } from '../../../domain/dates/calendar.ts'
import type { CalendarDate } from '../../../domain/dates/calendar.ts'
import type { MinorUnits } from '../../../domain/amounts/money.ts'

/** One side of an application. Amounts are signed as they move the receivable: a credit's are negative. */
export type ApplicationSide = {
  readonly number: string
  readonly customerId: number
  readonly currency: string
  readonly documentDate: CalendarDate
  readonly original: MinorUnits
  readonly open: MinorUnits
}

/**
 * What settles a debit item: money of the credit, a discount, a write-off with its reason. Zero or more each; `amount` in
 * the credit's currency, the rest in the debit's.
 */
export type ApplicationInput = {
  readonly credit: ApplicationSide
  readonly debit: ApplicationSide
  readonly amount: MinorUnits
  /** What the amount settles in the debit's currency; null, or the same, where both are in one. */
  readonly settles?: MinorUnits | null
  readonly discount: MinorUnits
  readonly writeOff: MinorUnits
  readonly writeOffReason: string
  readonly effectiveDate: CalendarDate
  /** The most discount that may be taken on the debit: see discountOn. */
  readonly discountMost: MinorUnits
  /** The two customers settle for each other: one is the other's paying parent. */
  readonly customersLinked?: boolean
}

/** Why an application is refused, in the order in which the rules are asked. */
export type ApplicationRefusal =
  | { readonly code: 'not_a_credit'; readonly number: string }
  | { readonly code: 'not_a_debit'; readonly number: string }
  | { readonly code: 'different_customer'; readonly number: string }
  | { readonly code: 'application_too_early'; readonly earliest: CalendarDate }
  | { readonly code: 'nothing_applied' }
  | { readonly code: 'settles_missing'; readonly number: string; readonly currency: string; readonly money: string }
  | { readonly code: 'settles_differs'; readonly number: string; readonly currency: string }
  | { readonly code: 'exceeds_credit'; readonly available: MinorUnits; readonly applied: MinorUnits }
  | { readonly code: 'discount_exceeds'; readonly number: string; readonly most: MinorUnits }
  | { readonly code: 'exceeds_open'; readonly number: string; readonly open: MinorUnits }
  | { readonly code: 'write_off_reason_missing'; readonly number: string }

/**
 * The first rule an application breaks, or null when it may be posted. It looks at today's open amounts;
 * firstDayOutOfBounds adds that no past day is over-applied.
 * @throws RangeError when an amount is negative or not whole: the contract keeps those out.
 */
export function checkApplication(input: ApplicationInput): ApplicationRefusal | null {
  for (const part of [input.amount, input.settles ?? 0, input.discount, input.writeOff]) {
    if (!Number.isSafeInteger(part) || part < 0) throw new RangeError(`${part} cannot be applied: use 0 or more.`)
  }
  return checkSides(input) ?? checkAmounts(input)
}

function checkSides({ credit, debit, effectiveDate, customersLinked }: ApplicationInput): ApplicationRefusal | null {
  if (credit.original >= 0) return { code: 'not_a_credit', number: credit.number }
  if (debit.original <= 0) return { code: 'not_a_debit', number: debit.number }
  if (credit.customerId !== debit.customerId && customersLinked !== true) {
    return { code: 'different_customer', number: debit.number }
  }
  const earliest = effectiveDateOf(credit.documentDate, debit.documentDate)
  return effectiveDate < earliest ? { code: 'application_too_early', earliest } : null
}

function checkAmounts(input: ApplicationInput): ApplicationRefusal | null {
  const { credit, debit, amount, discount, writeOff } = input
  if (amount + discount + writeOff === 0) return { code: 'nothing_applied' }
  const unlike = checkCurrencies(input)
  if (unlike !== null) return unlike
  const settled = settledByMoney(input) + discount + writeOff
  if (amount > -credit.open) return { code: 'exceeds_credit', available: 0 - credit.open, applied: amount }
  if (discount > input.discountMost) {
    return { code: 'discount_exceeds', number: debit.number, most: input.discountMost }
  }
  if (settled > debit.open) return { code: 'exceeds_open', number: debit.number, open: debit.open }
  if (writeOff > 0 && input.writeOffReason.trim() === '') {
    return { code: 'write_off_reason_missing', number: debit.number }
  }
  return null
}

/** What the money of an application settles, in the debit's currency. */
export const settledByMoney = ({ amount, settles }: Pick<ApplicationInput, 'amount' | 'settles'>): MinorUnits =>
  settles ?? amount

/** Between two currencies money and what it settles are both said; within one they are the same. */
function checkCurrencies({ credit, debit, amount, settles }: ApplicationInput): ApplicationRefusal | null {
  const { number, currency } = debit
  if (credit.currency === currency)
    return settles == null || settles === amount ? null : { code: 'settles_differs', number, currency }
  return (settles ?? 0) > 0 === amount > 0
    ? null
    : { code: 'settles_missing', number, currency, money: credit.currency }
}

/** The later of both documents' dates, unless the clerk enters a later one. */
export const effectiveDateOf = (
  creditDate: CalendarDate,
  debitDate: CalendarDate,
  entered: CalendarDate | null = null,
): CalendarDate => maxDate(creditDate, debitDate, entered ?? creditDate)
