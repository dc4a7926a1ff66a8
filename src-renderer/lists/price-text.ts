import { currencyDigits } from '../../src-shared/domain/money.ts'
import type { Millionths } from '../../src-shared/domain/money.ts'
import type { Format } from '../ui/conventions.tsx'

/** A price in whole minor units as an amount (31.60), a finer one with the digits it has (0.0125). */
export function priceText(price: Millionths, currency: string, format: Format): string {
  const minorUnit = 10 ** (6 - currencyDigits(currency))
  return price % minorUnit === 0 ? format.amount(price / minorUnit, currency) : format.decimal(price)
}
