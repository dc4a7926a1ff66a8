import {
  balanceOn,
  FOREVER,
  staysWithin,
  type Application,
  type Entry,
  type Item,
  type Kind,
  type Unidentified,
} from './item.ts'
import { settledInBase } from './bases.ts'
import type { Batch } from './batches.ts'
import type { Template } from './recurring.ts'
import { CUSTOMERS, type Customer } from './customers.ts'
import { LIMITS, type Act, type By, type Limit, type Policy, type Role } from './policies.ts'
import { must, Refused } from './refused.ts'
import type { DatedRate } from './revaluation.ts'
import { borne, giftsChanged, givenAway, isGift, leftOf, liveNotes, rootOf } from './giving.ts'
import { half, total as sum } from './rounding.ts'

/**
 * The books as simply as they can be said: items with dated movements, and entries by account. It shares no code with the
 * ledger, and knows neither documents' numbers nor tables. Customers are billed in two currencies, of 100 minor units each.
 */
export interface State {
  readonly items: Item[]
  readonly applications: Application[]
  readonly entries: (Entry & { readonly day: number })[]
  readonly unidentified: Unidentified[]
  readonly charged: Charged[]
  readonly chargeCredits: {
    readonly note: number
    readonly charge: number
    readonly item: number
    readonly amount: number
  }[]
  readonly deductions: Deduction[]
  readonly resolutions: Resolution[]
  readonly overpaid: { readonly receipt: number; readonly debit: number }[]
  /** Payments that the bank took back. */
  readonly returned: {
    readonly customer: number
    readonly day: number
    readonly fee: number
    /** The debit note where the customer bears it. */
    readonly note: number | null
  }[]
  /** Receipts for an invoice to come. */
  readonly prepaid: number[]
  readonly customers: Customer[]
  readonly limits: Record<Role, Record<Act, Limit>>
  policy: Policy
  rates: readonly DatedRate[]
  readonly revalued: number[]
  readonly templates: Template[]
  readonly batches: Batch[]
  readonly drafts: Draft[]
  closedThrough: number
}

/** Days of an item that a finance charge charged, and for how much. */
export interface Charged {
  readonly charge: number
  readonly item: number
  readonly after: number
  readonly until: number
  readonly interest: number
  readonly fee: number
}

/** What a draft will bill; null once it is posted or discarded. */
export interface Draft {
  readonly customer: number
  /** Null is the customer's, whatever it is by then. */
  readonly currency: number | null
  total: number | null
}

/** A short pay: both its sides, and what it is kept back from. */
export interface Deduction {
  readonly credit: number
  readonly debit: number
  readonly invoice: number
  readonly receipt: number
}

/** What settled some of a deduction; the debit note that took its place, where there is one. */
export interface Resolution {
  readonly deduction: number
  readonly credit: number
  readonly note: number | null
}

export interface Settling {
  readonly item: number
  /** In the currency of the money. */
  readonly amount: number
  /** What that settles in the item's currency, where it is another. */
  readonly settles?: number
  readonly discount?: number
  readonly writeOff?: number
  /** Only moves what is owed to another item. */
  readonly isMoved?: boolean
  /** Kept back by the payer, each for a reason. */
  readonly deductions?: readonly number[]
}

/** What every command comes down to: items posted, settled and undone, and entries. */
export class BooksCore {
  /** Of the command that is being done. */
  by: By = { isSupervisor: true, approved: false, letPass: [], read: {} }
  state: State = {
    items: [],
    applications: [],
    entries: [],
    unidentified: [],
    charged: [],
    chargeCredits: [],
    deductions: [],
    resolutions: [],
    overpaid: [],
    returned: [],
    prepaid: [],
    customers: [...CUSTOMERS],
    limits: structuredClone(LIMITS),
    policy: {
      creditLimitPolicy: 'warn',
      discountReducesTax: true,
      writeOffReducesTax: false,
      taxRounding: 'line',
      tolerance: { percent: 1, most: 100 },
    },
    rates: [],
    revalued: [],
    templates: [],
    batches: [],
    drafts: [],
    closedThrough: -1,
  }

