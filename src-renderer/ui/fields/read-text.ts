import {
  describeProblem,
  evaluateSum,
  parseDecimal6,
  percentMarkBeforeThree,
  priceMarkBeforeThree,
  quantityMarkBeforeThree,
} from '../../../src-shared/domain/amounts/money.ts'
import type { Millionths, MinorUnits, Parsed } from '../../../src-shared/domain/amounts/money.ts'
import { parseUnitPrice } from '../../../src-shared/domain/amounts/unit-price.ts'
import type { UnitPrice } from '../../../src-shared/domain/amounts/unit-price.ts'
import type { Conventions } from '../conventions.tsx'
import type { Reading } from './typed-text.ts'

/** An amount or a sum (`12*3+5`) as minor units. Nothing typed is null. */
export function readAmount(text: string, currency: string, conventions: Conventions): Reading<MinorUnits> {
  if (text.trim() === '') return { ok: true, value: null }
  return reading(evaluateSum(text, currency, conventions))
}

/** The price of one. A mark before three digits is asked about. Nothing typed is null. */
export function readPrice(text: string, currency: string, conventions: Conventions): Reading<UnitPrice> {
  if (text.trim() === '') return { ok: true, value: null }
  const asked = priceMarkBeforeThree(text, currency, conventions)
  if (asked !== null) return { ok: false, problem: describeProblem(asked) }
  return reading(parseUnitPrice(text, conventions))
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
  return asked === null ? reading(parseDecimal6(text, conventions)) : { ok: false, problem: describeProblem(asked) }
}

export function reading<Value>(parsed: Parsed<Value>): Reading<Value> {
  return parsed.ok ? { ok: true, value: parsed.value } : { ok: false, problem: describeProblem(parsed.reason) }
}
