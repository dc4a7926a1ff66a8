import { allocate, HUNDRED_PERCENT, percentOf, sum } from '../../../domain/amounts/money.ts'
import type { Millionths, MinorUnits } from '../../../domain/amounts/money.ts'

/** A line of an invoice and what credit notes have taken back of it; all of the line's own sign. */
export type CreditableLine = {
  readonly lineNo: number
  readonly quantity: Millionths
  readonly net: MinorUnits
  /** The line's share of the document's discount. */
  readonly documentDiscount: MinorUnits
  readonly taxCodeId: number | null
  /** The taxes of its code: each is charged on so much of the net, in millionths of a percent; more than 100 on earlier taxes. */
  readonly taxes: readonly { readonly taxCodeId: number; readonly chargedOn: Millionths }[]
  readonly creditedQuantity: Millionths
  readonly creditedNet: MinorUnits
  readonly creditedDiscount: MinorUnits
  /** Whether it earns the document's early payment discount; left out, it does. */
  readonly earnsDiscount?: boolean
  /** What of `creditedNet` was taken back when a reduction was last given or undone; left out, none. */
  readonly creditedNetThen?: MinorUnits
}

export type CreditableTax = {
  readonly taxCodeId: number
  readonly rate: Millionths
  readonly base: MinorUnits
  readonly tax: MinorUnits
  readonly creditedBase: MinorUnits
  readonly creditedTax: MinorUnits
}

/** How much of which line; the quantity has the sign of the invoice's line. */
export type WantedCredit = { readonly lineNo: number; readonly quantity: Millionths }

export type CreditedLine = {
  readonly lineNo: number
  readonly quantity: Millionths
  readonly net: MinorUnits
  readonly documentDiscount: MinorUnits
}

export type CreditedTax = Pick<CreditableTax, 'taxCodeId' | 'rate' | 'base' | 'tax'>

export type Credit = { readonly lines: readonly CreditedLine[]; readonly taxes: readonly CreditedTax[] }

/** Why lines cannot be credited so. `left` is in the line's own sign. */
export type CreditRefusal =
  | { readonly code: 'line_not_found'; readonly lineNo: number }
  | { readonly code: 'exceeds_uncredited'; readonly lineNo: number; readonly left: Millionths }
  | { readonly code: 'nothing_to_credit' }

export type CreditDecision =
  { readonly ok: true; readonly credit: Credit } | { readonly ok: false; readonly refusal: CreditRefusal }

/**
 * What a credit note for parts of an invoice says, in the invoice's own signs. However an invoice is credited piece by
 * piece, the pieces of a line add up to the line and the taxes to the taxes, to the cent.
 * @param wanted null takes back everything that is left
 */
export function decideCredit(
  lines: readonly CreditableLine[],
  taxes: readonly CreditableTax[],
  wanted: readonly WantedCredit[] | null,
): CreditDecision {
  const quantities = wanted === null ? everythingLeft(lines) : perLine(wanted)
  for (const [lineNo, quantity] of quantities) {
    const refusal = refusalOf(lines, lineNo, quantity)
    if (refusal) return { ok: false, refusal }
  }
  if (quantities.size === 0) return { ok: false, refusal: { code: 'nothing_to_credit' } }
  const credited = lines.flatMap((line) => {
    const quantity = quantities.get(line.lineNo)
    return quantity === undefined ? [] : [creditOfLine(line, quantity)]
  })
  return { ok: true, credit: { lines: credited, taxes: creditedTaxes(lines, taxes, credited) } }
}

/** Lines and taxes together, in the invoice's own sign. */
export const creditTotal = ({ lines, taxes }: Credit): MinorUnits =>
  sum([...lines.map(({ net }) => net), ...taxes.map(({ tax }) => tax)])

const leftOf = (line: CreditableLine): Millionths => line.quantity - line.creditedQuantity

const everythingLeft = (lines: readonly CreditableLine[]): ReadonlyMap<number, Millionths> =>
  new Map(lines.filter((line) => leftOf(line) !== 0).map((line) => [line.lineNo, leftOf(line)]))

