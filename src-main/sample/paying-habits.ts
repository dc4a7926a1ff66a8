import { addDays, endOfMonth, maxDate, type CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { sum } from '../../src-shared/domain/amounts/money.ts'
import type { OpenInvoice, SampleCustomer, Settlement } from './ledger-client.ts'
import type { Random } from './random.ts'

/** The customer in trouble paid its last bill this long before today, and has bought nothing for a while. */
const TROUBLE_DAYS = 215
/** The customer that is slipping still buys, but has paid nothing that fell due since so long before today. */
const SLIPPING_DAYS = 88

/** The day on which a customer of this habit gets round to an invoice; null when it never does. */
export function paymentDay(invoice: OpenInvoice, today: CalendarDate, random: Random): CalendarDate | null {
  const { due, date, customer } = invoice
  const after = (least: number, most: number): CalendarDate => maxDate(date, addDays(due, random.whole(least, most)))
  switch (customer.plan.habit) {
    case 'punctual':
      return after(-3, 1)
    case 'takes_discount':
      return random.perMille(120) ? after(1, 6) : addDays(date, random.whole(5, 9))
    case 'late':
      return random.perMille(150) ? after(40, 75) : after(4, 38)
    case 'very_late':
      return after(48, 84)
    case 'month_end_checks':
      return endOfMonth(due)
    case 'in_parts':
      return after(2, 12)
    case 'round_amounts':
      return after(-2, 8)
    case 'deposits':
      return after(0, 3)
    case 'slipping':
      return due < addDays(today, -SLIPPING_DAYS) ? after(5, 25) : null
    case 'in_trouble': {
      const day = after(10, 40)
      return day < addDays(today, -TROUBLE_DAYS) ? day : null
    }
  }
}

/** What a payment settles, and what of it is left unapplied. Cents. */
export interface Payment {
  readonly settlements: readonly Settlement[]
  readonly unapplied: number
}

/** What the customer pays when it gets round to `invoice`; null when it is settled already. */
export function paymentFor(invoice: OpenInvoice, day: CalendarDate, random: Random): Payment | null {
  if (invoice.open === 0) return null
  const { customer } = invoice
  switch (customer.plan.habit) {
    case 'in_parts':
      return inParts(invoice, random)
    case 'round_amounts':
      return roundAmount(customer, day)
    case 'very_late':
    case 'slipping':
      return { settlements: [inFull(invoice, day)], unapplied: 0 }
    case 'takes_discount':
      return { settlements: withDiscounts(invoice, day), unapplied: 0 }
    case 'punctual':
    case 'late':
    case 'month_end_checks':
    case 'deposits':
    case 'in_trouble':
      return {
        settlements: allDue(customer, invoice, day).map((each) => perhapsShort(each, day, random)),
        unapplied: 0,
      }
  }
}

function inFull(invoice: OpenInvoice, day: CalendarDate): Settlement {
  const isEarly = invoice.discount !== null && day <= invoice.discount.until
  const discount = isEarly ? Math.min(invoice.discount?.amount ?? 0, invoice.open) : 0
  return { invoice, amount: invoice.open - discount, discount, writeOff: 0, writeOffReason: '' }
}

/** One check for the invoice and everything else that is due. */
const allDue = (customer: SampleCustomer, invoice: OpenInvoice, day: CalendarDate): readonly OpenInvoice[] =>
  customer.open.filter((each) => each === invoice || each.due <= day)

const withDiscounts = (invoice: OpenInvoice, day: CalendarDate): readonly Settlement[] =>
  invoice.customer.open
    .filter((each) => each === invoice || (each.discount !== null && day <= each.discount.until) || each.due <= day)
    .map((each) => inFull(each, day))

/** Now and then a few cents are missing, or a box came damaged; both are written off. */
function perhapsShort(invoice: OpenInvoice, day: CalendarDate, random: Random): Settlement {
  const whole = inFull(invoice, day)
  const isSmall = random.perMille(15)
  if (!isSmall && !random.perMille(8)) return whole
  const writeOff = isSmall ? random.whole(1, 95) : Math.floor(whole.amount / random.whole(12, 30))
  if (writeOff >= whole.amount) return whole
  const writeOffReason = isSmall ? 'Small balance' : 'Damaged goods'
  return { ...whole, amount: whole.amount - writeOff, writeOff, writeOffReason }
}

const TEN_DOLLARS = 1000

/** About half in even tens of dollars; what is small or was paid in part before is paid in full. */
function inParts(invoice: OpenInvoice, random: Random): Payment {
  const part = Math.floor(invoice.open / random.whole(17, 24)) * 10
  const amount = part - (part % TEN_DOLLARS)
  const whole = amount < 10 * TEN_DOLLARS || random.perMille(450)
  const settlement = { invoice, amount: whole ? invoice.open : amount, discount: 0, writeOff: 0, writeOffReason: '' }
  return { settlements: [settlement], unapplied: 0 }
}

const ROUND_CENTS = 50_000

/** The next even 500 dollars above what is due; the rest stays on account. */
function roundAmount(customer: SampleCustomer, day: CalendarDate): Payment {
  const due = customer.open.filter((each) => each.due <= addDays(day, 5))
  const settlements = due.map((each) => inFull(each, day))
  const owed = sum(settlements.map((each) => each.amount))
  return { settlements, unapplied: Math.ceil(owed / ROUND_CENTS) * ROUND_CENTS - owed }
}
