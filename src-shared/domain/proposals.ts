import type { CalendarDate } from './calendar.ts'
import type { AmountStyle, MinorUnits } from './money.ts'
import { discountOn, inSettlementOrder } from './open-debit.ts'
import type { OpenCredit, OpenDebit } from './open-debit.ts'
import { describeProposal } from './proposal-text.ts'
import type { ProposalReason } from './proposal-text.ts'
import { itemsNamedIn } from './remittance.ts'
import { toleratedDifference } from './tolerance.ts'
import type { PaymentTolerance } from './tolerance.ts'

/** The discount is taken only with the payment that settles its item: a payment on account earns none. */
export type ProposalLine = {
  readonly itemId: number
  readonly payment: MinorUnits
  readonly discount: MinorUnits
  /** The difference left, where it is within tolerance; it closes the item. */
  readonly writeOff: MinorUnits
}

export type CreditUse = { readonly itemId: number; readonly amount: MinorUnits }

/** Payments add up to what is used of the receipt plus the credits used. */
export type Proposal = {
  readonly lines: readonly ProposalLine[]
  readonly credits: readonly CreditUse[]
  readonly reason: ProposalReason
  /** The reason as the clerk reads it. */
  readonly text: string
}

export type ProposalInput = {
  readonly receiptAmount: MinorUnits
  readonly receiptDate: CalendarDate
  readonly currency: string
  /** Open debit items of the customer; order does not matter. */
  readonly items: readonly OpenDebit[]
  /** Open credits of the customer that may be used up with the receipt. */
  readonly credits?: readonly OpenCredit[]
  readonly remittanceText?: string
  readonly graceDays: number
  /** Differences up to this are proposed as a write-off; none without it. */
  readonly tolerance?: PaymentTolerance
  readonly amountStyle?: AmountStyle
}

type Draft = Omit<Proposal, 'text'>
const NO_TOLERANCE: PaymentTolerance = { percent: 0, most: 0 }

/** An item with the discount this receipt would earn on it. */
type Payable = { readonly item: OpenDebit; readonly discount: MinorUnits; readonly isInGrace: boolean }

function payableOn(item: OpenDebit, input: ProposalInput): Payable {
  const discount = discountOn(item, input.receiptDate, input)
  const isLate = item.discountUntil !== null && input.receiptDate > item.discountUntil
  return { item, discount, isInGrace: discount > 0 && isLate }
}

/** The best proposal; without an open item or an amount, one without lines. */
export function proposeApplication(input: ProposalInput): Proposal {
  const [best] = proposals(input)
  const reason = { kind: 'nothing_to_apply' } as const
  return best ?? { lines: [], credits: [], reason, text: describeProposal(reason, input.currency, input.amountStyle) }
}

/**
 * Every distinct way to apply the receipt, best first, for F5 to go through: the exact amount of one item (of several
 * the one named in the remittance, then the earliest due); the items named in the remittance; the oldest items that add
 * up exactly, alone or less the customer's credits; one item but for a difference within tolerance; else the oldest
 * first. A proposal that would leave a difference within tolerance comes twice: with it written off, then with it open.
 * Disputed items come last throughout.
 */
export function proposals(input: ProposalInput): readonly Proposal[] {
  if (input.receiptAmount <= 0) return []
  const payables = inSettlementOrder(input.items)
    .filter((item) => item.open > 0)
    .map((item) => payableOn(item, input))
  if (payables.length === 0) return []
  const tolerance = input.tolerance ?? NO_TOLERANCE
  const named = payablesNamed(payables, input.remittanceText ?? '')
  const drafts = [
    ...exactItem(input.receiptAmount, [...named, ...payables]),
    ...namedItems(input.receiptAmount, named, tolerance),
    ...oldestThatAddUp(input.receiptAmount, payables),
    ...lessCredits(input.receiptAmount, payables, input.credits ?? []),
    ...nearItem(input.receiptAmount, [...named, ...payables], tolerance),
    ...oldestFirst(input.receiptAmount, payables, tolerance),
  ]
  return distinct(drafts).map((draft) => ({
    ...draft,
    text: describeProposal(draft.reason, input.currency, input.amountStyle),
  }))
}

