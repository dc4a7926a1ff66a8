import fc from 'fast-check'
import { amount, billing, of, pick, rate, settling } from './step-parts.ts'
import type { Step, StepOf } from './steps.ts'

/**
 * A customer billed in two currencies who leaves credits in both: they meet items of either in one receipt more often than in
 * histories of everything.
 */
type Line = StepOf<'receipt'>['lines'][number]

const customer = fc.constantFrom(0, 0, 0, 2)
const currency = fc.constantFrom(0, 1)
const who = { by: fc.constantFrom('owner', 'owner', 'clerk'), approved: fc.boolean() } as const
const days = fc.nat(40)
const line = settling.map((each): Line => ({ ...each, deductions: [], isDeductedOnly: false }))
const received = {
  customer,
  currency,
  bank: of('1000'),
  rate,
  batch: fc.constant(null),
  appliedOn: fc.constant(null),
  ...who,
}

export const creditsAcrossStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: of('bill'),
      kind: of('invoice'),
      draft: fc.constant(null),
      ...billing,
      customer,
      currency,
      day: days,
      rate,
      ...who,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: of('receipt'),
      ...received,
      day: days,
      amount,
      lines: fc.array(line, { maxLength: 0 }),
      credits: fc.array(pick, { maxLength: 0 }),
      unappliedAs: fc.constant(null),
      wild: fc.constant(false),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: of('receipt'),
      ...received,
      day: fc.integer({ min: 40, max: 60 }),
      amount: fc.option(amount, { freq: 1 }),
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
      credits: fc.array(pick, { minLength: 1, maxLength: 3 }),
      unappliedAs: fc.constant(null),
      wild: fc.constantFrom(false, false, false, true),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: of('rate'),
      day: fc.constantFrom(0, 30),
      rate: fc.constantFrom(8, 10, 15),
      by: of('owner'),
      approved: fc.constant(false),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: of('unapply'), application: pick, day: fc.constant(null), ...who }) },
)