  /** Does what is known to be allowed; when it is not, the model is spoiled. */
  accepts(work: () => unknown): boolean {
    try {
      work()
      return true
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return false
    }
  }

  /** Does it whole or not at all; says whether it may be. */
  attempt(work: () => unknown): boolean {
    const { entries, ...rest } = this.state
    const [before, entered] = [structuredClone(rest), entries.length]
    try {
      work()
      return true
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      // They are only ever added to.
      entries.length = entered
      this.state = { ...before, entries }
      return false
    }
  }

  item(index: number): Item {
    const item = this.state.items[index]
    if (!item) throw new Error(`the model has no item ${index}`)
    return item
  }

  sharePayer(customer: number, other: number): boolean {
    const payerOf = (index: number): number => this.state.customers[index]?.payer ?? index
    return payerOf(customer) === payerOf(other)
  }

  mustBeOpen(day: number): void {
    must(day > this.state.closedThrough)
  }

  /** The other side of a billing document: what rounding leaves over in the base currency goes to sales. */
  taxAndSales(taxes: Item['taxes'], total: number, rate: number): readonly Entry[] {
    const tax = sum(taxes.map((row) => row.tax))
    const taxBase = 0 - half(tax * rate, 10)
    const sales = { account: '4000', base: 0 - half(total * rate, 10) - taxBase, amount: tax - total }
    return tax === 0 ? [sales] : [{ account: '2200', base: taxBase, amount: 0 - tax }, sales]
  }

  post(
    kind: Kind,
    posted: Pick<Item, 'customer' | 'currency' | 'day' | 'total' | 'rate'> &
      Partial<Item> & { readonly others: readonly Entry[] },
  ): number {
    const { day, total, rate } = posted
    const others = posted.others.map((entry) => (posted.others.length === 1 ? { amount: 0 - total, ...entry } : entry))
    const base = posted.base ?? half(total * rate, 10)
    this.enter(day, [{ account: '1200', base }, ...others])
    const fresh = {
      parts: [{ due: day, amount: total }],
      taxes: [],
      offer: 0,
      earning: null,
      offerUntil: day,
      bank: '',
      lines: [],
      credits: null,
      reverses: null,
      isEntered: false,
      batch: null,
      isHeld: false,
    }
    const begun = {
      giftChanges: 0,
      discountTaken: 0,
      state: 'live' as const,
    }
    const all = { ...fresh, ...posted }
    const { customer, currency, parts, taxes, offer, earning, offerUntil, bank, lines } = all
    const { credits, reverses, isEntered, batch, isHeld } = all
    const credited = lines.map(() => ({ quantity: 0, net: 0 }))
    const creditedTaxes = taxes.map(() => ({ base: 0, tax: 0 }))
    const movements = [{ day, amount: total, base }]
    const told = {
      kind,
      customer,
      currency,
      day,
      parts,
      total,
      rate,
      base,
      own: others,
      taxes,
      offer,
      earning,
      offerUntil,
      bank,
      lines,
      credits,
      reverses,
      isEntered,
      batch,
      isHeld,
    }
    return this.state.items.push({ ...told, ...begun, credited, creditedTaxes, movements }) - 1
  }

  applyNew(credit: number, settling: readonly Settling[], applied = 0): void {
    must(new Set(settling.map(({ item }) => item)).size === settling.length)
    const { day } = this.item(credit)
    this.settleInOrder(
      credit,
      settling.map((line) => ({ line, on: Math.max(day, this.item(line.item).day, applied) })),
    )
  }

