import fc from 'fast-check'
import { addDays } from '../../../src-shared/domain/dates/calendar.ts'
import { day } from '../../fixtures/entries.ts'

export const DAYS = 100
const FIRST = day('2025-01-01')
export const dateOf = (index: number) => addDays(FIRST, index)

/** Customers 1 to 3 begin with one each: two others and the company's own. */
export const CURRENCIES = ['USD', 'JPY', 'EUR'] as const
export const anyDay = fc.integer({ min: 0, max: DAYS - 1 })
const anyCustomer = fc.constantFrom(1, 1, 2, 2, 3)
/** Of a document; null is the customer's. */
const anyCurrency = fc.constantFrom(null, null, ...CURRENCIES)
const anyAmount = fc.constantFrom<number>(100, 101, 37, 1, 250)
export const anyRate = fc.constantFrom('1.1', '0.973333333', '1.5', '0.0061', '151.3337', '1/7.5', '1/0.307', '0.5')
const pick = fc.nat(40)
/** Few distinct days, so that payments often meet a revalued one. */
const anyMonthEnd = fc.constantFrom(30, 58, 89)

export const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('invoice' as const),
      customer: anyCustomer,
      currency: anyCurrency,
      day: anyDay,
      amount: anyAmount,
      rate: anyRate,
      isInParts: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('receipt' as const),
      customer: anyCustomer,
      currency: anyCurrency,
      day: fc.oneof(anyDay, anyMonthEnd),
      amount: anyAmount,
      rate: anyRate,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('apply' as const),
      credit: pick,
      debit: pick,
      amount: fc.oneof(anyAmount, fc.constant(0)),
      /** Between two currencies. */
      settles: anyAmount,
      writeOff: fc.constantFrom(0, 0, 1, 13),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('credit' as const), debit: pick, percent: fc.constantFrom(10, 37, 100) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('refund' as const),
      credit: pick,
      /** Null is the credit's. */
      currency: anyCurrency,
      day: anyDay,
      amount: anyAmount,
      /** Of a credit in another currency. */
      taken: anyAmount,
      rate: anyRate,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unapply' as const), application: pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('void' as const), item: pick, day: anyDay }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('revalue' as const), day: anyMonthEnd, rate: anyRate }) },
)
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

export type Rate = typeof anyRate extends fc.Arbitrary<infer T> ? T : never