const perLine = (wanted: readonly WantedCredit[]): ReadonlyMap<number, Millionths> => {
  const quantities = new Map<number, Millionths>()
  for (const { lineNo, quantity } of wanted) quantities.set(lineNo, (quantities.get(lineNo) ?? 0) + quantity)
  return quantities
}

/** Whether so much of a line can be credited: some of what is left, with its sign. */
export const isWithinLeft = (quantity: Millionths, left: Millionths): boolean =>
  quantity !== 0 && quantity < 0 === left < 0 && Math.abs(quantity) <= Math.abs(left)

const refusalOf = (
  lines: readonly CreditableLine[],
  lineNo: number,
  quantity: Millionths,
): CreditRefusal | undefined => {
  const line = lines.find((candidate) => candidate.lineNo === lineNo)
  if (!line) return { code: 'line_not_found', lineNo }
  return isWithinLeft(quantity, leftOf(line)) ? undefined : { code: 'exceeds_uncredited', lineNo, left: leftOf(line) }
}

/** The part of a whole that has been reached, rounded half away from zero; the last step takes what is left. */
const reached = (whole: MinorUnits, part: number, all: number): MinorUnits =>
  part === all ? whole : (allocate(whole, [part, all - part])[0] ?? 0)

const creditOfLine = (line: CreditableLine, quantity: Millionths): CreditedLine => {
  const part = line.creditedQuantity + quantity
  return {
    lineNo: line.lineNo,
    quantity,
    net: reached(line.net, part, line.quantity) - line.creditedNet,
    documentDiscount: reached(line.documentDiscount, part, line.quantity) - line.creditedDiscount,
  }
}

const creditedTaxes = (
  lines: readonly CreditableLine[],
  taxes: readonly CreditableTax[],
  credited: readonly CreditedLine[],
): readonly CreditedTax[] =>
  taxes.flatMap((tax) => {
    const ofCode = lines.filter((line) => line.taxes.some(({ taxCodeId }) => taxCodeId === tax.taxCodeId))
    const now = credited.filter(({ lineNo }) => ofCode.some((line) => line.lineNo === lineNo))
    if (now.length === 0) return []
    const isLast = ofCode.every(
      (line) => leftOf(line) === (now.find(({ lineNo }) => lineNo === line.lineNo)?.quantity ?? 0),
    )
    const base = isLast ? tax.base - tax.creditedBase : baseOfNow(tax, ofCode, now)
    const whole = isLast ? tax.tax : taxReached(tax, tax.creditedBase + base)
    return [{ taxCodeId: tax.taxCodeId, rate: tax.rate, base, tax: whole - tax.creditedTax }]
  })

/**
 * What the tax was charged on of the lines credited now. Earlier taxes are in it where it was charged on them: of the lines'
 * running totals, so that pieces come to the same as the whole.
 */
const baseOfNow = (tax: CreditableTax, lines: readonly CreditableLine[], now: readonly CreditedLine[]): MinorUnits => {
  const charged = lines.map((line) => {
    const net = now.find(({ lineNo }) => lineNo === line.lineNo)?.net ?? 0
    const on = line.taxes.find(({ taxCodeId }) => taxCodeId === tax.taxCodeId)?.chargedOn ?? HUNDRED_PERCENT
    return { net, on, creditedNet: line.creditedNet }
  })
  if (charged.every(({ on }) => on === HUNDRED_PERCENT)) return sum(charged.map(({ net }) => net))
  return sum([...charged.map(({ net, on, creditedNet }) => percentOf(creditedNet + net, on)), 0 - tax.creditedBase])
}

/** In proportion to the base; by the rate while lines of opposite sign take the base beyond the document's. */
const taxReached = ({ base, tax, rate }: CreditableTax, baseReached: MinorUnits): MinorUnits =>
  baseReached >= Math.min(base, 0) && baseReached <= Math.max(base, 0) && base !== 0
    ? reached(tax, baseReached, base)
    : percentOf(baseReached, rate)
