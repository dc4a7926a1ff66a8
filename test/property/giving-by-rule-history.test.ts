import fc from 'fast-check'
import { v7 as uuidV7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, type CompanyFile } from '../../src-main/company-file/company-file.ts'
import { expectInvariantsOf } from '../fixtures/company.ts'
import { OWNER } from '../fixtures/clerk.ts'
import { line } from '../fixtures/entries.ts'
import { dateOf, TERMS } from './books/known.ts'
import { makeCompanies, type Companies } from './books/template.ts'
import { holdsAsync } from './holds.ts'

/** What a company's rules give away by themselves: short payments within tolerance, and terms with a discount. */

const RUNS = 250
const TERMS_RUNS = 80
const CLERK = { userId: 2 }
const BY_OWNER = { userId: OWNER.userId }

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})
afterAll(() => companies.end())

const dispatched = (
  file: CompanyFile,
  name: Parameters<CompanyFile['dispatch']>[0],
  input: object,
  by: { readonly userId: number } = BY_OWNER,
) => file.dispatch(name, { commandUid: uuidV7(), ...input }, by)

/** Cents short of an open part, and how it is settled; each invoice is of a customer that owes nothing else. */
const paid = fc.record({
  short: fc.constantFrom(0, 1, 40, 50, 51, 100, 101, 150, 201),
  isAccepted: fc.constantFrom(true, true, false),
  isUndone: fc.constantFrom(false, false, true),
})
const tolerated = fc.record({
  percent: fc.constantFrom(1, 2, 100),
  most: fc.constantFrom(0, 50, 100, 200),
  amount: fc.constantFrom(10_000, 20_000, 300),
  terms: fc.constantFrom('net' as const, 'parts' as const, 'parts' as const),
  cap: fc.constantFrom(null, 0, 50, 100, 150),
  payments: fc.array(paid, { minLength: 1, maxLength: 3 }),
})
type Tolerated = typeof tolerated extends fc.Arbitrary<infer T> ? T : never

const setTolerance = async (file: CompanyFile, percent: number, toleranceMost: number): Promise<void> => {
  const profile = await call(file, 'company.profile', {}, BY_OWNER)
  const { uid: _, baseCurrency: __, closingDate: ___, customers: ____, documents: _____, settings, ...rest } = profile
  const tolerancePercent = percent * 1_000_000
  const changed = { ...rest, settings: { ...settings, tolerancePercent, toleranceMost } }
  expect((await dispatched(file, 'company.update', changed)).ok).toBe(true)
}

const said = { reference: '', memo: '' }
const PAID_ON = 100

