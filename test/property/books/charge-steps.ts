import fc from 'fast-check'
import { later, of, pick, rate, wild } from './step-parts.ts'

/** Finance charges of all that is late, and the credit of what they charged too much. */
export const chargeLate = fc.record({ do: of('charge'), day: later, fee: fc.constantFrom(0, 5), rate })

export const creditCharge = fc.record({
  do: of('creditCharge'),
  charge: pick,
  day: later,
  /** More than is too much. */
  off: fc.constantFrom(0, 0, 0, 0, 1),
  both: fc.boolean(),
  wild,
})
