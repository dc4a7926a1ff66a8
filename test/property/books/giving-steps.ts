import fc from 'fast-check'
import type { TaxCode } from './item.ts'
import type { Step } from './steps.ts'

/**
 * Few invoices of several rates on which much is given away, credited and undone: the pieces of one invoice meet more often
 * than in histories of everything.
 */
const amount = fc.constantFrom(1000, 999, 2500, 333, 101)
const pick = fc.nat(3)
const late = fc.integer({ min: 20, max: 40 })
const of = <T extends string>(name: T) => fc.constant(name)
const always = { by: of('owner'), approved: fc.constant(false) } as const
const plain = { wild: fc.constant(false), ...always } as const

const settling = {
  item: pick,
  all: fc.constantFrom(false, false, true),
  amount: fc.constantFrom(1, 50, 400),
  discount: fc.constantFrom(0, 1, 2, 3, 7, 10, 31),
  writeOff: fc.constantFrom(0, 0, 1, 3, 10, 77, 400),
  cross: fc.constantFrom(10, 12),
}

const lines = fc.array(
  fc.record({
    ...settling,
    deductions: fc.oneof(
      { weight: 5, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(fc.constantFrom(5, 37, 120), { minLength: 1, maxLength: 2 }) },
    ),
    isDeductedOnly: fc.constant(false),
  }),
  { minLength: 1, maxLength: 2 },
)

export const givingStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      do: of('bill'),
      kind: fc.constantFrom('invoice', 'debit_note'),
      draft: fc.constant(null),
      customer: fc.constantFrom(0, 0, 2),
      currency: fc.constantFrom(null, null, 0, 1),
      day: fc.nat(10),
      rate: fc.constantFrom(10, 8, 15),
      lines: fc.array(amount, { minLength: 1, maxLength: 3, size: 'max' }),
      tax: fc.constantFrom<TaxCode | null>('STD', 'RED', 'STD', 'BOTH', null),
      allTaxed: fc.constantFrom(false, false, true),
      other: fc.constantFrom<TaxCode | null>('STD', 'RED', 'BOTH', null),
      returned: fc.constantFrom(0, 0, 60, 290, 790),
      inclusive: fc.boolean(),
      discountPercent: fc.constantFrom(0, 0, 10),
      freight: fc.constantFrom(null, 0, 1, 1),
      terms: fc.constant('early'),
      ...always,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: of('receipt'),
      customer: fc.constantFrom(0, 0, 2),
      currency: fc.constantFrom(null, null, 0, 1),
      day: late,
      amount: fc.constant(null),
      bank: of('1000'),
      rate: fc.constant(10),
      lines,
      credits: fc.constant([]),
      unappliedAs: fc.constant(null),
      batch: fc.constant(null),
      appliedOn: fc.constant(null),
      ...plain,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: of('creditFrom'),
      item: pick,
      day: late,
      line: fc.nat(2),
      quantity: fc.constantFrom(100_000, 333_333, 500_000, 1_000_000, null),
      apply: fc.boolean(),
      ...plain,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: of('apply'),
      credit: fc.nat(8),
      line: fc.record(settling),
      day: fc.constant(null),
      ...plain,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: of('unapply'), application: fc.nat(20), day: fc.constant(null), ...always }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: of('void'), item: fc.nat(20), day: late, copy: fc.constant(false), ...always }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: of('adjust'),
      customer: fc.constantFrom(0, 0, 2),
      currency: fc.constantFrom(null, null, 0, 1),
      day: late,
      amount,
      up: fc.constant(false),
      rate: fc.constant(10),
      ...always,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: of('allow'),
      item: pick,
      day: late,
      amount: fc.constantFrom(null, 5, 20),
      ...plain,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: of('refund'),
      item: fc.nat(8),
      day: late,
      amount: fc.constantFrom(50, 1000),
      currency: fc.constantFrom(null, null, 0, 1),
      cross: fc.constantFrom(9, 10),
      rate: fc.constant(10),
      overpaid: fc.constantFrom(false, false, true),
      ...plain,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: of('policy'),
      policy: fc.record({
        creditLimitPolicy: of('warn'),
        discountReducesTax: fc.constantFrom(true, true, false),
        writeOffReducesTax: fc.boolean(),
        taxRounding: fc.constantFrom('line', 'document'),
        tolerance: fc.constant({ percent: 1, most: 100 }),
      }),
      ...always,
    }),
  },
)
