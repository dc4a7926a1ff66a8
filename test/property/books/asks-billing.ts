import { createHash } from 'node:crypto'
import { amountsOf, codeOf, type Books } from './books.ts'
import { CODES, currencyOf } from './customers.ts'
import type { TaxCode } from './item.ts'
import { must } from './refused.ts'
import { rateOn } from './revaluation.ts'
import {
  currencyText,
  dateOf,
  rateText,
  said,
  settlings,
  TAX_CODES,
  TERMS,
  wrapped,
  type Asking,
  type Known,
} from './known.ts'
import type { StepOf } from './steps.ts'

type Billed = Pick<
  StepOf<'bill'>,
  | 'customer'
  | 'currency'
  | 'lines'
  | 'tax'
  | 'allTaxed'
  | 'other'
  | 'returned'
  | 'inclusive'
  | 'discountPercent'
  | 'freight'
  | 'terms'
>

const idOf = (code: TaxCode | null): number | null => (code === null ? null : TAX_CODES[code])

/** What is billed, without whom, when and at which rate. */
export const billedAs = (step: Billed) => ({
  ...said,
  currency: currencyText(step.currency),
  termsId: TERMS[step.terms],
  pricesIncludeTax: step.inclusive,
  documentDiscount: step.discountPercent === 0 ? null : { kind: 'percent', percent: step.discountPercent * 1_000_000 },
  lines: amountsOf(step).map((amount, index) => ({
    productId: null,
    description: 'Goods',
    quantity: 1_000_000,
    unitPrice: amount * 10_000,
    discountPercent: 0,
    taxCodeId: idOf(codeOf(step, index, amount)),
    accountId: null,
    earnsDiscount: index !== step.freight,
  })),
})

type Rated = Pick<StepOf<'bill'>, 'customer' | 'currency' | 'day' | 'rate'>

const dated = (books: Books, step: Rated) => ({
  customerId: step.customer + 1,
  documentDate: dateOf(step.day),
  rate: step.rate === null ? null : rateText(currencyOf(books, step.customer, step.currency), step.rate),
})

/** In its currency at the rate entered, or the table's of the day; without one it is refused. */
const rated = (books: Books, step: Rated): { readonly currency: number; readonly rate: number } => {
  const currency = currencyOf(books, step.customer, step.currency)
  const tenths = currency === 0 ? 10 : (step.rate ?? rateOn(books, step.day)?.tenths)
  must(tenths !== undefined)
  return { currency, rate: tenths ?? 0 }
}

/** A draft that is still there; a wild one may be gone. */
const aDraft = ({ books }: Known, index: number | null): number | null =>
  index === null ? null : wrapped(books.state.drafts.length, index)

const COLUMNS = { customer_code: 0, invoice_number: 1, invoice_date: 2, amount: 3, settled_date: 4 }

const inFile = (amount: number): string => (amount / 100).toFixed(2)

export const askingForBilling = {
  bill: (step, known) => {
    const draft = aDraft(known, step.draft)
    const draftUid = draft === null ? null : known.drafts[draft]
    const input = { ...billedAs(step), ...dated(known.books, step), dueDate: null, draftUid }
    const kind = step.kind === 'invoice' ? 'invoice' : 'debit_note'
    return {
      name: kind === 'invoice' ? 'invoices.post' : 'debitNotes.post',
      input,
      modelled: (books) => books.bill(kind, { ...step, ...rated(books, step) }, draft),
    }
  },
  credit: (step, known) => {
    const currency = currencyOf(known.books, step.customer, step.currency)
    const lines = settlings(known, step.settling, step.customer, { currency, wild: step.wild })
    const applications = lines.map(({ item, amount, settles = null }) => ({
      documentId: known.documents[item],
      amount,
      settles,
    }))
    const { termsId: _, ...body } = billedAs(step)
    const input = { ...body, ...dated(known.books, step), draftUid: null, applications }
    return {
      name: 'creditNotes.post',
      input,
      modelled: (books) => books.creditNote({ ...step, ...rated(books, step) }, lines),
    }
  },
  draft: ({ customer, currency, total }, known) => {
    const machine = known.label.replaceAll(/\D/g, '').padStart(3, '0')
    const uid = `0197c2b4-0000-7000-8${machine}-${String(known.commands).padStart(12, '0')}`
    const input = {
      uid,
      kind: 'invoice',
      customerId: customer + 1,
      title: 'Begun',
      body: {},
      total,
      currency: currencyText(currency),
    }
    return { name: 'drafts.save', input, modelled: (books) => books.draft(customer, currency, total) }
  },
  discard: ({ draft }, known) => {
    const index = aDraft(known, draft)
    if (index === null) return null
    return {
      name: 'drafts.discard',
      input: { uid: known.drafts[index] },
      modelled: (books) => books.discard(index),
    }
  },
  import: ({ customer, rows }, known) => {
    const numbered = rows.map((row, index) => ({ ...row, number: `IMP-${known.label}${known.commands}-${index}` }))
    const lines = numbered.map(({ number, day, amount, settled }) => {
      const on = settled === null ? '' : dateOf(day + settled)
      return [CODES[customer], number, dateOf(day), inFile(amount), on].join(',')
    })
    const file = ['Customer,Invoice,Date,Amount,Settled', ...lines, ''].join('\r\n')
    const mapping = { columns: COLUMNS, documents: 'invoices', decimalMark: '.' }
    const fileHash = createHash('sha256').update(file).digest('hex')
    return {
      name: 'imports.run',
      input: { token: '0'.repeat(32), mapping, fileHash },
      file,
      modelled: (books) => books.import(customer, rows),
    }
  },
} satisfies Pick<Asking, 'bill' | 'credit' | 'draft' | 'discard' | 'import'>
