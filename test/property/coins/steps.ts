import fc from 'fast-check'

const pick = fc.nat(5)
const off = fc.constantFrom(0, 0, 0, 0, 1, -1, 5)
export const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('bill' as const),
      lines: fc.array(fc.constantFrom(1002, 1003, 997, 20, 4504, 333), { minLength: 1, maxLength: 3 }),
      terms: fc.constantFrom('net' as const, 'parts' as const),
      isForeign: fc.constantFrom(false, false, false, true),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('pay' as const),
      items: fc.array(pick, { minLength: 1, maxLength: 2 }),
      how: fc.constantFrom<'whole' | 'part' | 'odd'>('whole', 'whole', 'part', 'odd'),
      method: fc.constantFrom<'cash' | 'card'>('cash', 'cash', 'cash', 'card'),
      /** The difference that is named, beside the one that coins make. */
      off,
      isRounded: fc.constantFrom(true, true, false),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('prepay' as const), amount: fc.constantFrom(1005, 503, 2000) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('refund' as const),
      item: pick,
      how: fc.constantFrom<'whole' | 'odd'>('whole', 'odd'),
      off,
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('credit' as const), item: pick, line: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('void' as const), item: fc.nat(9) }) },
)
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

export const settings = fc.record({
  cashRounding: fc.constantFrom<'off' | 'cash' | 'document'>('cash', 'cash', 'document', 'document', 'off'),
  cashRoundingStep: fc.constantFrom(5, 10, 25),
})
export type Rule = typeof settings extends fc.Arbitrary<infer T> ? T : never

export type StepOf<Name extends Step['do']> = Extract<Step, { readonly do: Name }>
