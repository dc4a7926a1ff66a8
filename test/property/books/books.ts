import { balanceOn, FOREVER, lastDay, type Item, type Kind, type TaxCode } from './item.ts'
import { half, shares, total as sum } from './rounding.ts'
import { BooksCore, type Settling } from './core.ts'
import { must } from './refused.ts'
import { currencyOf, customerOf, dueOf, mustBeWelcome, mustBeWithinCredit } from './customers.ts'
import { discountedOutsideTerms, givenByRate, measured, mustBeWithin, writtenOff } from './policies.ts'
import { sendBack } from './unidentified.ts'
import { leaveToCopy } from './recurring.ts'
import { uncredit } from './crediting.ts'
import { boundTo } from './deductions.ts'
import { receive, type Receiving } from './receiving.ts'
import { chargesOf, taxLines, type TaxedLine } from './taxing.ts'
import { earningBilled } from './earning.ts'
import { offersDiscount, offeredUntil, offerOf, partsOf, type Terms } from './terms.ts'

export interface Billing {
  readonly customer: number
  readonly currency: number
  readonly day: number
  readonly lines: readonly number[]
  /** Tax of the first line, and of the others where `allTaxed`. */
  readonly tax: TaxCode | null
  readonly allTaxed: boolean
  /** Theirs otherwise. */
  readonly other: TaxCode | null
  /** What the last of several lines takes off again. */
  readonly returned: number
  readonly inclusive: boolean
  readonly discountPercent: number
  /** Which line earns no early payment discount. */
  readonly freight: number | null
  /** The customer's own, where none are named. */
  readonly terms: Terms | 'own'
  readonly rate: number
}

/** What each line bills; one takes something off again where nothing is off all of them and it stays a bill. */
export const amountsOf = (billed: Pick<Billing, 'lines' | 'returned' | 'discountPercent'>): readonly number[] => {
  const { lines, returned, discountPercent } = billed
  const others = lines.slice(0, -1)
  const isReturned = returned > 0 && discountPercent === 0 && sum(others) >= returned * 1.25
  return isReturned ? [...others, 0 - returned] : lines
}

/** What takes something off again bears the tax of the first line, of which it is. */
export const codeOf = (
  { tax, allTaxed, other }: Pick<Billing, 'tax' | 'allTaxed' | 'other'>,
  index: number,
  amount: number,
): TaxCode | null => (index === 0 || allTaxed || amount < 0 ? tax : other)

/** In the order in which each is first charged; what is charged on an earlier tax has that in its base. */
const taxTotals = (lines: readonly TaxedLine[], sign: 1 | -1): Item['taxes'] => {
  const rows = lines.flatMap(({ net, code, taxes }) =>
    chargesOf(code).map(({ tax, onEarlier }, at) => ({
      tax,
      base: net + (onEarlier ? sum(taxes.slice(0, at)) : 0),
      amount: taxes[at] ?? 0,
    })),
  )
  return [...new Set(rows.map(({ tax }) => tax))].map((code) => {
    const own = rows.filter(({ tax }) => tax === code)
    return { code, base: sign * sum(own.map(({ base }) => base)), tax: sign * sum(own.map(({ amount }) => amount)) }
  })
}

/** Each command as the model does it; what the rules forbid is refused as a whole by `attempt`. */
export class Books extends BooksCore {
  bill(kind: 'invoice' | 'debit_note', billing: Billing, draft: number | null = null): number {
    const billed = this.billInRun(kind, billing, draft)
    mustBeWithinCredit(this, billing.customer, [billed])
    return billed
  }

  /** Without the limit of the customer's credit, which is asked about when the run is done. */
  billInRun(kind: 'invoice' | 'debit_note', billing: Billing, draft: number | null = null): number {
    this.mustBeOpen(billing.day)
    const terms = billing.terms === 'own' ? customerOf(this, billing.customer).terms : billing.terms
    const billed = this.#bill(kind, { ...billing, terms }, 1)
    if (draft !== null) this.discard(draft)
    mustBeWelcome(this, billing.customer)
    return billed
  }

