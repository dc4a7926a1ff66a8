import fc from 'fast-check'
import type { CustomerChange } from './customers.ts'
import { TERMS_KINDS } from './terms.ts'

const limitOfOne = fc.constantFrom(null, null, 150, 300)

/** What a step changes of a customer. */
export const change = fc.oneof<fc.MaybeWeightedArbitrary<CustomerChange>[]>(
  { weight: 3, arbitrary: fc.record({ payer: fc.constantFrom(null, 0, 0, 0, 1, 2, 3) }) },
  { weight: 1, arbitrary: fc.record({ terms: fc.constantFrom(...TERMS_KINDS) }) },
  { weight: 2, arbitrary: fc.record({ creditLimit: fc.constantFrom(null, 200, 400) }) },
  { weight: 2, arbitrary: fc.record({ currencyLimits: fc.tuple(limitOfOne, limitOfOne) }) },
  { weight: 2, arbitrary: fc.record({ onHold: fc.constantFrom(false, false, true) }) },
  { weight: 1, arbitrary: fc.record({ archived: fc.constantFrom(false, false, false, true) }) },
)
