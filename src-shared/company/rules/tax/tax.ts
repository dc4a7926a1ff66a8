import { allocateExactly } from '../../../domain/amounts/allocation.ts'
import { allocate, HUNDRED_PERCENT, percentOf, sum } from '../../../domain/amounts/money.ts'
import type { Millionths, MinorUnits } from '../../../domain/amounts/money.ts'
import { coefficients, rounded, taxesOn, taxesWithin } from './tax-code.ts'
import type { CodeTax } from './tax-code.ts'

export type TaxRounding = 'line' | 'document'

/** What a line's amount, taxes and net come to: net + taxes = gross. */
export type TaxedLine = {
  readonly net: MinorUnits
  /** One for each tax of the line's code, in its order. */
  readonly taxes: readonly MinorUnits[]
}

/** A line to be taxed: its amount, with tax or without, and the taxes of its code. `key` tells one tax from another. */
export type LineToTax = {
  readonly amount: MinorUnits
  readonly taxes: readonly (CodeTax & { readonly key: string })[]
}

/**
 * Taxes the lines of a document. Rounded per line, each line stands for itself. Rounded per document, each tax is rounded
 * once for all lines that it is charged on, whatever their codes, and shared out among them by what each bears of it,
 * exactly, and the largest remainders, so that the lines add up to it. Amounts in minor units.
 */
export function taxLines(
  lines: readonly LineToTax[],
  includesTax: boolean,
  rounding: TaxRounding,
): readonly TaxedLine[] {
  if (rounding === 'document') return includesTax ? taxWithinDocument(lines) : taxOnDocument(lines)
  return lines.map(({ amount, taxes }) => {
    const found = includesTax ? taxesWithin(amount, taxes) : taxesOn(amount, taxes)
    return { net: includesTax ? lessTaxes(amount, found) : amount, taxes: found }
  })
}

const lessTaxes = (amount: MinorUnits, taxes: readonly MinorUnits[]): MinorUnits =>
  sum([amount, ...taxes.map((tax) => 0 - tax)])

type Place = { readonly line: number; readonly tax: number }

/**
 * The taxes that are rounded together, in an order in which those they are charged on come first: whatever is charged on
 * the net alone, then what is charged on earlier taxes, by its place in the code.
 */
function roundedTogether(lines: readonly LineToTax[]): readonly (readonly Place[])[] {
  const groups = new Map<string, { readonly pass: number; readonly places: Place[] }>()
  lines.forEach(({ taxes }, line) =>
    taxes.forEach(({ key, rate, onEarlier }, tax) => {
      const pass = onEarlier ? tax : 0
      const name = JSON.stringify([pass, key, rate])
      const group = groups.get(name)
      if (group === undefined) groups.set(name, { pass, places: [{ line, tax }] })
      else group.places.push({ line, tax })
    }),
  )
  return [...groups.values()].toSorted((a, b) => a.pass - b.pass).map(({ places }) => places)
}

function taxOnDocument(lines: readonly LineToTax[]): readonly TaxedLine[] {
  const found = lines.map(({ taxes }) => taxes.map(() => 0))
  for (const places of roundedTogether(lines)) {
    const bases = places.map(({ line, tax }) => {
      const { amount = 0, taxes = [] } = lines[line] ?? {}
      return taxes[tax]?.onEarlier ? sum([amount, ...(found[line] ?? []).slice(0, tax)]) : amount
    })
    const rate = rateAt(lines, places)
    const total = percentOf(sum(bases), rate)
    allocateExactly(total, exactOf(bases, rate), WHOLE).forEach((share, index) => put(found, places[index], share))
  }
  return lines.map(({ amount }, index) => ({ net: amount, taxes: found[index] ?? [] }))
}

const WHOLE = BigInt(HUNDRED_PERCENT)

const exactOf = (bases: readonly MinorUnits[], rate: Millionths): readonly bigint[] =>
  bases.map((base) => BigInt(base) * BigInt(rate))

const rateAt = (lines: readonly LineToTax[], [first]: readonly Place[]): Millionths =>
  first === undefined ? 0 : (lines[first.line]?.taxes[first.tax]?.rate ?? 0)

const put = (found: readonly MinorUnits[][], place: Place | undefined, share: MinorUnits): void => {
  const taxes = place === undefined ? undefined : found[place.line]
  if (place !== undefined && taxes !== undefined) taxes[place.tax] = share
}

