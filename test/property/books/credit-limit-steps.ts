import fc from 'fast-check'
import type { Step } from './steps.ts'
import { amount, billing, currency, of, pick, rate } from './step-parts.ts'

/**
 * Much is billed to few customers whose limits are often changed: a limit of all currencies, those of one, drafts and runs
 * meet more often than in histories of everything.
 */
const limit = fc.constantFrom(null, 150, 300, 600)
const few = fc.constantFrom(0, 0, 2)
const who = { by: fc.constantFrom('owner', 'owner', 'clerk'), approved: fc.boolean() } as const
const { day: _, rate: __, ...billedAgain } = billing
const days = fc.nat(40)

export const creditLimitStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: of('edit'),
      customer: few,
      change: fc.oneof(
        fc.record({ creditLimit: limit }),
        fc.record({ currencyLimits: fc.tuple(limit, limit) }),
        fc.record({ creditLimit: limit, currencyLimits: fc.tuple(limit, limit) }),
      ),
      ...who,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: of('recurrency'), customer: few, ...who }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: of('policy'),
      policy: fc.record({
        creditLimitPolicy: fc.constantFrom('warn', 'ask', 'ask', 'block'),
        discountReducesTax: fc.constant(true),
        writeOffReducesTax: fc.constant(false),
        taxRounding: fc.constant('line'),
        tolerance: fc.constant({ percent: 1, most: 100 }),
      }),
      by: of('owner'),
      approved: fc.constant(false),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: of('rate'),
      day: fc.constant(0),
      rate: fc.constantFrom(8, 10, 15),
      by: of('owner'),
      approved: fc.constant(false),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: of('draft'), customer: few, currency, total: amount, ...who }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: of('bill'),
      kind: fc.constantFrom('invoice', 'invoice', 'debit_note'),
      ...billing,
      draft: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, pick),
      customer: few,
      day: days,
      ...who,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: of('template'),
      existing: fc.constant(null),
      ...billedAgain,
      customer: few,
      first: days,
      every: fc.constantFrom(7, 14),
      times: fc.constantFrom(null, 4),
      ...who,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: of('catchUp'),
      through: fc.integer({ min: 20, max: 60 }),
      rate,
      wild: fc.constant(false),
      pick,
      ...who,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: of('adjust'),
      customer: few,
      currency,
      day: days,
      amount,
      up: fc.constant(false),
      rate,
      ...who,
    }),
  },
)