  /** Day by day, what is in the credit's own currency first. */
  settleInOrder(credit: number, dated: readonly { readonly line: Settling; readonly on: number }[]): void {
    const { currency } = this.item(credit)
    const isAcross = (line: Settling): number => Number(this.item(line.item).currency !== currency)
    for (const { line, on } of dated.toSorted((a, b) => a.on - b.on || isAcross(a.line) - isAcross(b.line)))
      this.settle(credit, line, on)
  }

  /** The offer on what no live credit note has taken back, less what was taken and not taken back. */
  discountLeft(index: number): number {
    const { offer, total, earning, discountTaken } = this.item(index)
    if (offer === 0) return 0
    const notes = liveNotes(this, index).flatMap(({ credits }) => (credits ? [credits] : []))
    const credited = notes.map((note) => (earning === null ? sum(note.taken.parts) : note.earning))
    const whole = earning ?? total
    const kept = Math.max(0, whole - sum(credited))
    const back = notes.flatMap(({ taken }) => taken.gifts.filter(({ kind }) => kind === 'discount'))
    return Math.max(0, half(offer * kept, whole) - discountTaken + sum(back.map(({ parts }) => sum(parts))))
  }

  settle(creditIndex: number, line: Settling, day: number): void {
    const { amount, discount = 0, writeOff = 0 } = line
    const [credit, debit] = [this.item(creditIndex), this.item(line.item)]
    const isAcross = credit.currency !== debit.currency
    const byMoney = isAcross ? (line.settles ?? 0) : amount
    const settled = byMoney + discount + writeOff
    const [available, open] = [-balanceOn(credit, FOREVER), balanceOn(debit, FOREVER)]
    must(credit.total < 0 && debit.total > 0 && this.sharePayer(credit.customer, debit.customer))
    must(amount + discount + writeOff > 0)
    // Between two currencies either side has an amount of its own; what passes between them is worth the same.
    must(isAcross ? byMoney > 0 === amount > 0 : line.settles === undefined || line.settles === amount)
    must(amount <= available && settled <= open && discount <= this.discountLeft(line.item))
    must(staysWithin(debit, day, -settled) && staysWithin(credit, day, amount))
    const wanted = discount + writeOff + (isGift(this, creditIndex, line.isMoved) ? byMoney : 0)
    const root = rootOf(this, line.item)
    // What a credit note gave back is not given away besides.
    if (wanted > 0 && liveNotes(this, root).length > 0) must(wanted <= Math.max(0, sum(leftOf(this, root))))
    const gifts = wanted > 0 ? givenAway(this, creditIndex, { ...line, amount: byMoney }) : []
    const by = structuredClone(this.by)
    const away = borne(gifts)
    const bases = settledInBase(this, { credit, debit, index: line.item }, { amount, settled, away })
    const application = { credit: creditIndex, debit: line.item, day, ...bases, discount, writeOff, gifts, by }
    this.state.applications.push({ ...application, state: 'live', undoneOn: null })
    giftsChanged(this, application)
    debit.discountTaken += discount
    this.move(application, day, 1)
  }

  undo(application: Application, day: number): void {
    application.state = 'undone'
    application.undoneOn = day
    giftsChanged(this, application)
    this.item(application.debit).discountTaken -= application.discount
    this.move(application, day, -1)
  }

  move(
    { credit, debit, creditMove, debitMove, others }: Omit<Application, 'state' | 'undoneOn'>,
    day: number,
    sign: 1 | -1,
  ): void {
    const moved = ({ amount, base }: Application['creditMove']) => ({ day, amount: sign * amount, base: sign * base })
    // A discount or a write-off alone leaves the credit as it was.
    if (creditMove.amount !== 0) this.item(credit).movements.push(moved(creditMove))
    this.item(debit).movements.push(moved(debitMove))
    const control = { account: '1200', base: creditMove.base + debitMove.base }
    this.enter(
      day,
      [control, ...others].map(({ account, base }) => ({ account, base: sign * base })),
    )
  }

  enter(day: number, entries: readonly Entry[]): void {
    this.state.entries.push(...entries.map((entry) => ({ ...entry, day })))
  }
}
