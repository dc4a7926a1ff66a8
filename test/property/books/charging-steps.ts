import fc from 'fast-check'
import type { Step } from './steps.ts'

/**
 * Few invoices that are charged for late and then paid as if earlier, in part, undone and written off: late news meets
 * charges, and credits of them, more often than in histories of everything.
 */
const pick = fc.nat(5)
/** Before the charges, between and after them. */
const anyDay = fc.integer({ min: 30, max: 118 })
const afterwards = fc.integer({ min: 100, max: 125 })
const of = <T extends string>(name: T) => fc.constant(name)
const always = { by: of('owner'), approved: fc.constant(false) } as const
const plain = { wild: fc.constant(false), ...always } as const
const customer = fc.constantFrom(0, 0, 0, 2)
const rate = fc.constantFrom(10, 8, 15)

const settling = {
  item: pick,
  all: fc.constantFrom(true, true, false),
  amount: fc.constantFrom(40, 3000, 8000),
  discount: fc.constant(0),
  writeOff: fc.constantFrom(0, 0, 0, 30, 2000),
  cross: fc.constantFrom(10, 12),
}

const line = fc.record({
  ...settling,
  deductions: fc.oneof(
    { weight: 5, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(37, 1200), { minLength: 1, maxLength: 2 }) },
  ),
  isDeductedOnly: fc.constant(false),
})

const billed = fc.record({
  do: of('bill'),
  kind: fc.constantFrom('invoice', 'invoice', 'debit_note'),
  draft: fc.constant(null),
  customer,
  currency: fc.constantFrom(null, null, null, 1),
  day: fc.nat(10),
  rate,
  lines: fc.array(fc.constantFrom(9999, 20_000, 51_300), { minLength: 1, maxLength: 2 }),
  tax: fc.constant(null),
  allTaxed: fc.constant(false),
  other: fc.constant(null),
  returned: fc.constant(0),
  freight: fc.constant(null),
  inclusive: fc.constant(false),
  discountPercent: fc.constant(0),
  terms: fc.constantFrom('net', 'net', 'parts', 'rest'),
  ...always,
})

const charged = fc.record({
  do: of('charge'),
  day: fc.integer({ min: 60, max: 118 }),
  fee: fc.constantFrom(0, 5),
  rate,
  ...always,
})

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 1,
    arbitrary: billed,
  },
  {
    weight: 3,
    arbitrary: charged,
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: of('creditCharge'),
      charge: pick,
      day: fc.oneof(anyDay, afterwards),
      off: fc.constantFrom(0, 0, 0, 0, 1),
      both: fc.boolean(),
      ...plain,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: of('receipt'),
      customer,
      currency: fc.constantFrom(null, null, null, 0, 1),
      day: anyDay,
      amount: fc.constantFrom(null, null, null, 700, 25_000),
      bank: of('1000'),
      rate,
      lines: fc.array(line, { minLength: 0, maxLength: 2 }),
      credits: fc.constant([]),
      unappliedAs: fc.constantFrom(null, null, null, 'on_account', 'prepayment'),
      batch: fc.constant(null),
      appliedOn: fc.option(anyDay, { freq: 4 }),
      ...plain,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: of('proposed'),
      customer,
      currency: fc.constantFrom(null, null, null, 0, 1),
      day: anyDay,
      amount: fc.constant(null),
      which: fc.constantFrom(0, 0, 1),
      appliedOn: fc.option(anyDay, { freq: 4 }),
      bank: of('1000'),
      rate,
      ...always,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: of('creditFrom'),
      item: pick,
      day: anyDay,
      line: fc.nat(1),
      quantity: fc.constantFrom(333_333, 1_000_000, null),
      apply: fc.constant(true),
      ...plain,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: of('apply'),
      credit: pick,
      line: fc.record(settling),
      day: fc.constant(null),
      ...plain,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: of('unapply'), application: fc.nat(20), day: fc.constant(null), ...always }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: of('void'),
      item: fc.nat(20),
      day: fc.oneof(anyDay, afterwards),
      copy: fc.constantFrom(false, true),
      ...always,
    }),
  },
)

/** Something is late and charged for; then anything. */
export const chargingHistory: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    fc.array(billed, { minLength: 1, maxLength: 3 }),
    charged,
    fc.array(anyStep, { minLength: 3, maxLength: 26, size: 'max' }),
  )
  .map(([bills, charge, others]) => [...bills, charge, ...others])
