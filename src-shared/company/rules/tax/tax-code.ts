import { HUNDRED_PERCENT, percentOf, percentWithin, sum } from '../../../domain/amounts/money.ts'
import type { Millionths, MinorUnits } from '../../../domain/amounts/money.ts'

/** One of the taxes that a tax code charges, in the law's order. */
export type CodeTax = {
  /** Percentage in millionths: 15 percent is 15000000. */
  readonly rate: Millionths
  /** Charged on the taxes before it as well as on the net, as Quebec's sales tax was until 2012. */
  readonly onEarlier: boolean
}

/** Why taxes cannot make up one code; `path` is the field. */
export type CodeProblem = {
  readonly kind: 'too_few' | 'twice' | 'first_on_earlier' | 'over_hundred'
  readonly path: string
}

/** The first thing that keeps taxes from being one code. `key` tells one tax from another. */
export function problemOfCode(taxes: readonly (CodeTax & { readonly key: string })[]): CodeProblem | null {
  if (taxes.length < 2) return { kind: 'too_few', path: 'taxes' }
  const twice = taxes.findIndex(({ key }, index) => taxes.findIndex((tax) => tax.key === key) < index)
  if (twice >= 0) return { kind: 'twice', path: `taxes.${twice}.taxCodeId` }
  if (taxes[0]?.onEarlier === true) return { kind: 'first_on_earlier', path: 'taxes.0.onEarlier' }
  return combinedRate(taxes) > HUNDRED_PERCENT ? { kind: 'over_hundred', path: 'taxes' } : null
}

export function describeCodeProblem({ kind }: CodeProblem): string {
  switch (kind) {
    case 'too_few':
      return 'it needs two taxes or more; for one, add a code with its rate'
    case 'twice':
      return 'the same tax is in it twice; leave one out'
    case 'first_on_earlier':
      return 'no tax comes before the first; let it be charged on the net alone'
    case 'over_hundred':
      return 'together its taxes come to more than 100%'
  }
}

const WHOLE = BigInt(HUNDRED_PERCENT)

/** The percentage of the net that each tax is charged on, in millionths: 100 percent, or more on earlier taxes. */
export function chargedOn(taxes: readonly CodeTax[]): readonly Millionths[] {
  const { whole, parts } = coefficients(taxes)
  return taxes.map(({ onEarlier }, index) =>
    onEarlier
      ? Number(rounded(WHOLE * parts.slice(0, index).reduce((on, part) => on + part, whole), whole))
      : HUNDRED_PERCENT,
  )
}

/** What all taxes of a code come to on its net, as a percentage in millionths. */
export const combinedRate = (taxes: readonly CodeTax[]): Millionths => {
  const { whole, parts } = coefficients(taxes)
  return Number(rounded(WHOLE * parts.reduce((all, part) => all + part, 0n), whole))
}

/**
 * The taxes on a net, each rounded half away from zero. One that is charged on earlier taxes takes them as rounded.
 * @param net minor units
 */
export function taxesOn(net: MinorUnits, taxes: readonly CodeTax[]): readonly MinorUnits[] {
  const found: MinorUnits[] = []
  for (const { rate, onEarlier } of taxes) found.push(percentOf(onEarlier ? sum([net, ...found]) : net, rate))
  return found
}

/**
 * The taxes within an amount that includes them, each rounded half away from zero: those of the net that comes to the
 * amount with its taxes, where there is one. Between two such nets each tax is its exact part of the amount.
 * @param gross minor units
 */
export function taxesWithin(gross: MinorUnits, taxes: readonly CodeTax[]): readonly MinorUnits[] {
  if (taxes.length === 0) return []
  const [only, ...more] = taxes
  if (only !== undefined && more.length === 0) return [percentWithin(gross, only.rate)]
  if (gross < 0) return taxesWithin(-gross, taxes).map((tax) => 0 - tax)
  const { whole, parts } = coefficients(taxes)
  const all = parts.reduce((total, part) => total + part, whole)
  // Each tax rounds by at most a half of a minor unit, and carries its rounding to those charged on it.
  const reach = taxes.length + 1
  const near = Number((BigInt(gross) * whole) / all)
  for (let net = Math.max(0, near - reach); net <= Math.min(gross, near + reach); net += 1) {
    const found = taxesOn(net, taxes)
    if (sum([net, ...found]) === gross) return found
  }
  return parts.map((part) => Number(rounded(BigInt(gross) * part, all)))
}

/** What each tax is of a net of `whole`, exactly. */
export function coefficients(taxes: readonly CodeTax[]): { readonly whole: bigint; readonly parts: readonly bigint[] } {
  const whole = WHOLE ** BigInt(taxes.length)
  const parts: bigint[] = []
  for (const { rate, onEarlier } of taxes) {
    const on = onEarlier ? parts.reduce((total, part) => total + part, whole) : whole
    parts.push((on * BigInt(rate)) / WHOLE)
  }
  return { whole, parts }
}

/** A fraction as a whole number, half away from zero; the denominator is positive. */
export const rounded = (numerator: bigint, denominator: bigint): bigint =>
  numerator < 0n
    ? -((-2n * numerator + denominator) / (2n * denominator))
    : (2n * numerator + denominator) / (2n * denominator)
