import { describe, expect, test } from 'vitest'
import type { ProposedCharge } from '../../../src-shared/finance-charges/contract/finance-charges.ts'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import {
  blankRun,
  checkRun,
  foreignCurrencies,
  isBlankRun,
  lackingRates,
  lastUsedIn,
  leaveAllOut,
  rulesOf,
  runFieldOf,
  runInput,
  runDraft,
  sumsOf,
  toggleCharged,
  withRate,
} from '../../../src-renderer/finance-charges/list/entry.ts'
import type { RunEntry } from '../../../src-renderer/finance-charges/list/entry.ts'

const day = calendarDate('2025-06-30')
const run = (changes: Partial<RunEntry> = {}): RunEntry => ({
  ...blankRun('uid', day, { annualRate: 10_000_000, fee: 1000 }),
  ...changes,
})

const charge = (customerId: number, changes: Partial<ProposedCharge> = {}): ProposedCharge => ({
  customerId,
  code: `C${customerId}`,
  name: `Customer ${customerId}`,
  currency: 'USD',
  lacksRate: false,
  unapplied: 0,
  items: [],
  interest: 41,
  fee: 1000,
  total: 1041,
  ...changes,
})

const charges = [charge(1), charge(2)]

describe('a run of finance charges', () => {
  test('starts with what was used last; nothing kept is nothing', () => {
    expect(lastUsedIn({ annualRate: 10_000_000, fee: null })).toEqual({ annualRate: 10_000_000, fee: null })
    expect(lastUsedIn(null)).toEqual({ annualRate: null, fee: null })
  })

  test('may charge the fee alone, or interest alone, but not nothing', () => {
    expect(rulesOf(run({ annualRate: null }))).toEqual({
      asOf: day,
      annualRate: 0,
      fee: 1000,
      settledSince: null,
      rates: [],
    })
    expect(rulesOf(run({ fee: null }))).toMatchObject({ annualRate: 10_000_000, fee: 0 })
    expect(rulesOf(run({ annualRate: 0, fee: 0 }))).toBeNull()
    expect(rulesOf(run({ annualRate: 100_000_001 }))).toBeNull()
    expect(rulesOf(run({ asOf: null }))).toBeNull()
  })

  test('Space leaves a customer out and takes it in again; Del leaves all out', () => {
    const without = toggleCharged(run(), charge(1))
    expect(runInput(without, charges)?.charges).toEqual([{ customerId: 2, currency: 'USD', total: 1041, rate: null }])
    expect(toggleCharged(without, charge(1)).leftOut).toEqual([])
    expect(leaveAllOut(run(), charges).leftOut).toEqual(['1 USD', '2 USD'])
  })

  test('one currency of a customer is left out and the other charged; a draft that left out the customer still does', () => {
    const both = [charge(1), charge(1, { currency: 'EUR' })]
    const left = toggleCharged(run(), charge(1))
    expect(runInput(left, both)?.charges.map(({ currency }) => currency)).toEqual(['EUR'])
    const of = { uid: 'u', kind: 'finance_charges', customerId: null, title: '', updatedAt: '' } as const
    const older = runDraft.read({ ...of, body: { ...run(), leftOut: [1] } }, 'uid')
    expect(runInput(older, both)?.charges).toEqual([])
  })

  test('a customer whose currency has no rate is not charged, ticked or not, and the currency is told', () => {
    const euro = { currency: 'EUR', lacksRate: true }
    const abroad = [charge(3, euro), charge(1), charge(4, euro)]
    expect(runInput(run(), abroad)?.charges).toEqual([{ customerId: 1, currency: 'USD', total: 1041, rate: null }])
    expect(lackingRates(abroad)).toEqual(['EUR'])
    expect(lackingRates(charges)).toEqual([])
    expect(checkRun(run(), [charge(3, euro)])).toEqual({ asOf: 'Nobody is ticked: Space ticks a row.' })
  })

  test.each<[string, RunEntry, readonly ProposedCharge[] | null, Record<string, string>]>([
    ['complete', run(), charges, {}],
    ['no rules', run({ annualRate: null, fee: null }), [], { annualRate: 'Enter a rate, a late fee, or both.' }],
    ['too high a rate', run({ annualRate: 100_000_001 }), [], { annualRate: 'Enter at most 100.' }],
    ['a fee below zero', run({ fee: -1 }), [], { fee: 'Enter zero or more.' }],
    ['no day', run({ asOf: null }), [], { asOf: 'Enter the last day that is charged.' }],
    ['a proposal under way', run(), null, { asOf: 'The proposal is not complete yet.' }],
    ['nothing late', run(), [], { asOf: 'Nothing is late as of this day.' }],
    ['all left out', run({ leftOut: ['1 USD', '2 USD'] }), charges, { asOf: 'Nobody is ticked: Space ticks a row.' }],
  ])('%s', (_name, entry, proposed, errors) => {
    expect(checkRun(entry, proposed)).toEqual(errors)
  })

  test('the sums stand by currency, the company’s own first', () => {
    expect(sumsOf([charge(1, { currency: 'EUR' }), charge(2), charge(3)], 'USD')).toEqual([
      { currency: 'USD', interest: 82, fee: 2000, total: 2082 },
      { currency: 'EUR', interest: 41, fee: 1000, total: 1041 },
    ])
  })

  test('a refused rate is said beside that of its currency; a total has no field of its own', () => {
    const chosen = [charge(1), charge(2, { currency: 'EUR' })]
    expect(runFieldOf('asOf', chosen)).toBe('asOf')
    expect(runFieldOf('charges.1.rate', chosen)).toBe('rate.EUR')
    expect(runFieldOf('charges.0.total', chosen)).toBeNull()
  })

  test('a rate typed counts for all customers of its currency, and none for the table’s', () => {
    const both = [charge(1), charge(2, { currency: 'EUR' }), charge(3, { currency: 'EUR' })]
    expect(runInput(run(), both)?.charges.map(({ rate }) => rate)).toEqual([null, null, null])
    const typed = withRate(run(), 'EUR', '1,12')
    expect(runInput(typed, both)?.charges.map(({ rate }) => rate)).toEqual([null, '1.12', '1.12'])
    expect(runInput(withRate(typed, 'EUR', ''), both)?.charges[1]?.rate).toBeNull()
    expect(runInput(typed, both)).not.toHaveProperty('rates')
  })

  test('the proposal converts the fee at a rate typed, once it is one', () => {
    expect(rulesOf(withRate(run(), 'EUR', '1,12'))?.rates).toEqual([{ currency: 'EUR', rate: '1.12' }])
    expect(rulesOf(withRate(run(), 'EUR', '1,'))?.rates).toEqual([])
    const abroad = [charge(1), charge(2, { currency: 'EUR' })]
    expect(checkRun(withRate(run(), 'EUR', '1,'), abroad)).toEqual({
      'rate.EUR': 'Enter a number above zero, like 1.0845.',
    })
    expect(foreignCurrencies([charge(3, { currency: 'JPY' }), ...abroad, ...abroad], 'USD')).toEqual(['EUR', 'JPY'])
  })

  test('rules alone are nothing typed; a draft comes back as it was left', () => {
    const typed = run({ leftOut: ['2 USD'], memo: 'June', settledSince: day, rates: { EUR: '1.12' } })
    expect(isBlankRun(run())).toBe(true)
    expect(isBlankRun(typed)).toBe(false)
    const body: unknown = JSON.parse(JSON.stringify(typed))
    const of = { uid: typed.draftUid, kind: 'finance_charges', customerId: null, title: '', updatedAt: '' } as const
    expect(runDraft.read({ ...of, body }, 'other')).toEqual(typed)
  })
})
