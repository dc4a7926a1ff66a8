import { earningNow, earningParts, isPartly } from './earning.ts'
import type { BooksCore, Settling } from './core.ts'
import type { Application, Item, Tax } from './item.ts'
import { half, shares, total as sum } from './rounding.ts'

/** Amounts by what they consist of: before tax first, then each tax of the invoice in its order. */
export type Parts = readonly number[]

/** What one application gave away, or what a credit note takes back of it. */
export interface Gift {
  readonly kind: 'discount' | 'write_off' | 'adjustment'
  readonly account: string
  readonly withTax: boolean
  readonly parts: Parts
}

/** What a credit note took back of the invoice, before gifts; and how often gifts had changed by then. */
export interface Taken {
  readonly parts: Parts
  readonly gifts: readonly Gift[]
  readonly at: number
}

export const added = (a: Parts, b: Parts): Parts => a.map((part, index) => part + (b[index] ?? 0))
export const less = (a: Parts, b: Parts): Parts => a.map((part, index) => part - (b[index] ?? 0))
const noneOf = (parts: Parts): Parts => parts.map(() => 0)

export const billedParts = ({ total, taxes }: Item): Parts => {
  const each = taxes.map(({ tax }) => tax)
  return [total - sum(each), ...each]
}

/** The invoice that a deduction, or what charged it back, came from; any other item itself. */
export const rootOf = ({ state }: BooksCore, index: number): number => {
  let root = index
  for (;;) {
    const deduction = state.deductions.find(({ debit }) => debit === root)
    const resolution = state.resolutions.find(({ note }) => note === root)
    const up = deduction?.invoice ?? resolution?.deduction
    if (up === undefined) return root
    root = up
  }
}

export const liveNotes = ({ state }: BooksCore, invoice: number): readonly Item[] =>
  state.items.filter((item) => item.credits?.invoice === invoice && item.state === 'live')

const appliedOf = (item: Item): Taken => item.credits?.taken ?? { parts: [], gifts: [], at: 0 }

const standingGifts = (books: BooksCore, root: number): readonly Gift[] =>
  books.state.applications.flatMap(({ state, debit, gifts }) =>
    state === 'live' && gifts.length > 0 && rootOf(books, debit) === root
      ? // What is given on a deduction's own item goes off the invoice it came from, without its taxes.
        gifts.map((gift) =>
          debit === root
            ? gift
            : { ...gift, parts: [sum(gift.parts), ...noneOf(billedParts(books.item(root)).slice(1))] },
        )
      : [],
  )

/** What may still be given back of an invoice. */
export const leftOf = (books: BooksCore, root: number): Parts => {
  let left = billedParts(books.item(root))
  for (const note of liveNotes(books, root)) {
    const { parts, gifts } = appliedOf(note)
    left = less(left, parts)
    for (const gift of gifts) left = added(left, gift.parts)
  }
  for (const gift of standingGifts(books, root)) left = less(left, gift.parts)
  return left
}

const creditedOf = (books: BooksCore, root: number): Parts =>
  liveNotes(books, root).reduce((all, note) => added(all, appliedOf(note).parts), noneOf(billedParts(books.item(root))))

/** Whether a credit gives away what it settles: an adjustment, but not one that left the same owed by another item. */
export const isGift = ({ state }: BooksCore, credit: number, isMoved = false): boolean => {
  const item = state.items[credit]
  if (item?.kind !== 'adjustment' || item.reverses !== null || isMoved) return false
  const ofCharge = state.resolutions.some((each) => each.credit === credit && each.note !== null)
  return !ofCharge && !state.deductions.some((each) => each.credit === credit)
}

/** By what is left of net and taxes, as the difference of what all so far comes to. */
const divided = (given: number, left: Parts, gone: Parts): Parts => {
  const weights = less(
    left,
    gone.map((part) => Math.min(0, part)),
  )
  const before = gone.map((part) => Math.max(0, part))
  const all = sum(before) + given
  // What a plain gift that was undone left owing bears no tax.
  const taxed = shares(Math.min(all, Math.max(0, sum(weights))), weights)
  return less(taxed.with(0, (taxed[0] ?? 0) + all - sum(taxed)), before)
}

/** Of a tax all gifts together are between nothing and what is there. */
const withinTaxes = (parts: Parts, whole: Parts, gone: Parts): Parts => {
  const within = parts.map((part, at) => {
    const ends = [0 - (gone[at] ?? 0), (whole[at] ?? 0) - (gone[at] ?? 0)].toSorted((a, b) => a - b)
    return at === 0 ? part : Math.min(Math.max(part, ends[0] ?? 0), ends[1] ?? 0)
  })
  return within.with(0, (within[0] ?? 0) + sum(parts) - sum(within))
}

