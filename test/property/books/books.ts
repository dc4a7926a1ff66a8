import {
  balanceOn,
  FOREVER,
  lastDay,
  MILLION,
  openParts,
  type Item,
  type Kind,
  type Parked,
  type TaxCode,
} from './item.ts'
import { half, shares, total as sum } from './rounding.ts'
import { BooksCore, type Settling } from './core.ts'
import { must } from './refused.ts'
import { currencyOf, customerOf, dueOf, mustBeBillable, type Terms } from './customers.ts'
import { mustBeWithin } from './policies.ts'
import { boundTo } from './deductions.ts'
import { receive, type Receiving } from './receiving.ts'

export interface Billing {
  readonly customer: number
  readonly day: number
  readonly lines: readonly number[]
  /** Tax of the first line; the others bear it only where `allTaxed`. */
  readonly tax: TaxCode | null
  readonly allTaxed: boolean
  readonly inclusive: boolean
  readonly discountPercent: number
  /** The customer's own, where none are named. */
  readonly terms: Terms | 'own'
  readonly rate: number
}

const THOUSANDTHS: Readonly<Record<TaxCode, number>> = { STD: 100, RED: 75 }

/** Each command as the model does it; what the rules forbid is refused as a whole by `attempt`. */
export class Books extends BooksCore {
  bill(kind: 'invoice' | 'debit_note', billing: Billing): number {
    this.mustBeOpen(billing.day)
    const terms = billing.terms === 'own' ? customerOf(this, billing.customer).terms : billing.terms
    const billed = this.#bill(kind, { ...billing, terms }, 1)
    mustBeBillable(this, billing.customer)
    return billed
  }

  creditNote(billing: Billing, settling: readonly Settling[]): void {
    this.mustBeOpen(billing.day)
    this.applyNew(this.#bill('credit_note', billing, -1), settling)
  }

  /** Part of an invoice taken back, or all that is left of it. */
  creditFrom(index: number, day: number, wanted: number | null, apply: boolean): void {
    const invoice = this.item(index)
    this.mustBeOpen(day)
    must(['invoice', 'debit_note'].includes(invoice.kind) && invoice.state === 'live' && day >= invoice.day)
    const left = invoice.lines.length === 0 ? 0 : MILLION - invoice.credited.quantity
    const quantity = wanted ?? left
    must(quantity > 0 && quantity <= left)
    const reached = invoice.credited.quantity + quantity
    const lines = sum(invoice.lines)
    const net = (reached === MILLION ? lines : half(lines * reached, MILLION)) - invoice.credited.net
    const taxes = invoice.taxes.map(({ code, base, tax }) => ({ code, base: 0 - base, tax: 0 - tax }))
    const total = 0 - net + sum(taxes.map(({ tax }) => tax))
    const note = this.post('credit_note', {
      customer: invoice.customer,
      day,
      total,
      rate: invoice.rate,
      taxes,
      others: this.taxAndSales(taxes, total, invoice.rate),
      credits: { invoice: index, quantity },
    })
    invoice.credited.quantity += quantity
    invoice.credited.net += net
    const applied = apply ? Math.min(0 - total, balanceOn(invoice, FOREVER)) : 0
    if (applied > 0) this.settle(note, { item: index, amount: applied }, day)
  }

  receipt(received: Receiving): void {
    receive(this, received)
  }

  apply(credit: number, settling: Settling, entered: number | null): void {
    const earliest = Math.max(this.item(credit).day, this.item(settling.item).day)
    const day = entered ?? earliest
    must(day >= earliest)
    mustBeWithin(this, 'write_off', half((settling.writeOff ?? 0) * this.item(credit).rate, 10))
    this.mustBeOpen(day)
    this.settle(credit, settling, day)
  }

  unapply(index: number, entered: number | null): void {
    const application = this.state.applications[index]
    if (!application) throw new Error(`the model has no application ${index}`)
    const day = entered ?? Math.max(application.day, this.state.closedThrough + 1)
    must(application.state === 'live' && day >= application.day)
    this.mustBeOpen(day)
    this.undo(application, day)
  }

  /** What only makes sense together with it is void with it. */
  void(index: number, day: number): void {
    this.#mustBeVoidable(index, day)
    for (const bound of boundTo(this.state, index)) {
      if (this.item(bound).state === 'live') this.#reverse(bound, day)
    }
    this.#reverse(index, day)
  }

  #mustBeVoidable(index: number, day: number): void {
    this.mustBeOpen(day)
    const item = this.item(index)
    must(item.state === 'live' && day >= lastDay(item))
    // Also one that carried a write-off and no money.
    must(!this.state.applications.some((each) => each.credit === index && each.state === 'live' && each.day > day))
    must(!this.state.items.some(({ credits, state }) => credits?.invoice === index && state === 'live'))
  }

