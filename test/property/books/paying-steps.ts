import fc from 'fast-check'
import type { Step } from './steps.ts'

/**
 * Few invoices, mostly due in parts, that are paid in pieces, written off, credited and deducted from, and all of that undone or
 * sent back on days of their own: what a customer owed and paid by when is told apart more often than in histories of everything.
 */
const pick = fc.nat(6)
const DAYS = [0, 3, 10, 25, 31, 32, 40, 58, 61, 75, 90, 118] as const
const day = fc.constantFrom(...DAYS)
const laterDay = fc.constantFrom(...DAYS.slice(4))
const of = <T extends string>(name: T) => fc.constant(name)
const always = { by: of('owner'), approved: fc.constant(false) } as const
const plain = { wild: fc.constant(false), ...always } as const
const customer = fc.constantFrom(0, 0, 0, 1, 2)
const rate = fc.constantFrom(10, 8)
const currency = fc.constantFrom(null, null, null, 1)

const settling = {
  item: pick,
  all: fc.constantFrom(false, false, true),
  amount: fc.constantFrom(40, 55, 110),
  discount: fc.constantFrom(0, 0, 2),
  writeOff: fc.constantFrom(0, 30, 7),
  cross: fc.constantFrom(10, 12),
}

const line = fc.record({
  ...settling,
  deductions: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(5, 20), { minLength: 1, maxLength: 2 }) },
  ),
  isDeductedOnly: fc.constant(false),
})

const billed = {
  kind: fc.constantFrom('invoice', 'invoice', 'debit_note'),
  draft: fc.constant(null),
  customer,
  currency,
  day: fc.constantFrom(...DAYS.slice(0, 6)),
  rate,
  lines: fc.array(fc.constantFrom(120, 200), { minLength: 1, maxLength: 2 }),
  tax: fc.constantFrom(null, 'STD'),
  allTaxed: fc.constant(true),
  other: fc.constant(null),
  returned: fc.constant(0),
  freight: fc.constant(null),
  inclusive: fc.constant(false),
  discountPercent: fc.constant(0),
  terms: fc.constantFrom('parts', 'parts', 'rest', 'early', 'net'),
  ...always,
} as const

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: of('bill'), ...billed }) },
  {
    weight: 9,
    arbitrary: fc.record({
      do: of('receipt'),
      customer,
      currency,
      day,
      amount: fc.constantFrom(null, null, null, 90),
      bank: of('1000'),
      rate,
      lines: fc.array(line, { minLength: 0, maxLength: 2 }),
      credits: fc.constant([]),
      unappliedAs: fc.constantFrom(null, null, 'on_account', 'prepayment'),
      batch: fc.constant(null),
      appliedOn: fc.option(laterDay, { freq: 4 }),
      ...plain,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: of('apply'),
      credit: pick,
      line: fc.record(settling),
      day: fc.option(laterDay, { freq: 1 }),
      ...plain,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: of('unapply'), application: pick, day: laterDay, ...always }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: of('void'), item: fc.nat(20), day: laterDay, copy: fc.constant(false), ...always }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: of('return'),
      item: pick,
      day: laterDay,
      fee: fc.constantFrom(0, 25),
      byCustomer: fc.boolean(),
      rate,
      ...plain,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: of('creditFrom'),
      item: pick,
      day: laterDay,
      line: fc.nat(1),
      quantity: fc.constantFrom(250_000, 333_333, null),
      apply: fc.boolean(),
      ...plain,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: of('chargeBack'),
      item: pick,
      day: laterDay,
      due: fc.constant(118),
      amount: fc.constantFrom(null, 1),
      ...plain,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: of('allow'), item: pick, day: laterDay, amount: fc.constantFrom(null, 1), ...plain }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: of('opening'),
      customer,
      currency,
      day: fc.constant(0),
      amount: fc.constant(50),
      up: fc.boolean(),
      rate,
      ...always,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: of('hold'), item: pick, state: fc.constantFrom(null, 'disputed', 'held'), ...always }),
  },
)

/** It begins with two invoices, so that there is something to pay. */
export const payingHistory: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    fc.array(fc.record({ do: of('bill'), ...billed }), { minLength: 2, maxLength: 2 }),
    fc.array(anyStep, { minLength: 6, maxLength: 18, size: 'max' }),
  )
  .map(([bills, others]) => [...bills, ...others])
