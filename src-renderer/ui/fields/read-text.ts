import {
  describeProblem,
  evaluateSum,
  parseDecimal6,
  percentMarkBeforeThree,
  priceMarkBeforeThree,
  quantityMarkBeforeThree,
} from '../../../src-shared/domain/amounts/money.ts'
import type { Millionths, MinorUnits, Parsed } from '../../../src-shared/domain/amounts/money.ts'
import { asTypedHere } from '../../../src-shared/domain/amounts/written-amount.ts'
import { parseUnitPrice } from '../../../src-shared/domain/amounts/unit-price.ts'
import type { UnitPrice } from '../../../src-shared/domain/amounts/unit-price.ts'
import type { Conventions } from '../conventions.tsx'
import type { Reading } from './typed-text.ts'

/** An amount or a sum (`12*3+5`) as minor units, also as another program writes it: `$1,234.50`. Nothing typed is null. */
export function readAmount(text: string, currency: string, conventions: Conventions): Reading<MinorUnits> {
  if (text.trim() === '') return { ok: true, value: null }
  const typed = asTypedHere(text, currency, conventions)
  return reading(typed.ok ? evaluateSum(typed.value, currency, conventions) : typed)
}

/** The price of one. A mark before three digits is asked about. Nothing typed is null. */
export function readPrice(text: string, currency: string, conventions: Conventions): Reading<UnitPrice> {
  if (text.trim() === '') return { ok: true, value: null }
  const asked = priceMarkBeforeThree(text, currency, conventions)
  if (asked !== null) return { ok: false, problem: describeProblem(asked) }
  const typed = asTypedHere(text, currency, conventions)
  return reading(typed.ok ? parseUnitPrice(typed.value, conventions) : typed)
}

/** What millionths count. */
export type DecimalOf = 'quantity' | 'percent'

/**
 * A quantity or percentage as millionths. A quantity with its mark before three digits is asked about, and so are thousands
 * of percent. Nothing typed is null.
 */
export function readDecimal(text: string, of: DecimalOf, conventions: Conventions): Reading<Millionths> {
  if (text.trim() === '') return { ok: true, value: null }
  const asked =
    of === 'quantity' ? quantityMarkBeforeThree(text, conventions) : percentMarkBeforeThree(text, conventions)
  if (asked !== null) return { ok: false, problem: describeProblem(asked) }
  const typed = asTypedHere(text, null, conventions)
  return reading(typed.ok ? parseDecimal6(typed.value, conventions) : typed)
}

export function reading<Value>(parsed: Parsed<Value>): Reading<Value> {
  return parsed.ok ? { ok: true, value: parsed.value } : { ok: false, problem: describeProblem(parsed.reason) }
}
