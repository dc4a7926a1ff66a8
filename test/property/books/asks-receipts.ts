import { batchFor } from './asks-batches.ts'
import { currencyOf } from './customers.ts'
import { allow, chargeBack } from './deductions.ts'
import {
  anItemWhere,
  applied,
  BANKS,
  creditsFor,
  currencyText,
  dateOf,
  dateOrNull,
  isOpen,
  rateOf,
  rateText,
  said,
  settlings,
  upToMoney,
  used,
  type Asking,
  type Known,
} from './known.ts'
import { balanceOn, FOREVER } from './item.ts'
import type { Settling } from './core.ts'
import { applyCredits, sharedOut } from './receiving.ts'
import { total as sum } from './rounding.ts'

/** The reason whose account is the model's one for deductions. */
const REASON = 3

const deducted = (known: Known, line: Settling) => ({
  ...applied(known, line),
  deductions: (line.deductions ?? []).map((amount) => ({ reasonCodeId: REASON, amount, memo: '' })),
})

/** The lines as far as the credits go. */
const covered = (lines: readonly Settling[], most: number): readonly Settling[] => {
  let left = most
  return lines.flatMap((line) => {
    const cut = upToMoney(line, left)
    left -= cut.amount
    return cut.amount === 0 ? [] : [cut]
  })
}

/** Small beside most of what is settled, as a tolerance asks. */
const PAID_TOO_MUCH = 2

export const askingForReceipts = {
  receipt: (step, known) => {
    const { customer, bank, wild, day } = step
    const currency = currencyOf(known.books, customer, step.currency)
    const settling = settlings(known, step.lines, customer, { currency, wild })
    const settled = sum(settling.map((line) => line.amount))
    const cross = step.lines[0]?.cross ?? 10
    const credits = creditsFor(known, step.credits, customer, { most: settled, currency, wild, cross })
    const needed = Math.max(1, sharedOut(known.books, currency, settling, credits).needed)
    const isWrittenOff = step.unappliedAs === 'written_off'
    const enough = isWrittenOff ? needed + PAID_TOO_MUCH : Math.max(step.amount ?? 1, needed)
    const amount = wild ? (step.amount ?? needed) : enough
    const batch = batchFor(known, step.batch, currency, wild)
    const input = {
      ...said,
      amount,
      method: 'transfer',
      currency: currencyText(step.currency),
      rate: rateText(currency, step.rate),
      depositAccountId: BANKS[bank],
      customerId: customer + 1,
      date: dateOf(day),
      applications: settling.map((line) => deducted(known, line)),
      credits: used(known, credits),
      unappliedAs: step.unappliedAs,
      batchId: batch === null ? null : known.batches[batch],
      applicationDate: dateOrNull(step.appliedOn),
      draftUid: null,
    }
    const rate = rateOf(currency, step.rate)
    const received = {
      customer,
      currency,
      day,
      amount,
      bank,
      rate,
      settling,
      credits,
      batch,
      isWrittenOff,
      isPrepayment: step.unappliedAs === 'prepayment',
      appliedOn: step.appliedOn,
    }
    return { name: 'receipts.post', input, modelled: (books) => books.receipt(received) }
  },
  proposed: ({ customer, day, rate, bank, appliedOn, ...step }, known) => {
    const { proposal, amount } = known.asked
    if (proposal === null) return null
    const currency = currencyOf(known.books, customer, step.currency)
    const itemOf = (documentId: number): number => known.documents.indexOf(documentId)
    const settling = proposal.lines.map(({ documentId, ...line }) => ({ item: itemOf(documentId), ...line }))
    const credits = proposal.credits.map((use) => ({ item: itemOf(use.documentId), amount: use.amount }))
    const input = {
      ...said,
      amount,
      method: 'transfer',
      currency: currencyText(step.currency),
      rate: rateText(currency, rate),
      depositAccountId: BANKS[bank],
      customerId: customer + 1,
      date: dateOf(day),
      applications: settling.map((line) => deducted(known, line)),
      credits: used(known, credits),
      applicationDate: dateOrNull(appliedOn),
      draftUid: null,
    }
    const received = {
      customer,
      currency,
      day,
      amount,
      bank,
      rate: rateOf(currency, rate),
      settling,
      credits,
      batch: null,
      appliedOn,
    }
    return { name: 'receipts.post', input, mustPost: true, modelled: (books) => books.receipt(received) }
  },
  applyCredits: (step, known) => {
    const first = anItemWhere(known, step.credits[0] ?? 0, (item) => item.total < 0 && isOpen(item))
    if (first === null) return null
    const { customer, currency } = known.books.item(first)
    const left = (index: number): number => Math.abs(balanceOn(known.books.item(index), FOREVER))
    const others = creditsFor(known, step.credits.slice(1), customer, { most: Infinity, currency, wild: step.wild })
    const open = [{ item: first, amount: left(first) }, ...others.filter(({ item }) => item !== first)]
    const all = settlings(known, step.lines, customer, { currency, wild: step.wild })
    const lines = step.wild ? all : covered(all, sum(open.map(({ amount }) => amount)))
    if (lines.length === 0) return null
    const credits = covered(open, sum(lines.map((line) => line.amount)))
    if (credits.length === 0) return null
    const input = {
      date: dateOrNull(step.day),
      credits: used(known, credits),
      applications: lines.map((line) => applied(known, line)),
      draftUid: null,
    }
    return {
      name: 'applications.applyCredits',
      input,
      modelled: (books) => applyCredits(books, credits, lines, step.day),
    }
  },
  allow: (step, known) => {
    const index = aDeduction(known, step.item, step.wild)
    if (index === null) return null
    const { day } = step
    const amount = resolvedAmount(known, index, step)
    const input = { id: known.documents[index], date: dateOf(day), amount, memo: '' }
    return { name: 'deductions.allow', input, modelled: (books) => allow(books, index, day, amount) }
  },
  chargeBack: (step, known) => {
    const index = aDeduction(known, step.item, step.wild)
    if (index === null) return null
    const { day, due } = step
    const amount = resolvedAmount(known, index, step)
    const input = { id: known.documents[index], date: dateOf(day), amount, dueDate: dateOf(due), memo: '' }
    return { name: 'deductions.chargeBack', input, modelled: (books) => chargeBack(books, index, day, amount, due) }
  },
} satisfies Pick<Asking, 'receipt' | 'proposed' | 'applyCredits' | 'allow' | 'chargeBack'>

const resolvedAmount = (
  known: Known,
  index: number,
  { amount, wild }: { readonly amount: number | null; readonly wild: boolean },
): number | null =>
  amount === null || wild ? amount : Math.max(1, Math.min(amount, balanceOn(known.books.item(index), FOREVER)))

const aDeduction = (known: Known, index: number, wild: boolean): number | null => {
  const found = known.books.state.deductions.filter(({ debit }) => isOpen(known.books.item(debit)))
  return wild ? anItemWhere(known, index, () => true) : (found[index % Math.max(1, found.length)]?.debit ?? null)
}