  #reverse(index: number, day: number): void {
    this.#mustBeVoidable(index, day)
    const item = this.item(index)
    const { applications } = this.state
    for (const application of applications) {
      if (application.state === 'live' && (application.credit === index || application.debit === index))
        this.undo(application, day)
    }
    const taxes = item.taxes.map(({ code, base, tax }) => ({ code, base: 0 - base, tax: 0 - tax }))
    const others = item.own.map(({ account, base }) => ({ account, base: 0 - base }))
    const reversal = this.post(item.kind, {
      customer: item.customer,
      day,
      total: 0 - item.total,
      rate: item.rate,
      taxes,
      others,
      base: 0 - item.base,
      reverses: index,
    })
    if (item.total !== 0) {
      const [credit, debit] = item.total < 0 ? [index, reversal] : [reversal, index]
      this.settle(credit, { item: debit, amount: Math.abs(item.total) }, day)
      const settled = applications.at(-1)
      if (settled) settled.state = 'of a void'
    }
    item.state = 'voided'
    this.item(reversal).state = 'void'
    this.#giveBack(index, day)
  }

  returnPayment(index: number, day: number, fee: { amount: number; byCustomer: boolean; rate: number } | null): void {
    const receipt = this.item(index)
    must(receipt.kind === 'receipt')
    this.void(index, day)
    for (const parked of this.state.parked) {
      if (parked.ended === index) this.#sendBack(parked, day)
    }
    if (!fee) return
    const bank = receipt.bank === '1010' ? '1000' : receipt.bank
    const base = half(fee.amount * fee.rate, 10)
    if (!fee.byCustomer)
      return this.enter(day, [
        { account: '6200', base },
        { account: bank, base: 0 - base },
      ])
    const others = [{ account: bank, base: 0 - base }]
    this.post('debit_note', { customer: receipt.customer, day, total: fee.amount, rate: fee.rate, others })
  }

  refund(index: number, day: number, amount: number, rate: number): void {
    this.mustBeOpen(day)
    const credit = this.item(index)
    must(credit.total < 0 && day >= credit.day && amount <= -balanceOn(credit, FOREVER))
    mustBeWithin(this, 'refund', half(amount * rate, 10))
    const others = [{ account: '1000', base: 0 - half(amount * rate, 10) }]
    const refund = this.post('refund', { customer: credit.customer, day, total: amount, rate, others })
    this.settle(index, { item: refund, amount }, day)
  }

  adjust(customer: number, day: number, total: number, rate: number): void {
    this.mustBeOpen(day)
    if (total < 0) mustBeWithin(this, 'write_off', half(-total * rate, 10))
    this.post('adjustment', {
      customer,
      day,
      total,
      rate,
      others: [{ account: '6100', base: 0 - half(total * rate, 10) }],
    })
  }

  opening(customer: number, day: number, total: number, rate: number): void {
    this.mustBeOpen(day)
    const others = [{ account: '3900', base: 0 - half(total * rate, 10) }]
    const parts = [{ due: total > 0 ? dueOf(customerOf(this, customer), day) : day, amount: total }]
    this.post(total > 0 ? 'invoice' : 'credit_note', { customer, day, total, rate, others, parts })
  }

  /** Interest of 10% a year and a fee on what is late, one document a customer; the fee is in the company's currency. */
  charges(
    day: number,
    fee: number,
    rateOf: (customer: number) => number,
  ): ReadonlyMap<number, readonly { item: number; interest: number; fee: number }[]> {
    const charges = new Map<number, { item: number; interest: number; fee: number }[]>()
    for (const [index, item] of this.state.items.entries()) {
      const isOpen = balanceOn(item, FOREVER) !== 0 || lastDay(item) > day
      const bears = ['invoice', 'debit_note'].includes(item.kind) && item.state === 'live' && item.total > 0
      if (!isOpen || !bears || item.day >= day) continue
      const before = this.state.charged.filter((row) => row.item === index && this.item(row.charge).state === 'live')
      const after = Math.max(item.parts[0]?.due ?? 0, ...before.map(({ until }) => until))
      let overdueDays = 0
      let isLate = false
      for (let on = after; on < day; on += 1) {
        const late = sum(openParts(item, on).map(({ due, open }) => (due <= on ? open : 0)))
        overdueDays += late
        isLate ||= late > 0
      }
      const interest = half(overdueDays * 10, 365 * 100)
      const fees = before.some((row) => row.fee > 0) ? 0 : half(fee * 10, rateOf(item.customer))
      if (!isLate || interest + fees === 0) continue
      charges.set(item.customer, [...(charges.get(item.customer) ?? []), { item: index, interest, fee: fees }])
    }
    return charges
  }

  charge(day: number, fee: number, rateOf: (customer: number) => number): void {
    this.mustBeOpen(day)
    for (const [customer, items] of [...this.charges(day, fee, rateOf)].toSorted(([a], [b]) => a - b)) {
      const total = sum(items.map((charged) => charged.interest + charged.fee))
      const rate = rateOf(customer)
      const others = [{ account: '4800', base: 0 - half(total * rate, 10) }]
      const parts = [{ due: dueOf(customerOf(this, customer), day), amount: total }]
      const charge = this.post('finance_charge', { customer, day, total, rate, others, parts })
      for (const charged of items) this.state.charged.push({ charge, item: charged.item, until: day, fee: charged.fee })
    }
  }

  close(through: number): void {
    this.state.closedThrough = through
  }

  park(currency: number, day: number, amount: number, bank: string, rate: number): void {
    this.mustBeOpen(day)
    const base = half(amount * rate, 10)
    this.enter(day, [
      { account: bank, base },
      { account: '2300', base: 0 - base },
    ])
    this.state.parked.push({ customerless: true, currency, amount, rate, base, bank, since: day, ended: null })
  }

  identify(which: number, customer: number, day: number, settling: readonly Settling[]): void {
    const parked = this.#waiting(which, day)
    must(currencyOf(customer) === parked.currency)
    this.mustBeOpen(day)
    const { amount, rate, bank } = parked
    const money = { bank, others: [{ account: '2300', base: parked.base }] }
    parked.ended = receive(this, { customer, day, amount, rate, ...money, settling, credits: [] })
  }

  giveBack(which: number, day: number): void {
    this.mustBeOpen(day)
    const parked = this.#waiting(which, day)
    mustBeWithin(this, 'refund', parked.base)
    this.#sendBack(parked, day)
  }

  #waiting(which: number, day: number): Parked {
    const parked = this.state.parked[which]
    if (!parked) throw new Error(`the model has no parked receipt ${which}`)
    must((parked.ended === null || this.#isVoided(parked.ended)) && day >= parked.since)
    return parked
  }

  #isVoided(ended: number | 'returned'): boolean {
    return ended !== 'returned' && this.item(ended).state === 'voided'
  }

  #sendBack(parked: Parked, day: number): void {
    this.enter(day, [
      { account: '2300', base: parked.base },
      { account: parked.bank, base: 0 - parked.base },
    ])
    parked.ended = 'returned'
  }

  /** What a voided document had taken is there again: quantities of an invoice, money that waited for its customer. */
  #giveBack(index: number, day: number): void {
    const item = this.item(index)
    for (const parked of this.state.parked) if (parked.ended === index) parked.since = Math.max(parked.since, day)
    if (!item.credits) return
    const { credited } = this.item(item.credits.invoice)
    credited.quantity -= item.credits.quantity
    credited.net += item.total - sum(item.taxes.map(({ tax }) => tax))
  }

  #bill(kind: Kind, billing: Billing, sign: 1 | -1): number {
    const { lines, tax: code, inclusive, rate, day } = billing
    const discount = half(sum(lines) * billing.discountPercent, 100)
    const off = shares(discount, lines)
    const thousandths = code ? THOUSANDTHS[code] : 0
    const taxed = lines.map((amount, index) => {
      const kept = amount - (off[index] ?? 0)
      const bears = index === 0 || billing.allTaxed ? thousandths : 0
      const tax = inclusive ? half(kept * bears, 1000 + bears) : half(kept * bears, 1000)
      return { net: inclusive ? kept - tax : kept, tax, bears: bears > 0 }
    })
    const ofCode = taxed.filter(({ bears }) => bears)
    const tax = sum(ofCode.map((line) => line.tax))
    const taxes = code ? [{ code, base: sign * sum(ofCode.map(({ net }) => net)), tax: sign * tax }] : []
    const nets = taxed.map(({ net }) => net)
    const total = sign * (sum(nets) + tax)
    return this.post(kind, {
      customer: billing.customer,
      day,
      total,
      rate,
      taxes,
      lines: sign === 1 ? nets : [],
      parts: sign === 1 ? this.#parts(billing, total) : [{ due: day, amount: total }],
      others: this.taxAndSales(taxes, total, rate),
      offer: billing.terms === 'early' && sign === 1 ? half(total * 2, 100) : 0,
      isSimple: lines.length === 1 && code === null && billing.discountPercent === 0,
    })
  }

  #parts({ terms, day }: Billing, total: number): Item['parts'] {
    if (terms !== 'parts') return [{ due: day + 30, amount: total }]
    return shares(total, [50, 30, 20]).map((amount, index) => ({ due: day + index * 30, amount }))
  }
}