  draft(customer: number, currency: number | null, total: number): void {
    this.state.drafts.push({ customer, currency, total })
  }

  discard(index: number): void {
    const draft = this.state.drafts[index]
    if (draft) draft.total = null
  }

  /** Invoices of a list, untaxed, each with the day on which it was paid whole. */
  import(customer: number, rows: readonly { day: number; amount: number; settled: number | null }[]): void {
    must(currencyOf(this, customer) === 0 && !customerOf(this, customer).archived)
    for (const { day, amount, settled } of rows) {
      const { terms } = customerOf(this, customer)
      const plain = {
        currency: 0,
        tax: null,
        allTaxed: false,
        other: null,
        returned: 0,
        inclusive: false,
        discountPercent: 0,
        freight: null,
        rate: 10,
      } as const
      this.mustBeOpen(day)
      const invoice = this.#bill('invoice', { customer, day, lines: [amount], terms, ...plain }, 1)
      if (settled === null) continue
      const others = [{ account: '1000', base: amount }]
      const on = day + settled
      this.settle(
        this.post('receipt', { customer, currency: 0, day: on, total: -amount, rate: 10, others, bank: '1000' }),
        { item: invoice, amount },
        on,
      )
    }
  }

  hold(index: number, isHeld: boolean): void {
    this.item(index).isHeld = isHeld
  }

  creditNote(billing: Billing, settling: readonly Settling[]): void {
    this.mustBeOpen(billing.day)
    const { customer, currency, rate, day } = billing
    const owed = this.#owedRates(customer, currency)
    const note = this.#bill('credit_note', billing, -1)
    const credited = { amount: 0 - this.item(note).total, currency, rate, day }
    mustBeWithin(this, 'credit', measured(this, credited, owed))
    mustBeWithin(this, 'write_off', givenByRate(this, { currency, rate, day }, settling))
    this.applyNew(note, settling)
  }

  receipt(received: Receiving): void {
    receive(this, received)
  }

