import { askingForBatches, batchFor } from './asks-batches.ts'
import { askingForBilling } from './asks-billing.ts'
import { askingForRecurring } from './asks-recurring.ts'
import { askingForMasters } from './asks-masters.ts'
import { askingForReceipts } from './asks-receipts.ts'
import { half } from './rounding.ts'
import type { Books } from './books.ts'
import { charge, chargesOn } from './charges.ts'
import { creditFrom, refundable } from './crediting.ts'
import { creditCharges, tooMuchCharged } from './late-charges.ts'
import { giveBack, identify, enterUnidentified } from './unidentified.ts'
import { currencyOf } from './customers.ts'
import { refund } from './refunding.ts'
import { balanceOn, FOREVER } from './item.ts'
import {
  anItem,
  anItemWhere,
  applied,
  BANKS,
  currencyText,
  dateOf,
  dateOrNull,
  isOpen,
  rateOf,
  rateText,
  said,
  settlingOf,
  settlings,
  upToMoney,
  wrapped,
  type Ask,
  type Asking,
  type Known,
} from './known.ts'
import type { Step } from './steps.ts'

/** What a command says of its currency and rate. */
const moneyIn = (step: { readonly currency: number | null; readonly rate: number }, currency: number) => ({
  currency: currencyText(step.currency),
  rate: rateText(currency, step.rate),
})

