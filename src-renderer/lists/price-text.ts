import { amountOfPrice } from '../../src-shared/domain/amounts/unit-price.ts'
import type { UnitPrice } from '../../src-shared/domain/amounts/unit-price.ts'
import type { Format } from '../ui/conventions.tsx'

/** A price in whole minor units as an amount (31.60), a finer one with the digits it has (0.0125). */
export function priceText(price: UnitPrice, currency: string, format: Format): string {
  const amount = amountOfPrice(price, currency)
  return amount === null ? format.price(price) : format.amount(amount, currency)
}
