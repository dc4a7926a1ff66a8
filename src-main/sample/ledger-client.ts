import type { InputOf, OperationName, OutputOf } from '../../src-shared/contract.ts'
import type { CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import type { CustomerPlan } from './customer-plans.ts'

/** Runs one operation of the ledger as the window would, and throws its Refusal. */
export type RunOperation = <N extends OperationName>(
  name: N,
  input: Omit<InputOf<N>, 'commandUid'>,
) => Promise<OutputOf<N>>

/** A customer as the history goes on. */
export interface SampleCustomer {
  readonly id: number
  readonly plan: CustomerPlan
  /** Unsettled invoices, oldest first. */
  readonly open: OpenInvoice[]
  /** Receipts with something left to apply, oldest first. */
  readonly credits: OpenCredit[]
}

/** Amounts in cents. */
export interface OpenInvoice {
  readonly id: number
  readonly customer: SampleCustomer
  readonly date: CalendarDate
  readonly due: CalendarDate
  /** Last day of the early payment discount, and what it is worth; null without one. */
  readonly discount: { readonly until: CalendarDate; readonly amount: number } | null
  open: number
}

export interface OpenCredit {
  readonly receiptId: number
  left: number
}

/** What settles part of an invoice. */
export interface Settlement {
  readonly invoice: OpenInvoice
  readonly amount: number
  readonly discount: number
  readonly writeOff: number
  readonly writeOffReason: string
}

/** Settles in our own books what the ledger has settled. */
export function take({ invoice, amount, discount, writeOff }: Settlement): void {
  invoice.open -= amount + discount + writeOff
  const { open } = invoice.customer
  if (invoice.open === 0) open.splice(open.indexOf(invoice), 1)
}

/** Opens again what was settled, in the invoice's old place. */
export function giveBack({ invoice, amount, discount, writeOff }: Settlement): void {
  const { open } = invoice.customer
  if (invoice.open === 0) open.push(invoice)
  invoice.open += amount + discount + writeOff
  open.sort((a, b) => a.id - b.id)
}