const asking: Asking = {
  ...askingForReceipts,
  ...askingForMasters,
  ...askingForBilling,
  ...askingForRecurring,
  ...askingForBatches,
  apply: (step, known) => {
    const credit = step.wild
      ? anItem(known, step.credit)
      : anItemWhere(known, step.credit, (item) => item.total < 0 && isOpen(item))
    if (credit === null) return null
    const { customer, currency } = known.books.item(credit)
    const debit = step.wild
      ? anItem(known, step.line.item)
      : anItemWhere(
          known,
          step.line.item,
          (item) => item.total > 0 && known.books.sharePayer(item.customer, customer) && isOpen(item),
        )
    if (debit === null) return null
    const asked = settlingOf(known, step.line, debit, { currency, wild: step.wild })
    const most = step.wild ? Infinity : -balanceOn(known.books.item(credit), FOREVER)
    const line = upToMoney(asked, most)
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
    if (!step.copy) return { name: 'documents.void', input, modelled: (books) => books.void(index, step.day) }
    return { name: 'documents.voidAndCopy', input, modelled: (books) => books.voidAndCopy(index, step.day) }
  },
  return: (step, known) => {
    const index = step.wild
      ? anItem(known, step.item)
      : anItemWhere(known, step.item, (item) => item.kind === 'receipt' && item.state === 'live')
    if (index === null) return null
    const { currency } = known.books.item(index)
    const { fee: amount, byCustomer } = step
    const bearer = byCustomer ? 'customer' : 'company'
    const asked = amount === 0 ? null : { amount, bearer, rate: rateText(currency, step.rate) }
    const fee = amount === 0 ? null : { amount, byCustomer, rate: rateOf(currency, step.rate) }
    const input = { id: known.documents[index], date: dateOf(step.day), reason: '', fee: asked }
    return { name: 'receipts.returnPayment', input, modelled: (books) => books.returnPayment(index, step.day, fee) }
  },
  creditFrom: (step, known) => {
    const index = step.wild
      ? anItem(known, step.item)
      : anItemWhere(known, step.item, (item) => item.lines.length > 0 && item.state === 'live')
    if (index === null) return null
    const { lines } = known.books.item(index)
    const { quantity } = step
    const line = step.line % Math.max(1, lines.length)
    const dated = { ...said, documentDate: dateOf(step.day), apply: step.apply }
    const wanted = quantity === null ? null : [{ lineNo: line + 1, quantity }]
    const input = { ...dated, invoiceId: known.documents[index], lines: wanted }
    return {
      name: 'creditNotes.postFromInvoice',
      input,
      modelled: (books) =>
        creditFrom(books, index, {
          day: step.day,
          wanted: quantity === null ? null : { line, quantity },
          apply: step.apply,
        }),
    }
  },
  refund: (step, known) => {
    const index = step.wild
      ? anItem(known, step.item)
      : anItemWhere(known, step.item, (item) => item.total < 0 && isOpen(item))
    if (index === null) return null
    const { currency: own } = known.books.item(index)
    const currency = step.currency ?? own
    const isAcross = currency !== own
    const left = refundable(known.books, index)
    const taken = isAcross ? Math.max(1, half(step.amount * step.cross, 10)) : null
    const most = step.wild || step.overpaid || isAcross ? step.amount : Math.min(step.amount, left || step.amount)
    const takenOfLeft = taken === null || step.wild ? taken : Math.min(taken, left || taken)
    const money = {
      amount: most,
      currency: currencyText(step.currency),
      creditAmount: takenOfLeft,
      overpaid: step.overpaid,
      method: 'transfer',
      rate: rateText(currency, step.rate),
      bankAccountId: null,
    }
    const input = { ...said, ...money, date: dateOf(step.day), creditDocumentId: known.documents[index] }
    const { overpaid } = step
    const paid = { amount: most, currency, rate: rateOf(currency, step.rate), overpaid, taken: takenOfLeft }
    return { name: 'refunds.post', input, modelled: (books) => refund(books, index, step.day, paid) }
  },
  adjust: ({ customer, amount, up, ...step }, { books }) => {
    const currency = currencyOf(books, customer, step.currency)
    const asked = { customerId: customer + 1, date: dateOf(step.day), direction: up ? 'increase' : 'decrease', amount }
    const input = { ...said, ...asked, reasonCodeId: 1, ...moneyIn(step, currency), applications: [] }
    const rate = rateOf(currency, step.rate)
    return {
      name: 'adjustments.post',
      input,
      modelled: () => books.adjust(customer, currency, step.day, up ? amount : -amount, rate),
    }
  },
  opening: ({ customer, amount, up, ...step }, known) => {
    const currency = currencyOf(known.books, customer, step.currency)
    const kind = up ? 'invoice' : 'credit_note'
    const asked = { customerId: customer + 1, kind, documentDate: dateOf(step.day), dueDate: null, amount }
    const item = {
      ...said,
      ...asked,
      number: `OLD-${known.label}${known.commands}`,
      ...moneyIn(step, currency),
    }
    const rate = rateOf(currency, step.rate)
    const modelled = (books: Books) => books.opening(customer, currency, step.day, up ? amount : -amount, rate)
    return { name: 'openingBalances.post', input: { items: [item] }, modelled }
  },
  charge: ({ day: on, fee, rate }, { books }) => {
    const charges = chargesOn(books, on, fee, (currency) => rateOf(currency, rate)).map((charged) => ({
      customerId: charged.customer + 1,
      currency: currencyText(charged.currency),
      total: charged.items.reduce((sum, item) => sum + item.interest + item.fee, 0),
      rate: rateText(charged.currency, rate),
    }))
    if (charges.length === 0) return null
    const input = {
      asOf: dateOf(on),
      annualRate: 10_000_000,
      fee,
      memo: '',
      charges,
    }
    return {
      name: 'financeCharges.post',
      input,
      modelled: () => charge(books, on, fee, (currency) => rateOf(currency, rate)),
    }
  },
  creditCharge: ({ charge: which, day: on, off, both, wild }, { books, documents }) => {
    const charges = tooMuchCharged(books)
    const [at, others] = [which % Math.max(1, charges.length), charges.slice(which % Math.max(1, charges.length))]
    const picked = charges.length > 0 && !wild ? others.slice(0, both ? 2 : 1) : []
    const any = wild && books.state.items.length > 0 ? [{ charge: at % books.state.items.length, credit: 1 }] : []
    const asked = [...picked, ...any].map(({ charge: item, credit }) => ({ item, total: credit + off }))
    if (asked.length === 0) return null
    const input = {
      date: dateOf(on),
      memo: '',
      charges: asked.map(({ item, total }) => ({ id: documents[item], total })),
    }
    return { name: 'financeCharges.credit', input, modelled: () => creditCharges(books, asked, on) }
  },
  close: ({ through }, { version }) => {
    const input = { closingDate: through < 0 ? null : dateOf(through), reason: 'closing', version }
    return { name: 'company.setClosingDate', input, modelled: (books) => books.close(through) }
  },
  hold: ({ item, state }, known) => {
    const index = anItem(known, item)
    if (index === null) return null
    const input = { documentId: known.documents[index], state, reason: state === null ? '' : 'short delivery' }
    return { name: 'openItems.hold', input, modelled: (books) => books.hold(index, state !== null) }
  },
  enterUnidentified: ({ amount, bank, foreign, wild, ...step }, known) => {
    const batch = batchFor(known, step.batch, foreign ? 1 : 0, wild)
    const currency = foreign ? 1 : 0
    const money = {
      amount,
      currency: currencyText(currency),
      rate: rateText(currency, step.rate),
      depositAccountId: BANKS[bank],
    }
    const input = {
      ...said,
      ...money,
      date: dateOf(step.day),
      method: 'transfer',
      payer: 'Somebody',
      batchId: batch === null ? null : known.batches[batch],
      draftUid: null,
    }
    const rate = rateOf(currency, step.rate)
    return {
      name: 'unidentifiedReceipts.post',
      input,
      modelled: (books) => enterUnidentified(books, { currency, day: step.day, amount, bank, rate, batch }),
    }
  },
  identify: (step, known) => {
    const index = wrapped(known.books.state.unidentified.length, step.unidentified)
    if (index === null) return null
    const currency = known.books.state.unidentified[index]?.currency ?? 0
    const { customer, wild } = step
    const lines = settlings(known, step.lines, customer, { currency, wild })
    const dated = { customerId: customer + 1, date: dateOf(step.day), rate: null, memo: '' }
    const applicationDate = dateOrNull(step.appliedOn)
    const input = { ...dated, id: known.unidentified[index], applications: lines.map((line) => applied(known, line)) }
    return {
      name: 'unidentifiedReceipts.identify',
      input: { ...input, applicationDate },
      modelled: (books) => identify(books, index, customer, step.day, lines, step.appliedOn),
    }
  },
  giveBack: (step, known) => {
    const index = wrapped(known.books.state.unidentified.length, step.unidentified)
    if (index === null) return null
    const input = { id: known.unidentified[index], date: dateOf(step.day), rate: null, bankAccountId: null, memo: '' }
    return { name: 'unidentifiedReceipts.giveBack', input, modelled: (books) => giveBack(books, index, step.day) }
  },
}

/** Null where the step finds nothing to act on. */
export const askOf = (step: Step, known: Known): Ask | null =>
  (asking[step.do] as (step: Step, known: Known) => Ask | null)(step, known)
