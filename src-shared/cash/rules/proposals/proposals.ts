import type { CalendarDate } from '../../../domain/dates/calendar.ts'
import type { AmountStyle, MinorUnits } from '../../../domain/amounts/money.ts'
import type { OpenCredit, OpenDebit } from '../../../ledger/rules/settlement/open-debit.ts'
import { fewThatAddUp } from './few-that-add-up.ts'
import { lateDiscount } from './late-discount.ts'
import { inFull, merged } from './draft.ts'
import type { Draft, ProposalLine } from './draft.ts'
import { exactly, expectedOf, needed, payablesOf, withoutDiscount } from './payables.ts'
import type { Payable } from './payables.ts'
import { describeProposal } from './proposal-text.ts'
import type { ProposalPart } from './proposal-text.ts'
import { itemsNamedIn } from './remittance.ts'
import { toleratedDifference } from '../tolerance.ts'
import type { PaymentTolerance } from '../tolerance.ts'

export type Proposal = Draft & {
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

/** What one command takes. */
const LINES_MOST = 2000
const CREDITS_MOST = 500
const NO_TOLERANCE: PaymentTolerance = { percent: 0, most: 0 }

/** The best proposal; without an open item or an amount, one without lines. */
export function proposeApplication(input: ProposalInput): Proposal {
  const [best] = proposals(input)
  const reason = { kind: 'nothing_to_apply' } as const
  return best ?? { lines: [], credits: [], reason, text: describeProposal(reason, input.currency, input.amountStyle) }
}

/**
 * Every distinct way to apply the receipt, best first, for F5 to go through: the exact amount of one item, or of one
 * instalment that is due (of several the one named in the remittance, then the earliest due); the items named in the
 * remittance; the oldest amounts due that add up exactly; several instalments of one item, or its next before its day; the
 * oldest less the customer's credits; a few that add up exactly, whichever they are; one of them but for a difference within
 * tolerance; else the oldest first. One item less a discount that came too late is proposed without it. Instalments are settled in due order and go by their own due dates. A proposal that would leave a difference within tolerance comes
 * twice: with it written off, then with it open. Disputed items come last throughout.
 */
export function proposals(input: ProposalInput): readonly Proposal[] {
  if (input.receiptAmount <= 0) return []
  const { dues, first, later } = payablesOf(input.items, input)
  if (dues.length === 0) return []
  const tolerance = input.tolerance ?? NO_TOLERANCE
  const isNamed = nameTest(dues, input.remittanceText ?? '')
  const namedFirst = (payables: readonly Payable[]): readonly Payable[] => [...payables.filter(isNamed), ...payables]
  const few = fewThatAddUp(input.receiptAmount, dues)
  const drafts = [
    ...exactItem(input.receiptAmount, namedFirst(first)),
    ...namedItems(input.receiptAmount, dues.filter(isNamed), tolerance),
    ...oldestThatAddUp(input.receiptAmount, dues),
    ...exactItem(input.receiptAmount, namedFirst(later)),
    ...lateDiscount(input.receiptAmount, input.receiptDate, namedFirst([...first, ...later])),
    ...lessCredits(input, dues),
    ...few.filter(({ isNoChance }) => isNoChance).map(({ draft }) => draft),
    ...nearItem(input.receiptAmount, namedFirst([...first, ...later]), tolerance),
    ...oldestFirst(input.receiptAmount, dues, tolerance),
    ...few.map(({ draft }) => draft),
  ].filter(({ lines }) => lines.length <= LINES_MOST)
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

function nameTest(payables: readonly Payable[], text: string): (payable: Payable) => boolean {
  const items = [...new Set(payables.map(({ item }) => item))]
  const named = new Set(itemsNamedIn(text, items))
  return ({ item }) => named.has(item)
}

/**
 * The item closed by an amount a little short of it, with its discount, or without one that only the days of grace give and
 * that the clerk may decline; null where the difference is not within tolerance.
 */
function closedShort(payable: Payable, payment: MinorUnits, tolerance: PaymentTolerance): ProposalLine | null {
  const { item, open, discount, isInGrace } = payable
  const most = Math.min(tolerance.most, item.toleranceMost ?? tolerance.most)
  const writeOff = toleratedDifference(open, payment + discount, { ...tolerance, most })
  const isGivable = item.givable === undefined || discount + writeOff <= item.givable
  if (writeOff > 0 && payment > 0 && isGivable) return { itemId: item.itemId, payment, discount, writeOff }
  return isInGrace ? closedShort(withoutDiscount(payable), payment, tolerance) : null
}

/** Which part of an item is meant; null for the whole of it. */
const partOf = ({ item, instalments, dueDate, isDue }: Payable): ProposalPart | null =>
  instalments === 0 || instalments === (item.parts ?? []).length ? null : { instalments, dueDate, isDue }

function exactItem(amount: MinorUnits, payables: readonly Payable[]): readonly Draft[] {
  return payables.flatMap((payable) => {
    const [match] = exactly(amount, [payable]) ?? []
    if (match === undefined) return []
    const { item, discount, isInGrace } = match
    const reason = { kind: 'exact_item', number: item.number, part: partOf(match), discount, isInGrace } as const
    return [{ lines: [inFull(match)], credits: [], reason }]
  })
}

/** The items one by one that the amount would settle but for a difference within tolerance. */
function nearItem(amount: MinorUnits, payables: readonly Payable[], tolerance: PaymentTolerance): readonly Draft[] {
  return payables.flatMap((payable) => {
    const line = closedShort(payable, amount, tolerance)
    if (line === null) return []
    const isInGrace = payable.isInGrace && line.discount > 0
    const of = { number: payable.item.number, part: partOf(payable) }
    return [{ lines: [line], credits: [], reason: { kind: 'near_item', ...of, isInGrace, ...line } as const }]
  })
}

/** @param named what is open of the items named, each instalment by itself */
function namedItems(amount: MinorUnits, named: readonly Payable[], tolerance: PaymentTolerance): readonly Draft[] {
  if (named.length === 0) return []
  const expected = expectedOf(named)
  const exact = exactly(amount, named) ?? exactly(amount, expected)
  const paid = exact === null ? payInOrder(amount, named) : { lines: exact.map(inFull), left: 0 }
  const numbers = [...new Set(named.map(({ item }) => item.number))]
  const short = Math.max(0, needed(exact ?? expected) - amount)
  const reason = { kind: 'named_in_remittance', numbers, short, unapplied: paid.left, writeOff: 0 } as const
  const closed = withLastClosed(paid.lines, named, tolerance)
  // Only where all that is named, or what is due of it, is closed by it.
  const isAll = closed !== null && [named.length, expected.length].includes(closed.lines.length)
  return [
    ...(isAll ? [closed] : []).map(({ lines, writeOff }): Draft => ({
      lines: merged(lines),
      credits: [],
      reason: { ...reason, short: 0, writeOff },
    })),
    { lines: merged(paid.lines), credits: [], reason },
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

/** Each in full while the amount lasts, the last one in part; what is left over stays unapplied. */
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

/** The shortest run from the oldest amount due on that comes to the amount, with discounts or without. */
function prefixThatAddsUp(amount: MinorUnits, payables: readonly Payable[], from: number): readonly Payable[] | null {
  let withDiscounts = 0
  let plain = 0
  for (const [index, { open, discount }] of payables.entries()) {
    withDiscounts += open - discount
    plain += open
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
  const counted = { count: prefix.length, inParts: prefix.some(({ instalments }) => instalments > 0) }
  const reason = { kind: 'oldest_add_up', ...counted, all, discounts, onlyLast } as const
  return [{ lines: merged(prefix.map(inFull)), credits: [], reason }]
}

/** Payers net off credits without saying so: try all of them together, then each alone. */
function lessCredits(
  { receiptAmount: amount, credits = [] }: ProposalInput,
  dues: readonly Payable[],
): readonly Draft[] {
  const usable = credits.filter((credit) => credit.open > 0)
  const all = usable.length > 1 && usable.length <= CREDITS_MOST ? [usable] : []
  return [...all, ...usable.map((credit) => [credit])].flatMap((chosen) => {
    const whole = chosen.reduce((sum, credit) => sum + credit.open, amount)
    const prefix = prefixThatAddsUp(whole, dues, 1)
    if (prefix === null) return []
    const numbers = chosen.map((credit) => credit.number)
    const uses = chosen.map((credit) => ({ itemId: credit.itemId, amount: credit.open }))
    const counted = { count: prefix.length, inParts: prefix.some(({ instalments }) => instalments > 0) }
    const reason = { kind: 'less_credits', ...counted, numbers, credits: whole - amount } as const
    return [{ lines: merged(prefix.map(inFull)), credits: uses, reason }]
  })
}

function oldestFirst(amount: MinorUnits, payables: readonly Payable[], tolerance: PaymentTolerance): readonly Draft[] {
  const { lines, left } = payInOrder(amount, payables)
  const last = payables[lines.length - 1]
  const lastLine = lines.at(-1)
  const inPart = last !== undefined && lastLine !== undefined && lastLine.payment + lastLine.discount < last.open
  const settled = countOf(payables.slice(0, lines.length - (inPart ? 1 : 0)))
  const reason = {
    kind: 'oldest_first',
    ...settled,
    inPart: inPart ? { number: last.item.number, payment: lastLine.payment } : null,
    unapplied: left,
    writeOff: 0,
  } as const
  const closed = withLastClosed(lines, payables, tolerance)
  const plain: Draft = { lines: merged(lines), credits: [], reason }
  if (closed === null) return [plain]
  const all = { ...countOf(payables.slice(0, lines.length)), inPart: null, writeOff: closed.writeOff }
  return [{ lines: merged(closed.lines), credits: [], reason: { ...reason, ...all } }, plain]
}

const countOf = (paid: readonly Payable[]): { readonly settled: number; readonly instalments: number } => {
  const instalments = paid.filter((payable) => payable.instalments > 0).length
  return { settled: paid.length - instalments, instalments }
}