function distinct(drafts: readonly Draft[]): readonly Draft[] {
  const byEffect = new Map<string, Draft>()
  for (const draft of drafts) {
    const effect = JSON.stringify([draft.lines.toSorted((a, b) => a.itemId - b.itemId), draft.credits])
    if (!byEffect.has(effect)) byEffect.set(effect, draft)
  }
  return [...byEffect.values()]
}

function payablesNamed(payables: readonly Payable[], text: string): readonly Payable[] {
  const named = new Set(
    itemsNamedIn(
      text,
      payables.map(({ item }) => item),
    ),
  )
  return payables.filter(({ item }) => named.has(item))
}

const inFull = ({ item, discount }: Payable): ProposalLine => ({
  itemId: item.itemId,
  payment: item.open - discount,
  discount,
  writeOff: 0,
})

/**
 * The item closed by an amount a little short of it, with its discount, or without one that only the days of grace give and
 * that the clerk may decline; null where the difference is not within tolerance.
 */
function closedShort(payable: Payable, payment: MinorUnits, tolerance: PaymentTolerance): ProposalLine | null {
  const { item, discount, isInGrace } = payable
  const writeOff = toleratedDifference(item.open, payment + discount, tolerance)
  if (writeOff > 0 && payment > 0) return { itemId: item.itemId, payment, discount, writeOff }
  return isInGrace ? closedShort(withoutDiscount(payable), payment, tolerance) : null
}

const withoutDiscount = ({ item }: Payable): Payable => ({ item, discount: 0, isInGrace: false })

const needed = (payables: readonly Payable[]): MinorUnits =>
  payables.reduce((sum, { item, discount }) => sum + item.open - discount, 0)

/** All items with the discounts they earn, or all without, whichever comes to the amount; null when neither does. */
function exactly(amount: MinorUnits, payables: readonly Payable[]): readonly Payable[] | null {
  if (needed(payables) === amount) return payables
  const plain = payables.map(withoutDiscount)
  return needed(plain) === amount ? plain : null
}

function exactItem(amount: MinorUnits, payables: readonly Payable[]): readonly Draft[] {
  return payables.flatMap((payable) => {
    const [match] = exactly(amount, [payable]) ?? []
    if (match === undefined) return []
    const { item, discount, isInGrace } = match
    const reason = { kind: 'exact_item', number: item.number, discount, isInGrace } as const
    return [{ lines: [inFull(match)], credits: [], reason }]
  })
}

/** The items one by one that the amount would settle but for a difference within tolerance. */
function nearItem(amount: MinorUnits, payables: readonly Payable[], tolerance: PaymentTolerance): readonly Draft[] {
  return payables.flatMap((payable) => {
    const line = closedShort(payable, amount, tolerance)
    if (line === null) return []
    const { item } = payable
    const isInGrace = payable.isInGrace && line.discount > 0
    return [
      { lines: [line], credits: [], reason: { kind: 'near_item', number: item.number, isInGrace, ...line } as const },
    ]
  })
}

function namedItems(amount: MinorUnits, named: readonly Payable[], tolerance: PaymentTolerance): readonly Draft[] {
  if (named.length === 0) return []
  const exact = exactly(amount, named)
  const paid = exact === null ? payInOrder(amount, named) : { lines: exact.map(inFull), left: 0 }
  const numbers = named.map(({ item }) => item.number)
  const short = Math.max(0, needed(exact ?? named) - amount)
  const reason = { kind: 'named_in_remittance', numbers, short, unapplied: paid.left, writeOff: 0 } as const
  const closed = withLastClosed(paid.lines, named, tolerance)
  // Only where all that is named is closed by it.
  const whole = closed !== null && closed.lines.length === named.length ? [closed] : []
  return [
    ...whole.map(({ lines, writeOff }): Draft => ({ lines, credits: [], reason: { ...reason, short: 0, writeOff } })),
    { lines: paid.lines, credits: [], reason },
  ]
}

type Closed = { readonly lines: readonly ProposalLine[]; readonly writeOff: MinorUnits }