  apply(credit: number, settling: Settling, entered: number | null): void {
    const earliest = Math.max(this.item(credit).day, this.item(settling.item).day)
    const day = entered ?? earliest
    must(day >= earliest)
    const { currency, rate, day: from } = this.item(credit)
    const given = givenByRate(this, { currency, rate, day: entered ?? from }, [settling])
    mustBeWithin(this, 'write_off', writtenOff(this, [settling]) + given)
    const taken = { line: settling, paidOn: from }
    mustBeWithin(this, 'late_discount', discountedOutsideTerms(this, [taken]))
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

  /** What has an entry screen is entered again from a draft; money that was unidentified is unidentified again by the void. */
  voidAndCopy(index: number, day: number): void {
    const { kind, isEntered, customer, currency, total } = this.item(index)
    must(kind === 'receipt' ? !this.state.unidentified.some(({ ended }) => ended === index) : isEntered)
    this.void(index, day)
    leaveToCopy(this, index)
    this.state.drafts.push({ customer, currency, total: kind === 'invoice' || kind === 'debit_note' ? total : 0 })
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
    const others = item.own.map(({ account, base, amount = 0 }) => ({ account, base: 0 - base, amount: 0 - amount }))
    const reversal = this.post(item.kind, {
      customer: item.customer,
      currency: item.currency,
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
    for (const unidentified of this.state.unidentified) {
      if (unidentified.ended === index) sendBack(this, unidentified, day)
    }
    const note = fee === null ? null : this.#chargeFee(receipt, day, fee)
    this.state.returned.push({ customer: receipt.customer, day, fee: fee?.amount ?? 0, note })
  }

  /** The debit note where the customer bears it. */
  #chargeFee(receipt: Item, day: number, fee: { amount: number; byCustomer: boolean; rate: number }): number | null {
    const bank = receipt.bank === '1010' ? '1000' : receipt.bank
    const base = half(fee.amount * fee.rate, 10)
    if (!fee.byCustomer) {
      this.enter(day, [
        { account: '6200', base },
        { account: bank, base: 0 - base },
      ])
      return null
    }
    const others = [{ account: bank, base: 0 - base }]
    return this.post('debit_note', {
      customer: receipt.customer,
      currency: receipt.currency,
      day,
      total: fee.amount,
      rate: fee.rate,
      others,
    })
  }

  adjust(customer: number, currency: number, day: number, total: number, rate: number): void {
    this.mustBeOpen(day)
    if (total < 0) {
      const lowered = { amount: 0 - total, currency, rate, day }
      mustBeWithin(this, 'write_off', measured(this, lowered, this.#owedRates(customer, currency)))
    }
    const others = [{ account: '6100', base: 0 - half(total * rate, 10) }]
    this.post('adjustment', { customer, currency, day, total, rate, others })
  }

  opening(customer: number, currency: number, day: number, total: number, rate: number): void {
    this.mustBeOpen(day)
    if (total < 0) {
      const credited = { amount: 0 - total, currency, rate, day }
      mustBeWithin(this, 'credit', measured(this, credited, this.#owedRates(customer, currency)))
    }
    const others = [{ account: '3900', base: 0 - half(total * rate, 10) }]
    const parts = [{ due: total > 0 ? dueOf(customerOf(this, customer), day) : day, amount: total }]
    this.post(total > 0 ? 'invoice' : 'credit_note', { customer, currency, day, total, rate, others, parts })
  }

  #owedRates(customer: number, currency: number): readonly number[] {
    return this.state.items.flatMap((item) =>
      item.customer === customer && item.currency === currency && item.total > 0 && balanceOn(item, FOREVER) !== 0
        ? [item.rate]
        : [],
    )
  }

  close(through: number): void {
    this.state.closedThrough = through
  }

  /** What a voided document had taken is there again: quantities of an invoice, money that waited for its customer. */
  #giveBack(index: number, day: number): void {
    const item = this.item(index)
    for (const unidentified of this.state.unidentified)
      if (unidentified.ended === index) unidentified.since = Math.max(unidentified.since, day)
    if (item.credits) uncredit(this, item.credits)
  }

  #bill(kind: Kind, billing: Billing, sign: 1 | -1): number {
    const { inclusive, rate, day } = billing
    const terms = sign === 1 && billing.terms !== 'own' ? billing.terms : null
    const amounts = amountsOf(billing)
    const discount = half(sum(amounts) * billing.discountPercent, 100)
    const off = discount === 0 ? [] : shares(discount, amounts)
    const entered = amounts.map((amount, index) => ({
      amount: amount - (off[index] ?? 0),
      code: codeOf(billing, index, amount),
    }))
    const taxed = taxLines(entered, inclusive, this.state.policy.taxRounding)
    const lines = taxed.map((line, index) => ({ ...line, earns: index !== billing.freight }))
    const taxes = taxTotals(lines, sign)
    const total = sign * sum(lines.map(({ net, taxes: each }) => net + sum(each)))
    must(total * sign >= 0)
    const earning = terms !== null && offersDiscount(terms) ? earningBilled({ lines, taxes }) : null
    return this.post(kind, {
      customer: billing.customer,
      currency: billing.currency,
      day,
      total,
      rate,
      taxes,
      lines: sign === 1 ? lines : [],
      parts: terms !== null ? partsOf(terms, day, total, rate) : [{ due: day, amount: total }],
      others: this.taxAndSales(taxes, total, rate),
      offer: terms === null ? 0 : offerOf(terms, Math.max(0, Math.min(total, earning ?? total)), rate),
      earning,
      offerUntil: terms === null ? day : offeredUntil(terms, day),
      isEntered: true,
    })
  }
}