/** Parts that are due, the earliest first; a payment closes those, and a short one is closed by what is written off. */
const take = async (file: CompanyFile, { percent, most, amount, terms, cap, payments }: Tolerated): Promise<void> => {
  await setTolerance(file, percent, most)
  const billed = await dispatched(file, 'invoices.post', {
    customerId: 1,
    documentDate: dateOf(0),
    termsId: TERMS[terms],
    rate: null,
    dueDate: null,
    ...said,
    pricesIncludeTax: false,
    lines: [line(amount)],
    toleranceMost: cap,
    draftUid: null,
  })
  const documentId = billed.ok ? (billed.value as { readonly id: number }).id : 0
  const left = terms === 'net' ? [amount] : [amount / 2, (amount * 3) / 10, amount / 5]
  let capLeft = cap ?? Infinity
  for (const { short, isAccepted, isUndone } of payments) {
    const at = left.findIndex((open) => open > 0)
    const open = left[at] ?? 0
    const money = open - short
    if (at < 0 || money <= 0) continue
    const asked = { customerId: 1, date: dateOf(PAID_ON), amount: money, remittanceText: '' }
    const ways = await call(file, 'receipts.propose', asked, BY_OWNER)
    const isTolerated =
      short > 0 && short <= Math.floor((open * percent) / 100 + 0.5) && short <= Math.min(most, capLeft)
    const given = ways.flatMap(({ lines }) =>
      lines.filter((each) => each.amount === money).map(({ writeOff }) => writeOff),
    )
    // Another run of parts may be near the money too: of this one it is told whether its difference is proposed.
    expect(given.includes(short), `${short} of ${open}`).toBe(short === 0 || isTolerated)
    expect(Math.max(0, ...given)).toBeLessThanOrEqual(Math.min(most, capLeft))
    const writeOff = isTolerated && isAccepted ? short : 0
    const receipt = await dispatched(file, 'receipts.post', {
      customerId: 1,
      date: dateOf(PAID_ON),
      amount: money,
      method: 'transfer',
      rate: null,
      ...said,
      depositAccountId: null,
      applications: [
        { documentId, amount: money, discount: 0, writeOff, writeOffReason: writeOff > 0 ? 'tolerance' : '' },
      ],
      batchId: null,
      draftUid: null,
    })
    const { id } = (receipt.ok ? receipt.value : { id: 0 }) as { readonly id: number }
    if (isUndone) {
      expect((await dispatched(file, 'documents.void', { id, date: dateOf(PAID_ON), reason: 'x' })).ok).toBe(true)
      continue
    }
    left[at] = open - money - writeOff
    capLeft -= writeOff
  }
}

test('a short payment is closed by what is written off within the company’s tolerance and the invoice’s own, in pieces as at once', async () => {
  await holdsAsync(
    fc.asyncProperty(tolerated, (each) =>
      companies.undone(async ({ file, sql }) => {
        await take(file, each)
        expectInvariantsOf(sql)
      }),
    ),
    RUNS,
  )
})

const discount = fc.constantFrom(
  null,
  { percent: 1, days: 0 },
  { percent: 90_000_000, days: 20 },
  { amount: 50_000, days: 10 },
  { percent: 2_000_000, dayOfMonth: 10, cutoffDay: 25 },
)
const termsMade = fc.record({
  rule: fc.oneof(
    discount.map((early) => ({ kind: 'net', days: 30, discount: early, graceDays: 0 })),
    discount.map((early) => ({ kind: 'day_of_month', dayOfMonth: 15, afterDays: 31, discount: early, graceDays: 0 })),
    discount.map((early) => ({
      kind: 'end_of_month',
      afterDays: 0,
      months: 1,
      days: 0,
      discount: early,
      graceDays: 0,
    })),
  ),
  isClerk: fc.boolean(),
  approval: fc.constantFrom<'none' | 'read' | 'other'>('none', 'none', 'read', 'other'),
})

test('terms that give something away are made by a supervisor, or with one’s approval of just that', async () => {
  await holdsAsync(
    fc.asyncProperty(fc.array(termsMade, { minLength: 1, maxLength: 4 }), (made) =>
      companies.undone(async ({ file, sql }) => {
        let approved = 0
        for (const [index, { rule, isClerk, approval }] of made.entries()) {
          const over = approval === 'read' ? ['terms_give_discount'] : ['over_limit']
          const input = {
            code: `T-${String.fromCodePoint(65 + index)}`,
            name: 'Terms',
            rule,
            ...(approval === 'none' ? {} : { approval: { ...OWNER, over } }),
          }
          const answer = await dispatched(file, 'terms.create', input, isClerk ? CLERK : BY_OWNER)
          const isAsked = isClerk && rule.discount !== null
          const isFine = !isAsked || approval === 'read'
          expect(answer.ok ? 'ok' : answer.error.code).toBe(isFine ? 'ok' : 'terms_give_discount')
          if (isAsked && isFine) approved += 1
        }
        expect(sql.value(`SELECT count(*) FROM approval WHERE act = 'credit_terms'`)).toBe(approved)
        expectInvariantsOf(sql)
      }),
    ),
    TERMS_RUNS,
  )
})
