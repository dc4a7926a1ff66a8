import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Proposal } from '../../src-shared/cash/contract/receipts.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { addTerms, setSettings } from '../semantics/settings.ts'
import { holdsAsync, runsOf } from './holds.ts'
import { Clerk, type Book, type Item } from './proposals/ways.ts'

const RUNS = 300

const TERMS = [
  { percent: 0, days: 0, grace: 0 },
  { percent: 2, days: 10, grace: 0 },
  { percent: 10, days: 12, grace: 4 },
] as const

const dateOf = (dayOfJune: number) => day(`2025-06-${String(dayOfJune).padStart(2, '0')}`)
const halfUp = (amount: number, percent: number): number => Math.floor((amount * percent + 50) / 100)

const round = fc.integer({ min: 1, max: 10 }).map((times) => times * 500)
const bits = (count: number) => fc.array(fc.boolean(), { minLength: count, maxLength: count })
const ITEMS_MOST = 7
const some = bits(ITEMS_MOST)
const five = fc
  .shuffledSubarray([...Array.from({ length: ITEMS_MOST }).keys()], { minLength: 5, maxLength: 5 })
  .map((at) => Array.from({ length: ITEMS_MOST }, (_, index) => at.includes(index)))

const billed = fc.record({
  amount: fc.oneof({ weight: 3, arbitrary: round }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3000 }) }),
  day: fc.integer({ min: 1, max: 18 }),
  dueAfter: fc.integer({ min: 0, max: 10 }),
  terms: fc.constantFrom(0, 0, 1, 2),
  isDisputed: fc.constantFrom(false, false, false, true),
})

/** About what some of the items come to, with discounts or without, less some of the credits. */
const paid = fc.record({
  items: fc.oneof({ weight: 3, arbitrary: some }, { weight: 1, arbitrary: five }),
  isDiscounted: fc.boolean(),
  credits: bits(2),
  more: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, -1, -100, -150, -150, -1000, 250),
  named: fc.oneof(fc.constant([]), some),
})

const small = fc.record({
  items: fc.array(billed, { minLength: 1, maxLength: ITEMS_MOST }),
  credits: fc.array(round, { maxLength: 2 }),
  day: fc.integer({ min: 18, max: 28 }),
  grace: fc.constantFrom(0, 0, 3),
  tolerance: fc.record({ percent: fc.constantFrom(0, 5, 10), most: fc.constantFrom(0, 150, 1000) }),
  paid: fc.array(paid, { minLength: 4, maxLength: 10 }),
})
type Small = typeof small extends fc.Arbitrary<infer T> ? T : never

/** Enters it for a customer of its own. */
const entered = async (company: TestCompany, code: string, terms: readonly number[], made: Small) => {
  const customerId = await addCustomer(company, code)
  const items: Item[] = []
  for (const { amount, day: on, dueAfter, terms: at, isDisputed } of made.items) {
    const { percent, days, grace } = TERMS[at] ?? TERMS[0]
    const changes = { termsId: terms[at] ?? 0, dueDate: dateOf(on + dueAfter) }
    const { id, number } = await postInvoice(company, customerId, dateOf(on), amount, changes)
    if (isDisputed) await company.call('openItems.hold', { documentId: id, state: 'disputed', reason: 'Damp' })
    const offer = { discount: halfUp(amount, percent), until: percent === 0 ? null : on + days }
    const item = { id, number, billed: on, due: on + dueAfter, open: amount, disputed: isDisputed }
    items.push({ ...item, ...offer, grace: Math.max(grace, made.grace) })
  }
  const credits = []
  for (const [index, open] of made.credits.entries())
    credits.push({ id: (await postReceipt(company, customerId, dateOf(index + 1), open)).id, open })
  const { percent, most } = made.tolerance
  await setSettings(company, {
    discountGraceDays: made.grace,
    tolerancePercent: percent * 1_000_000,
    toleranceMost: most,
  })
  return { customerId, book: { items, credits, day: made.day, tolerance: made.tolerance } satisfies Book }
}

const amountOf = ({ items, isDiscounted, credits, more }: Small['paid'][number], book: Book): number => {
  const bill = book.items
    .filter((_, index) => items[index])
    .map(({ open, discount }) => open - (isDiscounted ? discount : 0))
  const used = book.credits.filter((_, index) => credits[index]).map(({ open }) => -open)
  return [...bill, ...used, more].reduce((all, each) => all + each, 0)
}

test(
  'of a small book every way to apply a payment is proposed that trying them all finds, best first',
  { timeout: Math.max(120_000, runsOf(RUNS) * 1000) },
  async () => {
    const company = newCompany()
    const terms: number[] = []
    for (const { percent, days, grace } of TERMS) {
      const discount = percent === 0 ? null : { percent: percent * 1_000_000, days }
      terms.push(await addTerms(company, { kind: 'net', days: 30, discount, graceDays: grace }))
    }
    let customers = 0
    let asked = 0
    const law = fc.asyncProperty(small, async (made) => {
      customers += 1
      const { customerId, book } = await entered(company, `C${customers}`, terms, made)
      for (const payment of made.paid) {
        const amount = amountOf(payment, book)
        if (amount <= 0) continue
        asked += 1
        const names = book.items.filter((_, index) => payment.named[index]).map(({ number }) => number)
        const proposed = await company.call('receipts.propose', {
          customerId,
          date: dateOf(book.day),
          amount,
          remittanceText: names.join(' '),
        })
        const ways = new Clerk(book, amount, names).ways()
        const told = `${amount} of ${JSON.stringify(book)} naming ${names.join(' ')}`
        expect(proposed.map(wayOf), told).toEqual(ways)
      }
    })
    await holdsAsync(law, RUNS)
    expect(asked).toBeGreaterThan(runsOf(RUNS))
  },
)

const wayOf = ({ lines, credits }: Proposal) => ({
  lines: lines
    .map(({ documentId, amount, discount, writeOff }) => ({ id: documentId, pays: amount, discount, writeOff }))
    .toSorted((a, b) => a.id - b.id),
  credits: credits.map(({ documentId, amount }) => ({ id: documentId, open: amount })),
})
