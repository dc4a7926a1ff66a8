import fc from 'fast-check'
import { chargeLate, creditCharge } from './charge-steps.ts'
import { change } from './customer-changes.ts'
import { policy } from './policy-steps.ts'
import {
  DAYS,
  amount,
  bank,
  billing,
  currency,
  customer,
  day,
  earlier,
  later,
  laterApplied,
  maybeDay,
  maybePick,
  monthEnd,
  of,
  pick,
  rate,
  receiptLine,
  settling,
  wild,
} from './step-parts.ts'

export { DAYS }

const { day: _, rate: __, ...billedAgain } = billing

const anyStep = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: of('template'),
      existing: fc.option(pick, { freq: 1 }),
      ...billedAgain,
      first: earlier,
      every: fc.constantFrom(7, 14, 30),
      times: fc.constantFrom(null, 2, 4),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: of('pause'), template: pick, isPaused: fc.constantFrom(false, true) }) },
  { weight: 6, arbitrary: fc.record({ do: of('catchUp'), through: day, rate, wild, pick }) },
  { weight: 5, arbitrary: fc.record({ do: of('skip'), through: day, wild, pick }) },
  { weight: 1, arbitrary: fc.record({ do: of('end'), template: pick }) },
  { weight: 6, arbitrary: fc.record({ do: of('restore'), wild, pick }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: of('openBatch'),
      foreign: fc.constantFrom(false, false, true),
      day,
      count: fc.nat(2),
      total: fc.constantFrom(0, 100, 200),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: of('recount'), batch: pick, day, off: fc.constantFrom(0, 0, 0, 1) }) },
  { weight: 6, arbitrary: fc.record({ do: of('closeBatch'), batch: pick }) },
  { weight: 6, arbitrary: fc.record({ do: of('reopenBatch'), batch: pick }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: of('hold'), item: pick, state: fc.constantFrom(null, 'disputed', 'held') }),
  },
  { weight: 1, arbitrary: fc.record({ do: of('draft'), customer, currency, total: amount }) },
  { weight: 1, arbitrary: fc.record({ do: of('discard'), draft: pick }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: of('import'),
      customer: fc.constantFrom(0, 0, 1, 2, 3),
      rows: fc.array(fc.record({ day: earlier, amount, settled: fc.constantFrom(null, null, 0, 20) }), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: of('edit'), customer: fc.constantFrom(0, 1, 2, 3), change }) },
  { weight: 1, arbitrary: fc.record({ do: of('recurrency'), customer: fc.constantFrom(0, 1, 2, 3) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: of('policy'),
      policy,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: of('rate'),
      day: fc.oneof(fc.constant(0), monthEnd),
      rate: fc.constantFrom(8, 10, 15, null, null),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: of('revalue'), day: monthEnd }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: of('limit'),
      role: fc.constantFrom('clerk', 'clerk', 'supervisor'),
      act: fc.constantFrom('write_off', 'refund', 'credit', 'late_discount'),
      most: fc.constantFrom(null, 5, 60),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      do: of('bill'),
      kind: fc.constantFrom('invoice', 'invoice', 'debit_note'),
      draft: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, pick),
      ...billing,
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      do: of('receipt'),
      wild,
      customer,
      currency,
      day,
      /** Null receives exactly what the lines apply. */
      amount: fc.option(amount, { freq: 1 }),
      bank,
      rate,
      lines: fc.array(receiptLine, { maxLength: 3 }),
      credits: fc.oneof(
        { weight: 2, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(pick, { maxLength: 2 }) },
      ),
      unappliedAs: fc.constantFrom(null, null, 'on_account', 'prepayment', 'written_off', 'written_off'),
      batch: maybePick,
      appliedOn: laterApplied,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: of('proposed'),
      customer,
      currency,
      day: fc.oneof(day, later),
      /** Null is all that the customer's next part has open. */
      amount: fc.option(amount, { freq: 2 }),
      which: fc.constantFrom(0, 0, 0, 1, 2, 3),
      appliedOn: laterApplied,
      bank,
      rate,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: of('applyCredits'),
      wild,
      credits: fc.array(pick, { minLength: 1, maxLength: 3 }),
      lines: fc.array(settling, { minLength: 1, maxLength: 3 }),
      day: maybeDay,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: of('allow'),
      wild,
      item: pick,
      day: later,
      amount: fc.constantFrom<number | null>(null, 1, 5, 37),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: of('chargeBack'),
      wild,
      item: pick,
      day: later,
      due: fc.oneof({ weight: 4, arbitrary: fc.constant(DAYS) }, later),
      amount: fc.constantFrom(null, null, 1, 5),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: of('apply'),
      wild,
      credit: pick,
      line: settling,
      day: maybeDay,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: of('unapply'), application: pick, day: maybeDay }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: of('void'), item: pick, day: later, copy: fc.constantFrom(false, false, true) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: of('return'),
      wild,
      item: pick,
      day: later,
      fee: fc.constantFrom(0, 25),
      byCustomer: fc.boolean(),
      rate,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: of('credit'),
      ...billing,
      wild,
      settling: fc.array(
        fc.record({
          item: pick,
          amount,
          all: fc.constant(false),
          discount: fc.constant(0),
          writeOff: fc.constant(0),
          cross: fc.constantFrom(10, 12),
        }),
        { maxLength: 2 },
      ),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: of('creditFrom'),
      wild,
      item: pick,
      day: later,
      line: fc.nat(2),
      quantity: fc.constantFrom<number | null>(250_000, 333_333, 1_000_000, null, null),
      apply: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: of('refund'),
      wild,
      item: pick,
      day: later,
      amount,
      currency,
      cross: fc.constantFrom<number>(9, 10, 12),
      rate,
      overpaid: fc.constantFrom(false, false, true),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: of('adjust'), customer, currency, day, amount, up: fc.boolean(), rate }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: of('opening'), customer, currency, day: earlier, amount, up: fc.boolean(), rate }),
  },
  { weight: 3, arbitrary: chargeLate },
  { weight: 3, arbitrary: creditCharge },
  {
    weight: 1,
    arbitrary: fc.record({
      do: of('close'),
      through: fc.oneof(fc.constant(-1), fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 40 })),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: of('enterUnidentified'),
      day: earlier,
      amount,
      bank,
      rate,
      foreign: fc.boolean(),
      wild,
      batch: maybePick,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: of('identify'),
      wild,
      unidentified: pick,
      customer,
      day: later,
      lines: fc.array(settling, { maxLength: 1 }),
      appliedOn: laterApplied,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: of('giveBack'), unidentified: pick, day: later }) },
)

export const people = ['owner', 'clerk'] as const
export type Person = (typeof people)[number]

/** Mostly the supervisor who made the company; some things are approved. */
const told = {
  by: fc.constantFrom<Person>('owner', 'owner', 'owner', 'clerk'),
  approved: fc.constantFrom(false, false, false, true),
}

export const step = fc.tuple(anyStep, fc.record(told)).map(([asked, who]) => ({ ...asked, ...who }))

export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
export type StepOf<Name extends Step['do']> = Extract<Step, { do: Name }>