/** Divides what is given away, each with its tax by what is left of net and taxes; pieces come to the same as the whole. */
export const givenAway = (
  books: BooksCore,
  creditIndex: number,
  { item, amount, discount = 0, writeOff = 0, isMoved = false }: Settling,
): readonly Gift[] => {
  const [credit, debit] = [books.item(creditIndex), books.item(item)]
  const { discountReducesTax, writeOffReducesTax } = books.state.policy
  const adjusted = isGift(books, creditIndex, isMoved) ? amount : 0
  const account = credit.own[0]?.account ?? ''
  const wanted: readonly [Gift['kind'], string, number, boolean][] = [
    ['discount', '4900', discount, discountReducesTax],
    ['write_off', '6100', writeOff, writeOffReducesTax],
    ['adjustment', account, adjusted, writeOffReducesTax && account === '6100'],
  ]
  const none = noneOf(billedParts(debit))
  const isTaxed = debit.taxes.length > 0
  const gone = {
    discounts: isTaxed ? goneWithTax(books, item, true) : none,
    others: isTaxed ? goneWithTax(books, item, false) : none,
  }
  const uncredited = less(billedParts(debit), creditedOf(books, item))
  return wanted.flatMap(([kind, bearer, given, takesTax]): Gift[] => {
    if (given === 0) return []
    const withTax = takesTax && isTaxed
    const plain = { kind, account: bearer, withTax, parts: none.with(0, given) }
    if (!withTax) return [plain]
    const which = kind === 'discount' ? 'discounts' : 'others'
    const parts = isPartly(debit)
      ? withinTaxes(
          kind === 'discount'
            ? divided(given, earningNow(debit), gone.discounts)
            : divided(given, less(uncredited, gone.discounts), gone.others),
          uncredited,
          added(gone.discounts, gone.others),
        )
      : divided(given, uncredited, added(gone.discounts, gone.others))
    gone[which] = added(gone[which], parts)
    return [{ ...plain, parts }]
  })
}

/** By account, an adjustment has charged its own already, and only its tax moves. */
export const borne = (gifts: readonly Gift[]): readonly { readonly account: string; readonly amount: number }[] => {
  const amounts = new Map<string, number>()
  const add = (account: string, amount: number): void => void amounts.set(account, (amounts.get(account) ?? 0) + amount)
  for (const { kind, account, parts } of gifts) if (kind !== 'adjustment') add(account, sum(parts))
  for (const { account, parts } of gifts)
    for (const tax of parts.slice(1)) {
      if (tax === 0) continue
      add('2200', tax)
      add(account, 0 - tax)
    }
  return [...amounts].flatMap(([account, amount]) => (amount === 0 ? [] : [{ account, amount }]))
}

const goneWithTax = (books: BooksCore, item: number, isDiscount: boolean): Parts => {
  const root = rootOf(books, item)
  const counts = ({ withTax, kind }: Gift): boolean => withTax && (kind === 'discount') === isDiscount
  let gone = noneOf(billedParts(books.item(item)))
  for (const gift of standingGifts(books, root)) if (counts(gift)) gone = added(gone, gift.parts)
  for (const note of liveNotes(books, item))
    for (const gift of appliedOf(note).gifts) if (counts(gift)) gone = less(gone, gift.parts)
  return gone
}

/** A gift or its undoing: what is taken back from now on is reckoned anew. */
export const giftsChanged = (books: BooksCore, { debit, gifts }: Pick<Application, 'debit' | 'gifts'>): void => {
  if (gifts.length > 0) books.item(rootOf(books, debit)).giftChanges += 1
}

interface Class {
  readonly gift: Gift
  given: Parts
  since: Parts
}

/**
 * What a credit note takes back of what was given away, by what it takes back of the invoice; of discounts by what it takes
 * back of the lines that earn them.
 */
