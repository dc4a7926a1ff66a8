import type { InputOf } from '../../src-shared/contract.ts'
import type { ReceiptMethod } from '../../src-shared/domain/receipt-method.ts'
import { addDays, type CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { sum } from '../../src-shared/domain/amounts/money.ts'
import type { Size } from './customer-plans.ts'
import { take, type OpenInvoice, type SampleCustomer, type Settlement } from './ledger-client.ts'
import { planCorrection, planReturn, wronglyApplied } from './mishaps.ts'
import { paymentDay, paymentFor, type Payment } from './paying-habits.ts'
import { isTurn, type Story } from './story.ts'

const RETURN_EVERY = 190
const MISAPPLY_EVERY = 90
const METHODS: readonly ReceiptMethod[] = ['check', 'check', 'check', 'transfer', 'transfer', 'card']

export function planPayment(story: Story, invoice: OpenInvoice): void {
  const day = paymentDay(invoice, story.today, story.random)
  if (day !== null) story.agenda.plan(day, (when) => pay(story, invoice, when))
}

/** Posts what the customer pays when it gets round to the invoice, and what goes wrong with it now and then. */
export async function pay(story: Story, invoice: OpenInvoice, day: CalendarDate): Promise<void> {
  const { random, counts, agenda } = story
  const payment = paymentFor(invoice, day, random)
  if (payment === null || payment.settlements.length === 0) return
  const [only] = payment.settlements
  if (only && payment.settlements.length === 1) {
    counts.singlePayments += 1
    const wrong = isTurn(counts.singlePayments, MISAPPLY_EVERY) ? wronglyApplied(only) : null
    if (wrong) {
      const { id } = await receive(story, invoice.customer, { settlements: [wrong], unapplied: 0 }, day, 'check')
      planCorrection(story, { receiptId: id, wrong, right: only }, day)
      return
    }
  }
  const method = random.pick(METHODS)
  const receipt = await receive(story, invoice.customer, payment, day, method)
  if (method === 'check' && payment.unapplied === 0) {
    counts.checks += 1
    if (isTurn(counts.checks, RETURN_EVERY)) planReturn(story, receipt.id, payment.settlements, day, pay)
  }
  if (invoice.open > 0) agenda.plan(addDays(day, random.whole(18, 35)), (later) => pay(story, invoice, later))
}

const DEPOSIT_CENTS: Readonly<Record<Size, number>> = { small: 5_000, medium: 10_000, large: 25_000 }

/** Money before there is an invoice for it: it waits unapplied. A customer with credit left sends none. */
export async function receiveDeposit(story: Story, customer: SampleCustomer, day: CalendarDate): Promise<void> {
  if (customer.credits.length > 0) return
  const unapplied = story.random.whole(2, 6) * DEPOSIT_CENTS[customer.plan.size]
  await receive(story, customer, { settlements: [], unapplied }, day, 'transfer')
}

async function receive(
  story: Story,
  customer: SampleCustomer,
  { settlements, unapplied }: Payment,
  day: CalendarDate,
  method: ReceiptMethod,
): Promise<{ readonly id: number }> {
  const { run, random, master } = story
  const receipt = await run('receipts.post', {
    customerId: customer.id,
    date: day,
    amount: sum(settlements.map(({ amount }) => amount)) + unapplied,
    method,
    reference:
      method === 'check'
        ? String(random.whole(1000, 9999))
        : method === 'card'
          ? ''
          : `TRF ${random.whole(100_000, 999_999)}`,
    memo: settlements.length === 0 ? 'Deposit ahead of the next delivery' : '',
    depositAccountId: method === 'check' ? null : master.bankAccountId,
    applications: settlements.map(asLine),
    draftUid: null,
  })
  settlements.forEach(take)
  if (unapplied > 0) customer.credits.push({ receiptId: receipt.id, left: unapplied })
  return receipt
}

type Line = InputOf<'receipts.post'>['applications'][number]

const asLine = ({ invoice, amount, discount, writeOff, writeOffReason }: Settlement): Line => ({
  documentId: invoice.id,
  amount,
  discount,
  writeOff,
  writeOffReason,
})

/** Applies what waits unapplied to the oldest open invoices. */
export async function applyCredits(story: Story, customer: SampleCustomer, day: CalendarDate): Promise<void> {
  const [credit] = customer.credits
  const [invoice] = customer.open
  if (!credit || !invoice) return
  const amount = Math.min(credit.left, invoice.open)
  const settlement = { invoice, amount, discount: 0, writeOff: 0, writeOffReason: '' }
  await story.run('applications.apply', { creditDocumentId: credit.receiptId, date: day, lines: [asLine(settlement)] })
  take(settlement)
  credit.left -= amount
  if (credit.left === 0) customer.credits.shift()
}