function taxWithinDocument(lines: readonly LineToTax[]): readonly TaxedLine[] {
  const found = lines.map(({ taxes }) => taxes.map(() => 0))
  const { ownTaxes, shared } = sameTaxesTogether(lines)
  for (const indexes of ownTaxes) {
    const amounts = indexes.map((index) => lines[index]?.amount ?? 0)
    const taxes = lines[indexes[0] ?? 0]?.taxes ?? []
    taxesWithin(sum(amounts), taxes).forEach((total, tax) => {
      const { parts, denominator } = sameDenominator(indexes.map((index) => exactWithin(lines[index], tax)))
      allocateExactly(total, parts, denominator).forEach((share, index) =>
        put(found, { line: indexes[index] ?? 0, tax }, share),
      )
    })
  }
  for (const places of roundedTogether(shared.map((index) => lines[index] ?? { amount: 0, taxes: [] }))) {
    const at = places.map(({ line, tax }) => ({ line: shared[line] ?? 0, tax }))
    const { parts, denominator } = sameDenominator(at.map(({ line, tax }) => exactWithin(lines[line], tax)))
    const total = rounded(
      parts.reduce((all, part) => all + part, 0n),
      denominator,
    )
    allocateExactly(Number(total), parts, denominator).forEach((share, index) => put(found, at[index], share))
  }
  return lines.map(({ amount }, index) => ({ net: lessTaxes(amount, found[index] ?? []), taxes: found[index] ?? [] }))
}

type Fraction = { readonly over: bigint; readonly under: bigint }

/** What a tax is exactly of an amount that includes it. */
function exactWithin(line: LineToTax | undefined, tax: number): Fraction {
  const { whole, parts } = coefficients(line?.taxes ?? [])
  return { over: BigInt(line?.amount ?? 0) * (parts[tax] ?? 0n), under: parts.reduce((all, part) => all + part, whole) }
}

function sameDenominator(exact: readonly Fraction[]): {
  readonly parts: readonly bigint[]
  readonly denominator: bigint
} {
  const denominator = [...new Set(exact.map(({ under }) => under))].reduce((product, under) => product * under, 1n)
  return { parts: exact.map(({ over, under }) => over * (denominator / under)), denominator }
}

type Together = {
  /** Lines of one code whose taxes no other code on the document charges. */
  readonly ownTaxes: readonly (readonly number[])[]
  readonly shared: readonly number[]
}

/** Lines of the same taxes divide one amount exactly; a tax that several codes charge is rounded over all of them. */
function sameTaxesTogether(lines: readonly LineToTax[]): Together {
  const byCode = new Map<string, number[]>()
  lines.forEach(({ taxes }, index) => {
    const name = JSON.stringify(taxes.map(({ key, rate, onEarlier }) => [key, rate, onEarlier]))
    const group = byCode.get(name)
    if (group === undefined) byCode.set(name, [index])
    else group.push(index)
  })
  const groups = [...byCode.values()]
  const keysOf = (group: readonly number[]) =>
    (lines[group[0] ?? 0]?.taxes ?? []).map(({ key, rate }) => `${rate} ${key}`)
  const isShared = (group: readonly number[]): boolean => {
    const own = new Set(keysOf(group))
    return groups.some((other) => other !== group && keysOf(other).some((key) => own.has(key)))
  }
  return { ownTaxes: groups.filter((group) => !isShared(group)), shared: groups.filter(isShared).flat() }
}

/** How an early payment discount divides between revenue and the taxes it reduces. */
export type DiscountSplit = { readonly revenue: MinorUnits; readonly taxes: readonly MinorUnits[] }

/**
 * Divides a discount between the net and the taxes of the document it is taken on, in their proportion, so that the
 * parts add up to it: 23.60 on 200.00 + 36.00 is 20.00 revenue and 3.60 tax. Where the company's setting says that a
 * discount leaves tax alone, all of it is revenue.
 */
export function splitDiscount(
  discount: MinorUnits,
  document: { readonly net: MinorUnits; readonly taxes: readonly MinorUnits[] },
  reducesTax: boolean,
): DiscountSplit {
  if (!reducesTax) return { revenue: discount, taxes: document.taxes.map(() => 0) }
  const [revenue = 0, ...taxes] = allocate(discount, [document.net, ...document.taxes])
  return { revenue, taxes }
}
