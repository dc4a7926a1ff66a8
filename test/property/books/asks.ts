import { addDays } from '../../../src-shared/domain/calendar.ts'
import { day } from '../../fixtures/entries.ts'
import { currencyOf, FOREIGN, type Books } from './books.ts'
import type { Settling } from './core.ts'
import { balanceOn, FOREVER, type Item } from './item.ts'
import type { Step, StepOf } from './steps.ts'

/** What a step asks of the ledger, and the same of the model. */
export interface Ask {
  readonly name: string
  readonly input: object
  readonly modelled: (books: Books) => void
}

/** The model, and what its items are in the ledger: ids by the model's index. */
export interface Known {
  readonly books: Books
  readonly documents: readonly number[]
  readonly applications: readonly number[]
  readonly parked: readonly number[]
  /** Of the company, as its closing date asks for. */
  readonly version: number
  readonly commands: number
  /** Before the numbers that are given by hand, so that two machines never give the same. */
  readonly label: string
}

const FIRST = day('2025-01-01')
export const dateOf = (index: number) => addDays(FIRST, index)
const dateOrNull = (index: number | null) => (index === null ? null : dateOf(index))

/** What the template company has, by the order in which it was made. */
export const TAX_CODES = { STD: 2, RED: 3 } as const
export const TERMS = { net: 1, early: 5, parts: 8 } as const
const BANKS: Readonly<Record<string, number | null>> = { '1010': null, '1000': 1 }
const RATES: Readonly<Record<number, string>> = { 8: '0.8', 10: '1', 15: '1.5' }

const rateOf = (customer: number, rate: number): number => (currencyOf(customer) === 0 ? 10 : rate)
const rateText = (customer: number, rate: number): string | null =>
  currencyOf(customer) === 0 ? null : (RATES[rate] ?? null)
const said = { reference: '', memo: '' }

/** An index into what there is, wrapped around; null when there is nothing. */
const wrapped = (length: number, index: number): number | null => (length === 0 ? null : index % length)

const anItem = ({ books }: Known, index: number): number | null => wrapped(books.state.items.length, index)

/** One that fits, of those there are. */
const anItemWhere = ({ books }: Known, index: number, fits: (item: Item) => boolean): number | null => {
  const found = books.state.items.flatMap((item, at) => (fits(item) ? [at] : []))
  return found[index % Math.max(1, found.length)] ?? null
}

const isOpen = (item: Item): boolean => item.state === 'live' && balanceOn(item, FOREVER) !== 0

type Line = StepOf<'apply'>['line']

/** The line with its item, and with all that is open of it where it asks for that. */
const settlingOf = ({ books }: Known, { all, ...line }: Line, item: number): Settling => {
  const left = balanceOn(books.item(item), FOREVER) - line.discount - line.writeOff
  return { ...line, item, amount: all && left > 0 ? left : line.amount }
}

const settlings = (known: Known, lines: readonly Line[], customer: number, wild: boolean): readonly Settling[] =>
  lines.flatMap((line) => {
    const fits = (item: Item): boolean => item.total > 0 && (wild || (item.customer === customer && isOpen(item)))
    const index = anItemWhere(known, line.item, fits)
    return index === null ? [] : [settlingOf(known, line, index)]
  })

const applied = ({ documents }: Known, { item, amount, discount = 0, writeOff = 0 }: Settling) => ({
  documentId: documents[item],
  amount,
  discount,
  writeOff,
  writeOffReason: writeOff > 0 ? 'small' : '',
})

const billed = (step: StepOf<'bill' | 'credit'>) => ({
  ...said,
  customerId: step.customer + 1,
  documentDate: dateOf(step.day),
  rate: rateText(step.customer, step.rate),
  pricesIncludeTax: step.inclusive,
  draftUid: null,
  documentDiscount: step.discountPercent === 0 ? null : { kind: 'percent', percent: step.discountPercent * 1_000_000 },
  lines: step.lines.map((amount, index) => ({
    productId: null,
    description: 'Goods',
    quantity: 1_000_000,
    unitPrice: amount * 10_000,
    discountPercent: 0,
    taxCodeId: step.tax && (index === 0 || step.allTaxed) ? TAX_CODES[step.tax] : null,
    accountId: null,
  })),
})

type Asking = { readonly [Name in Step['do']]: (step: StepOf<Name>, known: Known) => Ask | null }

