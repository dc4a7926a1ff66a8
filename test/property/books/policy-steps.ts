import * as fc from 'fast-check'

/** How the company decides from now on. */
export const policy = fc.record({
  creditLimitPolicy: fc.constantFrom('warn', 'ask', 'block'),
  discountReducesTax: fc.boolean(),
  writeOffReducesTax: fc.boolean(),
  taxRounding: fc.constantFrom('line', 'document'),
  tolerance: fc.constantFrom({ percent: 1, most: 100 }, { percent: 50, most: 30 }),
})