/** The lines with the last, paid in part, closed by a write-off within tolerance; null where there is none to close. */
function withLastClosed(
  lines: readonly ProposalLine[],
  payables: readonly Payable[],
  tolerance: PaymentTolerance,
): Closed | null {
  const last = lines.at(-1)
  const payable = payables[lines.length - 1]
  const closed = last === undefined || payable === undefined ? null : closedShort(payable, last.payment, tolerance)
  return closed === null ? null : { lines: [...lines.slice(0, -1), closed], writeOff: closed.writeOff }
}

/** Each item in full while the amount lasts, the last one in part; what is left over stays unapplied. */
function payInOrder(
  amount: MinorUnits,
  payables: readonly Payable[],
): { readonly lines: readonly ProposalLine[]; readonly left: MinorUnits } {
  const lines: ProposalLine[] = []
  let left = amount
  for (const payable of payables) {
    if (left === 0) break
    const full = inFull(payable)
    const line = full.payment <= left ? full : { itemId: full.itemId, payment: left, discount: 0, writeOff: 0 }
    lines.push(line)
    left -= line.payment
  }
  return { lines, left }
}

/** The shortest run of two or more items from the oldest on that comes to the amount, with discounts or without. */
function prefixThatAddsUp(amount: MinorUnits, payables: readonly Payable[], from: number): readonly Payable[] | null {
  let withDiscounts = 0
  let plain = 0
  for (const [index, { item, discount }] of payables.entries()) {
    withDiscounts += item.open - discount
    plain += item.open
    if (withDiscounts > amount) return null
    if (index + 1 < from) continue
    if (withDiscounts === amount) return payables.slice(0, index + 1)
    if (plain === amount) return payables.slice(0, index + 1).map(withoutDiscount)
  }
  return null
}

function oldestThatAddUp(amount: MinorUnits, payables: readonly Payable[]): readonly Draft[] {
  const prefix = prefixThatAddsUp(amount, payables, 2)
  if (prefix === null) return []
  const discounts = prefix.reduce((sum, { discount }) => sum + discount, 0)
  const onlyLast = discounts > 0 && discounts === prefix.at(-1)?.discount
  const all = prefix.length === payables.length
  const reason = { kind: 'oldest_add_up', count: prefix.length, all, discounts, onlyLast } as const
  return [{ lines: prefix.map(inFull), credits: [], reason }]
}

/** Payers net off credits without saying so: try all of them together, then each alone. */
function lessCredits(
  amount: MinorUnits,
  payables: readonly Payable[],
  credits: readonly OpenCredit[],
): readonly Draft[] {
  const usable = credits.filter((credit) => credit.open > 0)
  const choices = usable.length > 1 ? [usable, ...usable.map((credit) => [credit])] : usable.map((credit) => [credit])
  return choices.flatMap((chosen) => {
    const whole = chosen.reduce((sum, credit) => sum + credit.open, amount)
    const prefix = prefixThatAddsUp(whole, payables, 1)
    if (prefix === null) return []
    const numbers = chosen.map((credit) => credit.number)
    const uses = chosen.map((credit) => ({ itemId: credit.itemId, amount: credit.open }))
    const reason = { kind: 'less_credits', count: prefix.length, numbers, credits: whole - amount } as const
    return [{ lines: prefix.map(inFull), credits: uses, reason }]
  })
}

function oldestFirst(amount: MinorUnits, payables: readonly Payable[], tolerance: PaymentTolerance): readonly Draft[] {
  const { lines, left } = payInOrder(amount, payables)
  const last = payables[lines.length - 1]
  const lastLine = lines.at(-1)
  const inPart = last !== undefined && lastLine !== undefined && lastLine.payment + lastLine.discount < last.item.open
  const reason = {
    kind: 'oldest_first',
    settled: lines.length - (inPart ? 1 : 0),
    inPart: inPart ? { number: last.item.number, payment: lastLine.payment } : null,
    unapplied: left,
    writeOff: 0,
  } as const
  const closed = withLastClosed(lines, payables, tolerance)
  const plain: Draft = { lines, credits: [], reason }
  if (closed === null) return [plain]
  const settled = { settled: lines.length, inPart: null, writeOff: closed.writeOff }
  return [{ lines: closed.lines, credits: [], reason: { ...reason, ...settled } }, plain]
}