const asking: Asking = {
  bill: (step) => {
    const kind = step.kind === 'invoice' ? 'invoice' : 'debit_note'
    const input = { ...billed(step), termsId: TERMS[step.terms], dueDate: null }
    const billing = { ...step, rate: rateOf(step.customer, step.rate) }
    return {
      name: kind === 'invoice' ? 'invoices.post' : 'debitNotes.post',
      input,
      modelled: (books) => books.bill(kind, billing),
    }
  },
  credit: (step, known) => {
    const lines = settlings(known, step.settling, step.customer, step.wild)
    const applications = lines.map(({ item, amount }) => ({ documentId: known.documents[item], amount }))
    const billing = { ...step, rate: rateOf(step.customer, step.rate) }
    const input = { ...billed(step), applications }
    return { name: 'creditNotes.post', input, modelled: (books) => books.creditNote(billing, lines) }
  },
  receipt: (step, known) => {
    const { customer, bank, wild } = step
    const lines = settlings(known, step.lines, customer, wild)
    const amount =
      step.amount ??
      Math.max(
        1,
        lines.reduce((sum, line) => sum + line.amount, 0),
      )
    const money = { amount, method: 'transfer', rate: rateText(customer, step.rate), depositAccountId: BANKS[bank] }
    const applications = lines.map((line) => applied(known, line))
    const input = { ...said, ...money, customerId: customer + 1, date: dateOf(step.day), applications, draftUid: null }
    const rate = rateOf(customer, step.rate)
    return {
      name: 'receipts.post',
      input,
      modelled: (books) => books.receipt(customer, step.day, amount, bank, rate, lines),
    }
  },
  apply: (step, known) => {
    const credit = step.wild
      ? anItem(known, step.credit)
      : anItemWhere(known, step.credit, (item) => item.total < 0 && isOpen(item))
    if (credit === null) return null
    const { customer } = known.books.item(credit)
    const debit = step.wild
      ? anItem(known, step.line.item)
      : anItemWhere(known, step.line.item, (item) => item.total > 0 && item.customer === customer && isOpen(item))
    if (debit === null) return null
    const line = settlingOf(known, step.line, debit)
    const input = {
      creditDocumentId: known.documents[credit],
      date: dateOrNull(step.day),
      lines: [applied(known, line)],
    }
    return { name: 'applications.apply', input, modelled: (books) => books.apply(credit, line, step.day) }
  },
  unapply: (step, known) => {
    const index = wrapped(known.books.state.applications.length, step.application)
    if (index === null) return null
    const input = { applicationId: known.applications[index], date: dateOrNull(step.day) }
    return { name: 'applications.unapply', input, modelled: (books) => books.unapply(index, step.day) }
  },
  void: (step, known) => {
    const index = anItem(known, step.item)
    if (index === null) return null
    const input = { id: known.documents[index], date: dateOf(step.day), reason: 'entered wrong' }
    return { name: 'documents.void', input, modelled: (books) => books.void(index, step.day) }
  },
  return: (step, known) => {
    const index = step.wild
      ? anItem(known, step.item)
      : anItemWhere(known, step.item, (item) => item.kind === 'receipt' && item.state === 'live')
    if (index === null) return null
    const { customer } = known.books.item(index)
    const { fee: amount, byCustomer } = step
    const bearer = byCustomer ? 'customer' : 'company'
    const asked = amount === 0 ? null : { amount, bearer, rate: rateText(customer, step.rate) }
    const fee = amount === 0 ? null : { amount, byCustomer, rate: rateOf(customer, step.rate) }
    const input = { id: known.documents[index], date: dateOf(step.day), reason: '', fee: asked }
    return { name: 'receipts.returnPayment', input, modelled: (books) => books.returnPayment(index, step.day, fee) }
  },
  creditFrom: (step, known) => {
    const index = step.wild
      ? anItem(known, step.item)
      : anItemWhere(known, step.item, (item) => item.lines.length > 0 && item.state === 'live')
    if (index === null) return null
    const { lines, isSimple } = known.books.item(index)
    // Parts of a taxed or discounted invoice have tests of their own; here such an invoice is credited whole.
    const quantity = isSimple || lines.length === 0 ? step.quantity : null
    const dated = { ...said, documentDate: dateOf(step.day), apply: step.apply }
    const wanted = quantity === null ? null : [{ lineNo: 1, quantity }]
    const input = { ...dated, invoiceId: known.documents[index], lines: wanted }
    return {
      name: 'creditNotes.postFromInvoice',
      input,
      modelled: (books) => books.creditFrom(index, step.day, quantity, step.apply),
    }
  },
  refund: (step, known) => {
    const index = step.wild
      ? anItem(known, step.item)
      : anItemWhere(known, step.item, (item) => item.total < 0 && isOpen(item))
    if (index === null) return null
    const { customer } = known.books.item(index)
    const { amount } = step
    const money = { amount, method: 'transfer', rate: rateText(customer, step.rate), bankAccountId: null }
    const input = { ...said, ...money, date: dateOf(step.day), creditDocumentId: known.documents[index] }
    const rate = rateOf(customer, step.rate)
    return { name: 'refunds.post', input, modelled: (books) => books.refund(index, step.day, amount, rate) }
  },
  adjust: ({ customer, amount, up, ...step }) => {
    const asked = { customerId: customer + 1, date: dateOf(step.day), direction: up ? 'increase' : 'decrease', amount }
    const input = { ...said, ...asked, reasonCodeId: 1, rate: rateText(customer, step.rate), applications: [] }
    const rate = rateOf(customer, step.rate)
    return {
      name: 'adjustments.post',
      input,
      modelled: (books) => books.adjust(customer, step.day, up ? amount : -amount, rate),
    }
  },
  opening: ({ customer, amount, up, ...step }, known) => {
    const kind = up ? 'invoice' : 'credit_note'
    const asked = { customerId: customer + 1, kind, documentDate: dateOf(step.day), dueDate: null, amount }
    const item = {
      ...said,
      ...asked,
      number: `OLD-${known.label}${known.commands}`,
      rate: rateText(customer, step.rate),
    }
    const rate = rateOf(customer, step.rate)
    const modelled = (books: Books) => books.opening(customer, step.day, up ? amount : -amount, rate)
    return { name: 'openingBalances.post', input: { items: [item] }, modelled }
  },
  charge: ({ day: on, fee, rate }, { books }) => {
    const charges = [...books.charges(on, fee, (customer) => rateOf(customer, rate))].map(([customer, items]) => ({
      customerId: customer + 1,
      total: items.reduce((sum, item) => sum + item.interest + item.fee, 0),
      rate: rateText(customer, rate),
    }))
    if (charges.length === 0) return null
    const input = {
      asOf: dateOf(on),
      annualRate: 10_000_000,
      fee,
      memo: '',
      charges: charges.toSorted((a, b) => a.customerId - b.customerId),
    }
    return {
      name: 'financeCharges.post',
      input,
      modelled: () => books.charge(on, fee, (customer) => rateOf(customer, rate)),
    }
  },
  close: ({ through }, { version }) => {
    const input = { closingDate: through < 0 ? null : dateOf(through), reason: 'closing', version }
    return { name: 'company.setClosingDate', input, modelled: (books) => books.close(through) }
  },
  park: ({ amount, bank, foreign, ...step }) => {
    const customer = foreign ? 2 : 0
    const money = {
      amount,
      currency: foreign ? 'EUR' : 'USD',
      rate: rateText(customer, step.rate),
      depositAccountId: BANKS[bank],
    }
    const input = { ...said, ...money, date: dateOf(step.day), method: 'transfer', payer: 'Somebody', draftUid: null }
    const rate = rateOf(customer, step.rate)
    return {
      name: 'parkedReceipts.post',
      input,
      modelled: (books) => books.park(currencyOf(customer), step.day, amount, bank, rate),
    }
  },
  identify: (step, known) => {
    const index = wrapped(known.books.state.parked.length, step.parked)
    if (index === null) return null
    const foreign = known.books.state.parked[index]?.currency === 1
    const customer = step.wild ? step.customer : foreign ? FOREIGN : step.customer % FOREIGN
    const lines = settlings(known, step.lines, customer, step.wild)
    const dated = { customerId: customer + 1, date: dateOf(step.day), rate: null, memo: '' }
    const input = { ...dated, id: known.parked[index], applications: lines.map((line) => applied(known, line)) }
    return {
      name: 'parkedReceipts.identify',
      input,
      modelled: (books) => books.identify(index, customer, step.day, lines),
    }
  },
  giveBack: (step, known) => {
    const index = wrapped(known.books.state.parked.length, step.parked)
    if (index === null) return null
    const input = { id: known.parked[index], date: dateOf(step.day), rate: null, bankAccountId: null, memo: '' }
    return { name: 'parkedReceipts.giveBack', input, modelled: (books) => books.giveBack(index, step.day) }
  },
}

/** Null where the step finds nothing to act on. */
export const askOf = (step: Step, known: Known): Ask | null =>
  (asking[step.do] as (step: Step, known: Known) => Ask | null)(step, known)