export const reversed = (
  books: BooksCore,
  root: number,
  { parts: now, isAll }: { readonly parts: Parts; readonly isAll: boolean },
  earning: { readonly left: Parts; readonly isAll: boolean },
): readonly Gift[] => {
  const invoice = books.item(root)
  const none = noneOf(now)
  const classes: Class[] = []
  const classOf = (gift: Gift): Class => {
    const found = classes.find(({ gift: { kind, account, withTax } }) => {
      return kind === gift.kind && account === gift.account && withTax === gift.withTax
    })
    if (found) return found
    const made = { gift, given: none, since: none }
    classes.push(made)
    return made
  }
  for (const gift of standingGifts(books, root)) {
    const one = classOf(gift)
    one.given = added(one.given, gift.parts)
  }
  let left = billedParts(invoice)
  let credited = now
  const netsThen = invoice.lines.map(({ net }) => net)
  for (const note of liveNotes(books, root)) {
    const { parts, gifts, at } = appliedOf(note)
    const { lines = [] } = note.credits ?? {}
    const isBefore = at < invoice.giftChanges
    if (isBefore) left = less(left, parts)
    else credited = added(credited, parts)
    if (isBefore) for (const part of lines) netsThen[part.line] = (netsThen[part.line] ?? 0) - part.net
    for (const gift of gifts) {
      const one = classOf(gift)
      if (isBefore) one.given = less(one.given, gift.parts)
      else one.since = added(one.since, gift.parts)
    }
  }
  const ofAll = { left, credited, isAll }
  const earned = isPartly(invoice) ? earningParts(invoice, { nets: netsThen, taxes: left.slice(1) }) : null
  const ofEarning =
    earned === null ? ofAll : { left: earned, credited: less(earned, earning.left), isAll: earning.isAll }
  const stageOf = ({ gift }: Class): Stage => (gift.kind === 'discount' ? ofEarning : ofAll)
  const due = new Map(
    [...new Set([ofAll, ofEarning])].flatMap((stage) =>
      dueAt(
        classes.filter((one) => stageOf(one) === stage),
        stage,
        none,
      ),
    ),
  )
  const owed = classes.map((one) => due.get(one) ?? none)
  let excess = isAll ? 0 : Math.max(0, sum(owed.map(sum)) - Math.max(0, sum(now)))
  return owed.flatMap((parts, index) => {
    const waits = Math.min(excess, Math.max(0, parts[0] ?? 0))
    excess -= waits
    const back = parts.with(0, (parts[0] ?? 0) - waits)
    const one = classes[index]
    return one && back.some((part) => part !== 0) ? [{ ...one.gift, parts: back }] : []
  })
}

/** Where crediting stands: what was left when gifts last changed, and what was credited since. */
interface Stage {
  readonly left: Parts
  readonly credited: Parts
  readonly isAll: boolean
}

const dueAt = (classes: readonly Class[], stage: Stage, none: Parts): readonly (readonly [Class, Parts])[] => {
  const plain = classes.filter(({ gift }) => !gift.withTax)
  const ofTotal = (whole: number): number => shareOf(whole, sum(stage.credited), sum(stage.left))
  const lumps = plain.map(({ given }) => given[0] ?? 0)
  const rounded =
    stage.isAll || sum(lumps) === 0
      ? lumps.map((lump) => (stage.isAll ? lump : ofTotal(lump)))
      : lumps.some((lump) => lump < 0)
        ? lumps.map(ofTotal)
        : shares(ofTotal(sum(lumps)), lumps)
  return classes.map((one) => {
    const target = one.gift.withTax
      ? one.given.map((part, cell) =>
          stage.isAll ? part : shareOf(part, stage.credited[cell] ?? 0, stage.left[cell] ?? 0),
        )
      : none.with(0, rounded[plain.indexOf(one)] ?? 0)
    return [one, less(target, one.since)]
  })
}

const shareOf = (whole: number, part: number, all: number): number => {
  if (all === 0 || (part !== 0 && part < 0 !== all < 0)) return 0
  return Math.abs(part) >= Math.abs(all) ? whole : half(whole * part * Math.sign(all), Math.abs(all))
}

/** How much of the note's tax bases goes with what is taken back before tax. */
export const basesBack = (
  invoice: Item,
  credited: { readonly net: number; readonly bases: ReadonlyMap<Tax, number> },
  gifts: readonly Gift[],
): readonly number[] =>
  invoice.taxes.map(({ code, base }) =>
    sum(
      gifts.map(({ withTax, parts: [net = 0] }) => {
        if (!withTax) return 0
        const [part, whole] =
          credited.net === 0 ? [base, billedParts(invoice)[0] ?? 0] : [credited.bases.get(code) ?? 0, credited.net]
        return whole === 0 ? 0 : half(net * part * Math.sign(whole), Math.abs(whole))
      }),
    ),
  )
