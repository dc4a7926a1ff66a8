import { creditedSides } from './bases.ts'
import type { BooksCore } from './core.ts'
import { earningParts } from './earning.ts'
import { basesBack, leftOf, liveNotes, rootOf, reversed } from './giving.ts'
import { balanceOn, FOREVER, MILLION, type Item, type Tax } from './item.ts'
import { must } from './refused.ts'
import { half, total as sum } from './rounding.ts'
import { chargedOn, chargesOf } from './taxing.ts'

interface Asked {
  readonly day: number
  /** How much of which line; null is all that is left. */
  readonly wanted: { readonly line: number; readonly quantity: number } | null
  readonly apply: boolean
}

const THOUSANDTHS: Readonly<Record<Tax, number>> = { STD: 100, RED: 75 }

/** Part of an invoice taken back, or all that is left of it; never more than it billed, in total and tax by tax. */
export const creditFrom = (books: BooksCore, index: number, { day, wanted, apply }: Asked): void => {
  const invoice = books.item(index)
  books.mustBeOpen(day)
  must(['invoice', 'debit_note'].includes(invoice.kind) && invoice.state === 'live' && day >= invoice.day)
  const left = leftOf(books, index)
  const lines = creditedLines(invoice, wanted)
  must(lines.length > 0 || (wanted === null && invoice.lines.length > 0 && sum(left) > 0))
  const isAll = invoice.credited.every(
    ({ quantity }, line) => quantity + (lines.find((each) => each.line === line)?.quantity ?? 0) === MILLION,
  )
  const net = sum(lines.map((line) => line.net))
  const taxes = invoice.taxes.map((_, at) => creditedTax(invoice, at, lines, isAll))
  const parts = [net, ...taxes.map(({ tax }) => tax)]
  const after = {
    nets: invoice.lines.map((line, at) => {
      return line.net - (invoice.credited[at]?.net ?? 0) - (lines.find((each) => each.line === at)?.net ?? 0)
    }),
    taxes: invoice.taxes.map(({ tax }, at) => tax - (invoice.creditedTaxes[at]?.tax ?? 0) - (taxes[at]?.tax ?? 0)),
  }
  const earning = earningParts(invoice, after)
  const isAllThatEarns = invoice.credited.every(({ quantity }, line) => {
    const whole = quantity + (lines.find((each) => each.line === line)?.quantity ?? 0)
    return invoice.lines[line]?.earns === false || whole === MILLION
  })
  const gifts = reversed(books, index, { parts, isAll }, { left: earning, isAll: isAllThatEarns })
  const bases = basesBack(
    invoice,
    { net, bases: new Map(invoice.taxes.map(({ code }, at) => [code, taxes[at]?.base ?? 0])) },
    gifts,
  )
  const reported = invoice.taxes.flatMap(({ code }, at) => {
    const own = taxes[at] ?? { base: 0, tax: 0, isCredited: false }
    const base = own.base - (bases[at] ?? 0)
    const tax = own.tax - sum(gifts.map((gift) => gift.parts[at + 1] ?? 0))
    return own.isCredited || base !== 0 || tax !== 0 ? [{ code, base: 0 - base, tax: 0 - tax }] : []
  })
  const total = sum(parts) - sum(gifts.map((gift) => sum(gift.parts)))
  mustBeWithin(invoice, left, total, reported)
  const taken = { parts, gifts, at: invoice.giftChanges }
  const amounts = amountsOf(reported, lines.length > 0 ? net : null, gifts)
  const others = creditedSides(books, index, amounts, 0 - total) ?? sidesAtRate(amounts, invoice.rate, total)
  const note = books.post('credit_note', {
    customer: invoice.customer,
    currency: invoice.currency,
    day,
    total: 0 - total,
    rate: invoice.rate,
    taxes: reported,
    others,
    base: 0 - sum(others.map(({ base }) => base)),
    credits: {
      invoice: index,
      lines,
      bases: taxes.map(({ base }) => base),
      earning: invoice.earning === null ? 0 : earningLeft(books, index) - sum(earning),
      taken,
    },
    isEntered: lines.length > 0 || gifts.some((gift) => gift.parts[0] !== 0),
  })
  for (const { line, quantity, net: part } of lines) {
    const credited = invoice.credited[line]
    if (credited) Object.assign(credited, { quantity: credited.quantity + quantity, net: credited.net + part })
  }
  for (const [at, { base, tax }] of taxes.entries()) {
    const credited = invoice.creditedTaxes[at]
    if (credited) Object.assign(credited, { base: credited.base + base, tax: credited.tax + tax })
  }
  const applied = apply ? Math.min(total, balanceOn(invoice, FOREVER)) : 0
  if (applied > 0) books.settle(note, { item: index, amount: applied }, day)
}

const earningLeft = (books: BooksCore, index: number): number =>
  (books.item(index).earning ?? 0) - sum(liveNotes(books, index).map(({ credits }) => credits?.earning ?? 0))

