import type { Tax, TaxCode } from './item.ts'
import { half, total as sum } from './rounding.ts'

/** What a code charges, in order: thousandths of the net, or of the net and the taxes before. */
interface Charge {
  readonly tax: Tax
  readonly thousandths: number
  readonly onEarlier: boolean
}

const STD: Charge = { tax: 'STD', thousandths: 100, onEarlier: false }
const RED: Charge = { tax: 'RED', thousandths: 75, onEarlier: false }
const CHARGES: Readonly<Record<TaxCode, readonly Charge[]>> = {
  STD: [STD],
  RED: [RED],
  BOTH: [STD, { ...RED, onEarlier: true }],
}

export const chargesOf = (code: TaxCode | null): readonly Charge[] => (code === null ? [] : CHARGES[code])

/** How many thousandths of the net a tax of a code is charged on. */
export const chargedOn = (code: TaxCode | null, tax: Tax): number =>
  code === 'BOTH' && tax === 'RED' ? 1000 + STD.thousandths : 1000

export interface TaxedLine {
  readonly net: number
  readonly code: TaxCode | null
  readonly taxes: readonly number[]
}

/** Of ten thousand of net: the taxes, and all of it with them. */
const parts = (code: TaxCode | null): { readonly each: readonly number[]; readonly gross: number } => {
  const each: number[] = []
  for (const { thousandths, onEarlier } of chargesOf(code))
    each.push(((onEarlier ? 10_000 + sum(each) : 10_000) * thousandths) / 1000)
  return { each, gross: 10_000 + sum(each) }
}

const taxesOn = (net: number, code: TaxCode | null): readonly number[] => {
  const found: number[] = []
  for (const { thousandths, onEarlier } of chargesOf(code))
    found.push(half((onEarlier ? net + sum(found) : net) * thousandths, 1000))
  return found
}

/** Those of the net that comes to it, by trying; each its exact part where none does. */
const taxesWithin = (gross: number, code: TaxCode | null): readonly number[] => {
  const { each, gross: whole } = parts(code)
  const size = Math.abs(gross)
  const near = Math.floor((size * 10_000) / whole)
  const nets = Array.from({ length: 13 }, (_, index) => near - 6 + index)
  const net = nets.find((candidate) => candidate >= 0 && candidate + sum(taxesOn(candidate, code)) === size)
  const found = net === undefined ? each.map((part) => half(size * part, whole)) : taxesOn(net, code)
  return gross < 0 ? found.map((tax) => 0 - tax) : found
}

/** Each bears what it bears exactly, less than one more or less; the largest rests take what is left over. */
const exactShares = (whole: number, bearing: readonly number[], of: number): readonly number[] => {
  const found = bearing.map((part) => Math.trunc(part / of))
  const way = Math.sign(whole - sum(found))
  const turns = bearing
    .map((part, index) => ({ index, rest: way * (part - (found[index] ?? 0) * of) }))
    .filter(({ index }) => bearing[index] !== 0)
    .toSorted((a, b) => b.rest - a.rest)
  for (let turn = 0; sum(found) !== whole && turns.length > 0; turn += 1) {
    const index = turns[turn % turns.length]?.index ?? 0
    found[index] = (found[index] ?? 0) + way
  }
  return found
}

interface Entered {
  readonly amount: number
  readonly code: TaxCode | null
}

export const taxLines = (
  lines: readonly Entered[],
  inclusive: boolean,
  rounding: 'line' | 'document',
): readonly TaxedLine[] => {
  const found = rounding === 'line' ? byLine(lines, inclusive) : byDocument(lines, inclusive)
  return lines.map(({ amount, code }, index) => {
    const taxes = found[index] ?? []
    return { net: inclusive ? amount - sum(taxes) : amount, code, taxes }
  })
}

const byLine = (lines: readonly Entered[], inclusive: boolean) =>
  lines.map(({ amount, code }) => (inclusive ? taxesWithin(amount, code) : taxesOn(amount, code)))

/** First what is charged on the net alone, of all lines that bear it; then what is charged on that. */
const byDocument = (lines: readonly Entered[], inclusive: boolean): readonly (readonly number[])[] => {
  const found = lines.map(({ code }) => chargesOf(code).map(() => 0))
  const codes = new Set(lines.map(({ code }) => code))
  const areShared = codes.has('BOTH') && (codes.has('STD') || codes.has('RED'))
  const places = lines.flatMap(({ code }, line) => chargesOf(code).map((charge, at) => ({ ...charge, line, at, code })))
  const groups = [
    places.filter(({ tax }) => tax === 'STD'),
    places.filter(({ tax, onEarlier }) => tax === 'RED' && !onEarlier),
    places.filter(({ onEarlier }) => onEarlier),
  ]
  for (const group of groups) {
    const [first] = group
    if (first === undefined) continue
    const amounts = group.map(({ line }) => lines[line]?.amount ?? 0)
    const put = (all: number, exact: readonly number[], of: number): void =>
      exactShares(all, exact, of).forEach((share, index) => {
        const place = group[index]
        const taxes = place && found[place.line]
        if (place && taxes) taxes[place.at] = share
      })
    if (!inclusive) {
      const bases = group.map(({ line, at, onEarlier }, index) => {
        return (amounts[index] ?? 0) + (onEarlier ? sum((found[line] ?? []).slice(0, at)) : 0)
      })
      put(
        half(sum(bases) * first.thousandths, 1000),
        bases.map((base) => base * first.thousandths),
        1000,
      )
    } else if (areShared) {
      // Of each amount so many of a common number of parts: 1100 x 1075 x 11825.
      const common = 1100 * 1075 * 11_825
      const exact = group.map(({ code, at }, index) => {
        const { each, gross } = parts(code)
        return (amounts[index] ?? 0) * (((each[at] ?? 0) * common) / gross)
      })
      put(half(sum(exact), common), exact, common)
    } else {
      const { each, gross } = parts(first.code)
      const exact = amounts.map((amount) => amount * (each[first.at] ?? 0))
      put(taxesWithin(sum(amounts), first.code)[first.at] ?? 0, exact, gross)
    }
  }
  return found
}
