import { describe, expect, test } from 'vitest'
import { checkApplication, effectiveDateOf } from '../../../src-shared/ledger/rules/settlement/application.ts'
import type { ApplicationInput, ApplicationSide } from '../../../src-shared/ledger/rules/settlement/application.ts'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'

const day = calendarDate
const credit: ApplicationSide = {
  number: 'R-1',
  customerId: 1,
  currency: 'USD',
  documentDate: day('2025-06-20'),
  original: -20_000,
  open: -20_000,
}
const debit: ApplicationSide = {
  number: 'INV-1',
  customerId: 1,
  currency: 'USD',
  documentDate: day('2025-06-01'),
  original: 10_000,
  open: 10_000,
}
const application = (rest: Partial<ApplicationInput> = {}): ApplicationInput => ({
  credit,
  debit,
  amount: 10_000,
  discount: 0,
  writeOff: 0,
  writeOffReason: '',
  effectiveDate: day('2025-06-20'),
  discountMost: 0,
  ...rest,
})

describe('an application is posted', () => {
  test.each([
    ['in full', {}],
    ['in part', { amount: 1 }],
    ['on a later date', { effectiveDate: day('2025-12-31') }],
    ['95 and write off 5', { amount: 9500, writeOff: 500, writeOffReason: 'Short pay' }],
    ['98 and 2 of discount', { amount: 9800, discount: 200, discountMost: 200 }],
    ['credit note 100, apply 80', { amount: 8000, credit: { ...credit, original: -10_000, open: -10_000 } }],
    ['100 USD for 90 EUR', { debit: { ...debit, currency: 'EUR' }, settles: 9000 }],
    ['to an item of the paying parent', { debit: { ...debit, customerId: 2 }, customersLinked: true }],
  ])('%s', (_, rest) => {
    expect(checkApplication(application(rest))).toBeNull()
  })
})

describe('an application is refused', () => {
  const tooMuch = { amount: 30_000, writeOff: 1, writeOffReason: '', discount: 1 }
  const early = { ...tooMuch, effectiveDate: day('2025-06-19') }
  const foreign = { ...early, debit: { ...debit, currency: 'EUR' } }
  const others = { ...early, debit: { ...debit, currency: 'EUR', customerId: 2 } }
  const credits = { ...early, debit: { ...credit, customerId: 2 } }

  // Each row keeps the faults of the rows below it: the order of the rules is part of what is tested.
  test.each([
    [
      'when the credit is none',
      { ...credits, credit: { ...debit, number: 'INV-9' } },
      { code: 'not_a_credit', number: 'INV-9' },
    ],
    ['when the debit is none', credits, { code: 'not_a_debit', number: 'R-1' }],
    ['when the items belong to different customers', others, { code: 'different_customer', number: 'INV-1' }],
    ['when dated before both items exist', early, { code: 'application_too_early', earliest: '2025-06-20' }],
    [
      'when money of another currency does not say what it settles',
      { ...tooMuch, debit: foreign.debit },
      { code: 'settles_missing', number: 'INV-1', currency: 'EUR', money: 'USD' },
    ],
    [
      'when money of the same currency settles another amount',
      { ...tooMuch, settles: 29_999 },
      { code: 'settles_differs', number: 'INV-1', currency: 'USD' },
    ],
    ['when nothing is applied', { ...tooMuch, amount: 0, discount: 0, writeOff: 0 }, { code: 'nothing_applied' }],
    [
      'when it is more than the credit has left',
      tooMuch,
      { code: 'exceeds_credit', available: 20_000, applied: 30_000 },
    ],
    [
      'when the discount is more than may be taken',
      { ...tooMuch, amount: 20_000 },
      { code: 'discount_exceeds', number: 'INV-1', most: 0 },
    ],
    [
      'when it is more than the debit has open, discount and write-off counted',
      { ...tooMuch, amount: 9999, discountMost: 1 },
      { code: 'exceeds_open', number: 'INV-1', open: 10_000 },
    ],
    [
      'when a write-off has no reason',
      { ...tooMuch, amount: 9998, discountMost: 1, writeOffReason: '  ' },
      { code: 'write_off_reason_missing', number: 'INV-1' },
    ],
  ] as const)('%s', (_, rest, refusal) => {
    expect(checkApplication(application(rest))).toEqual(refusal)
  })

  test('applying 101 to 100 is refused', () => {
    expect(checkApplication(application({ amount: 10_100 }))).toEqual({
      code: 'exceeds_open',
      number: 'INV-1',
      open: 10_000,
    })
  })

  test('a used-up credit has nothing available', () => {
    expect(checkApplication(application({ credit: { ...credit, open: 0 } }))).toEqual({
      code: 'exceeds_credit',
      available: 0,
      applied: 10_000,
    })
  })

  test.each([-1, 0.5])('%f cannot be applied: the contract keeps it out', (amount) => {
    expect(() => checkApplication(application({ amount }))).toThrow('cannot be applied: use 0 or more')
  })
})

describe("the application's date", () => {
  const [earlier, later, latest] = [day('2025-06-01'), day('2025-06-20'), day('2025-07-01')]

  test("is the later of both items' dates", () => {
    expect(effectiveDateOf(earlier, later)).toBe(later)
    expect(effectiveDateOf(later, earlier, null)).toBe(later)
  })

  test('unless the clerk enters a later one', () => {
    expect(effectiveDateOf(earlier, later, latest)).toBe(latest)
    expect(effectiveDateOf(later, latest, earlier)).toBe(latest)
  })
})