const mustBeWithin = (invoice: Item, left: readonly number[], total: number, reported: Item['taxes']): void => {
  must(total >= 0 && total <= sum(left))
  for (const [at, { code, tax: billed }] of invoice.taxes.entries()) {
    const after = (left[at + 1] ?? 0) + (reported.find((row) => row.code === code)?.tax ?? 0)
    must(after >= Math.min(0, billed) && after <= Math.max(0, billed))
  }
}

const creditedLines = (invoice: Item, wanted: Asked['wanted']) => {
  const quantities =
    wanted === null
      ? invoice.credited
          .map(({ quantity }, line) => ({ line, quantity: MILLION - quantity }))
          .filter((each) => each.quantity > 0)
      : [wanted]
  return quantities.map(({ line, quantity }) => {
    const [whole, before] = [invoice.lines[line], invoice.credited[line]]
    must(whole !== undefined && before !== undefined && quantity <= MILLION - before.quantity)
    const reached = (before?.quantity ?? 0) + quantity
    return { line, quantity, net: half((whole?.net ?? 0) * reached, MILLION) - (before?.net ?? 0) }
  })
}

const creditedTax = (invoice: Item, at: number, lines: ReturnType<typeof creditedLines>, isAll: boolean) => {
  const [whole, before] = [invoice.taxes[at], invoice.creditedTaxes[at]]
  if (!whole || !before) throw new Error('the model has no such tax')
  const ofCode = invoice.lines.flatMap(({ code }, line) =>
    chargesOf(code).some(({ tax }) => tax === whole.code) ? [line] : [],
  )
  const now = lines.filter(({ line }) => ofCode.includes(line))
  if (now.length === 0) return { base: 0, tax: 0, isCredited: false }
  const isLast =
    isAll ||
    ofCode.every((line) => {
      const added = now.find((each) => each.line === line)?.quantity ?? 0
      return (invoice.credited[line]?.quantity ?? 0) + added === MILLION
    })
  // Of the lines' running totals, with what an earlier tax adds to them.
  const running = ofCode.map((line) => {
    const net = (invoice.credited[line]?.net ?? 0) + (now.find((each) => each.line === line)?.net ?? 0)
    return half(net * chargedOn(invoice.lines[line]?.code ?? null, whole.code), 1000)
  })
  const reached = isLast ? whole.base : sum(running)
  const base = reached - before.base
  const isWithin = whole.base !== 0 && reached >= Math.min(0, whole.base) && reached <= Math.max(0, whole.base)
  const all = isLast
    ? whole.tax
    : isWithin
      ? half(whole.tax * reached * Math.sign(whole.base), Math.abs(whole.base))
      : half(reached * THOUSANDTHS[whole.code], 1000)
  return { base, tax: all - before.tax, isCredited: true }
}

/** Tax first, then sales, then what is taken back. */
const amountsOf = (taxes: Item['taxes'], net: number | null, gifts: ReturnType<typeof reversed>) => {
  const amounts = new Map<string, number>()
  const add = (account: string, amount: number): void => void amounts.set(account, (amounts.get(account) ?? 0) + amount)
  for (const { tax } of taxes) if (tax !== 0) add('2200', 0 - tax)
  if (net !== null) add('4000', net)
  for (const { account, parts } of gifts) if (parts[0] !== 0) add(account, 0 - (parts[0] ?? 0))
  return [...amounts].map(([account, amount]) => ({ account, amount }))
}

/** At the invoice's rate; what rounding leaves over in the base currency goes to the last. */
const sidesAtRate = (amounts: ReturnType<typeof amountsOf>, rate: number, total: number) => {
  let left = half(total * rate, 10)
  return amounts.map(({ account, amount }, index) => {
    const base = index === amounts.length - 1 ? left : half(amount * rate, 10)
    left -= base
    return { account, amount, base }
  })
}

/** A void of the note: its quantities can be credited again. */
export const uncredit = (books: BooksCore, credits: NonNullable<Item['credits']>): void => {
  const { credited, creditedTaxes } = books.item(credits.invoice)
  for (const { line, quantity, net } of credits.lines) {
    const each = credited[line]
    if (each) Object.assign(each, { quantity: each.quantity - quantity, net: each.net - net })
  }
  for (const [at, base] of credits.bases.entries()) {
    const each = creditedTaxes[at]
    if (each) Object.assign(each, { base: each.base - base, tax: each.tax - (credits.taken.parts[at + 1] ?? 0) })
  }
}

/** What a credit has left to pay back: of a credit note for an invoice, no more than was paid beyond what is owed of it. */
export const refundable = (books: BooksCore, index: number): number => {
  const item = books.item(index)
  const left = 0 - balanceOn(item, FOREVER)
  if (!item.credits) return left
  const { invoice } = item.credits
  const owed = books.state.items.reduce(
    (all, other, at) => (other.total > 0 && rootOf(books, at) === invoice ? all + balanceOn(other, FOREVER) : all),
    0,
  )
  if (owed <= 0) return left
  const credit = 0 - sum(liveNotes(books, invoice).map((note) => balanceOn(note, FOREVER)))
  return Math.min(left, Math.max(0, credit - owed))
}
