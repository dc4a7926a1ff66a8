import type { InputOf } from '../../src-shared/contract.ts'
import { addDays, type CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { discountOffered, discountUntil } from '../../src-shared/company/rules/terms/terms.ts'
import type { Size } from './customer-plans.ts'
import type { OpenInvoice, SampleCustomer } from './ledger-client.ts'
import type { SampleProduct } from './master-data.ts'
import { applyCredits, planPayment, receiveDeposit } from './receiving.ts'
import { isTurn, type Story } from './story.ts'

const DAYS_BETWEEN: Readonly<Record<Size, readonly [least: number, most: number]>> = {
  large: [5, 14],
  medium: [17, 36],
  small: [36, 70],
}
const LOTS: Readonly<Record<Size, number>> = { large: 9, medium: 4, small: 2 }
const VOID_EVERY = 170
const STOPS_BUYING_DAYS = 170
const DEPOSIT_DAYS = 6
const MILLIONTHS = 1_000_000

/** Plans the first purchase; each purchase then plans the next. */
export function planPurchases(story: Story, customer: SampleCustomer, first: CalendarDate): void {
  const { agenda, random, today } = story
  const { habit, size } = customer.plan
  const purchase = async (day: CalendarDate): Promise<void> => {
    if (habit === 'in_trouble' && day > addDays(today, -STOPS_BUYING_DAYS)) return
    await invoiceAndFollow(story, customer, day)
    const next = addDays(day, inSeason(random.whole(...DAYS_BETWEEN[size]), day))
    if (habit === 'deposits') {
      agenda.plan(addDays(next, -DEPOSIT_DAYS), (before) => receiveDeposit(story, customer, before))
    }
    agenda.plan(next, purchase)
  }
  agenda.plan(first, purchase)
}

/** More is packed before Christmas than after. */
function inSeason(days: number, day: CalendarDate): number {
  const month = day.slice(5, 7)
  if (month === '11' || month === '12') return Math.ceil((days * 8) / 10)
  return month === '01' || month === '02' ? Math.ceil((days * 12) / 10) : days
}

async function invoiceAndFollow(story: Story, customer: SampleCustomer, day: CalendarDate): Promise<void> {
  const { agenda, counts } = story
  const invoice = await postInvoice(story, customer, day)
  planPayment(story, invoice)
  if (customer.credits.length > 0) {
    agenda.plan(addDays(day, 3), (later) => applyCredits(story, customer, later))
  }
  counts.invoices += 1
  if (isTurn(counts.invoices, VOID_EVERY)) {
    agenda.plan(addDays(day, 1), (next) => correctInvoice(story, invoice, next))
  }
}

async function postInvoice(story: Story, customer: SampleCustomer, day: CalendarDate): Promise<OpenInvoice> {
  const { run, random, master } = story
  const posted = await run('invoices.post', {
    customerId: customer.id,
    documentDate: day,
    termsId: null,
    dueDate: null,
    reference: random.perMille(650) ? `PO ${random.whole(10_000, 99_999)}` : '',
    memo: '',
    pricesIncludeTax: false,
    lines: linesFor(story, customer),
    draftUid: null,
  })
  const rule = master.terms.get(customer.plan.termsCode)?.rule
  const until = rule ? discountUntil(rule, day) : null
  const invoice: OpenInvoice = {
    id: posted.id,
    customer,
    date: day,
    due: posted.dueDate,
    discount: rule && until !== null ? { until, amount: discountOffered(rule, posted.total) } : null,
    open: posted.total,
  }
  customer.open.push(invoice)
  return invoice
}

type Line = InputOf<'invoices.post'>['lines'][number]

function linesFor({ random, master }: Story, { plan }: SampleCustomer): Line[] {
  const chosen = random.shuffled(master.products).slice(0, random.whole(1, plan.size === 'small' ? 3 : 5))
  const taxCodeId = plan.isTaxed ? master.salesTaxId : master.noTaxId
  const lines = chosen.map((product) => {
    const quantity = product.lot * random.whole(1, LOTS[plan.size])
    const discountPercent = plan.size === 'large' && quantity >= product.lot * 6 ? 5 * MILLIONTHS : 0
    return line(product, quantity, taxCodeId, discountPercent)
  })
  return random.perMille(200) ? [...lines, line(master.freight, 1, master.noTaxId, 0)] : lines
}

const line = (product: SampleProduct, quantity: number, taxCodeId: number, discountPercent: number): Line => ({
  productId: product.id,
  description: product.name,
  quantity: quantity * MILLIONTHS,
  unitPrice: product.priceCents * 10_000,
  discountPercent,
  taxCodeId,
  accountId: null,
})

const VOID_REASONS = ['Wrong price list', 'Entered twice', 'Goods never left the warehouse'] as const

/** Voids an invoice that nobody has paid yet; a wrong price is billed again. */
async function correctInvoice(story: Story, invoice: OpenInvoice, day: CalendarDate): Promise<void> {
  const { run, random } = story
  const { customer } = invoice
  const document = await run('documents.get', { id: invoice.id })
  if (document.applications.length > 0) return
  const reason = random.pick(VOID_REASONS)
  await run('documents.void', { id: invoice.id, date: day, reason })
  invoice.open = 0
  customer.open.splice(customer.open.indexOf(invoice), 1)
  if (reason === 'Wrong price list') planPayment(story, await postInvoice(story, customer, day))
}
