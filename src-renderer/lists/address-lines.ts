import type { Address } from '../../src-shared/customers/contract/customers.ts'

/** An address as it is written on an envelope; no lines when there is none. */
export function addressLines({ line1, line2, city, region, postalCode, country }: Address): readonly string[] {
  const town = [[city, region].filter(Boolean).join(', '), postalCode].filter(Boolean).join(' ')
  return [line1, line2, town, country].filter((line) => line !== '')
}
