import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageRows, agingTotals, bucketOf, daysLate, type AgingPolicy } from '../../src-shared/domain/aging.ts'
import { balanceStaysWithin, firstDayOutOfBounds } from '../../src-shared/ledger/rules/balance-history.ts'
import { proposals } from '../../src-shared/cash/rules/proposals/proposals.ts'
import { discountOn, type OpenDebit } from '../../src-shared/ledger/rules/settlement/open-debit.ts'
import {
  addDays,
  addDaysWithin,
  calendarDate,
  daysBetween,
  LAST_DATE,
  partsOf,
} from '../../src-shared/domain/dates/calendar.ts'
import { validateTerms } from '../../src-shared/company/rules/terms/terms-problem.ts'
import { discountUntil, dueDate, instalmentPlan } from '../../src-shared/company/rules/terms/terms.ts'
import type { InstalmentPart, PaymentTerms } from '../../src-shared/company/rules/terms/terms.ts'
import { holds } from './holds.ts'

const asOf = calendarDate('2025-06-30')
const date = fc.integer({ min: -200, max: 60 }).map((days) => addDays(asOf, days))
const policy = fc.record({
  edges: fc.constantFrom([30, 60, 90], [15], [7, 14, 21, 28], []),
  basis: fc.constantFrom('due_date' as const, 'document_date' as const),
  credits: fc.constantFrom('own_column' as const, 'by_date' as const),
})

describe('aging', () => {
  const row = fc.record({
    customerId: fc.nat(5),
    dueDate: date,
    documentDate: date,
    balance: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  })

  test('buckets always add up to the outstanding total', () => {
    holds(
      fc.property(fc.array(row, { maxLength: 60 }), policy, (rows, rules: AgingPolicy) => {
        const aged = ageRows(rows, asOf, rules)
        for (const [customerId, balance] of aged) {
          const own = rows.filter((each) => each.customerId === customerId).reduce((sum, each) => sum + each.balance, 0)
          expect(balance.total).toBe(own)
          expect(balance.buckets.reduce((sum, amount) => sum + amount, balance.unapplied)).toBe(own)
        }
        const foot = agingTotals(aged.values(), rules)
        expect(foot.total).toBe(rows.reduce((sum, each) => sum + each.balance, 0))
      }),
    )
  })

  test('the bucket of an item is that of its days late', () => {
    holds(
      fc.property(date, policy, (due, rules: AgingPolicy) => {
        const late = daysLate(due, asOf)
        const edge = rules.edges.findIndex((last) => late <= last)
        const expected = late === 0 ? 0 : edge < 0 ? rules.edges.length + 1 : edge + 1
        expect(bucketOf(rules, asOf, due)).toBe(expected)
      }),
    )
  })
})

describe('proposals', () => {
  const item: fc.Arbitrary<Omit<OpenDebit, 'itemId' | 'number'>> = fc
    .record({ open: fc.integer({ min: 1, max: 500 }), rate: fc.integer({ min: 0, max: 10 }), due: date, until: date })
    .chain(({ open, rate, due, until }) =>
      fc.record({
        reference: fc.constant(''),
        documentDate: fc.constant(addDays(due, -30)),
        dueDate: fc.constant(due),
        open: fc.constant(open),
        discount: fc.constant(Math.floor((open * rate) / 100)),
        discountUntil: fc.constant(rate === 0 ? null : until),
        disputed: fc.boolean(),
      }),
    )
  const items = fc
    .array(item, { minLength: 1, maxLength: 8 })
    .map((rows) => rows.map((row, index) => ({ ...row, itemId: index, number: `INV-${index + 1001}` })))
  const credits = fc
    .array(fc.integer({ min: 1, max: 200 }), { maxLength: 3 })
    .map((opens) => opens.map((open, index) => ({ itemId: 100 + index, number: `CN-${index}`, open })))
  const input = fc.record({
    receiptAmount: fc.integer({ min: 1, max: 3000 }),
    receiptDate: fc.constant(asOf),
    currency: fc.constant('USD'),
    items,
    credits,
    remittanceText: fc.constantFrom('', 'INV-1002', '1001 1003 1004'),
    graceDays: fc.nat(5),
  })

  test('none spends more than the receipt and its credits, or settles more than is open', () => {
    holds(
      fc.property(input, (given) => {
        for (const proposal of proposals(given)) {
          const credited = proposal.credits.reduce((sum, use) => sum + use.amount, 0)
          const paid = proposal.lines.reduce((sum, line) => sum + line.payment, 0)
          expect(paid).toBeLessThanOrEqual(given.receiptAmount + credited)
          expect(new Set(proposal.lines.map((line) => line.itemId)).size).toBe(proposal.lines.length)
          for (const line of proposal.lines) {
            const open = given.items[line.itemId]?.open ?? 0
            expect(line.payment + line.discount).toBeLessThanOrEqual(open)
            expect(line.discount === 0 || line.payment + line.discount === open).toBe(true)
          }
        }
      }),
    )
  })

  test('there is always one, all are distinct, and what says exactly uses all of the receipt', () => {
    holds(
      fc.property(input, (given) => {
        const all = proposals(given)
        expect(all.length).toBeGreaterThan(0)
        expect(new Set(all.map((each) => JSON.stringify([each.lines, each.credits]))).size).toBe(all.length)
        for (const { reason, lines, credits: used } of all) {
          if (reason.kind === 'oldest_first' || reason.kind === 'named_in_remittance') continue
          const credited = used.reduce((sum, use) => sum + use.amount, 0)
          expect(lines.reduce((sum, line) => sum + line.payment, 0)).toBe(given.receiptAmount + credited)
        }
      }),
    )
  })

  test('by due parts: nothing undisputed that is due stays open while money goes into what is not due', () => {
    const part = fc.record({ due: fc.integer({ min: -40, max: 40 }), open: fc.integer({ min: 1, max: 100 }) })
    const inParts = fc
      .array(fc.record({ plan: fc.array(part, { minLength: 1, maxLength: 4 }), disputed: fc.boolean() }), {
        minLength: 1,
        maxLength: 5,
      })
      .map((rows) => rows.map((row) => ({ ...row, plan: row.plan.toSorted((a, b) => a.due - b.due) })))
    holds(
      fc.property(inParts, fc.integer({ min: 1, max: 900 }), (rows, receiptAmount) => {
        const owed = rows.map(({ plan, disputed }, itemId) => ({
          itemId,
          number: `INV-${itemId + 1001}`,
          reference: '',
          documentDate: addDays(asOf, -50),
          dueDate: addDays(asOf, plan[0]?.due ?? 0),
          open: plan.reduce((sum, { open }) => sum + open, 0),
          parts: plan.map(({ due, open }) => ({ dueDate: addDays(asOf, due), open })),
          discount: 0,
          discountUntil: null,
          disputed,
        }))
        const given = { receiptAmount, receiptDate: asOf, currency: 'USD', items: owed, graceDays: 0 }
        const all = proposals(given)
        const dueOf = (index: number) =>
          (rows[index]?.plan ?? []).reduce((sum, { due, open }) => (due <= 0 ? sum + open : sum), 0)
        for (const { reason, lines } of all.filter(({ reason: { kind } }) => kind.startsWith('oldest'))) {
          const paid = rows.map((_, itemId) => lines.find((line) => line.itemId === itemId)?.payment ?? 0)
          const goesBeyond = paid.some((amount, index) => rows[index]?.disputed === false && amount > dueOf(index))
          const leavesDue = paid.some((amount, index) => rows[index]?.disputed === false && amount < dueOf(index))
          expect([reason.kind, goesBeyond && leavesDue]).toEqual([reason.kind, false])
        }
        const single = rows.findIndex(
          ({ plan, disputed }) => !disputed && plan[0]?.open === receiptAmount && plan[0].due <= 0,
        )
        if (single >= 0) expect(all[0]?.reason.kind).toBe('exact_item')
        expect(all.length).toBeGreaterThan(0)
      }),
    )
  })

  test('a discount is never more than is open, and never less for a longer grace', () => {
    holds(
      fc.property(items, date, fc.nat(10), ([first], receiptDate, graceDays) => {
        if (first === undefined) return
        const discount = discountOn(first, receiptDate, { graceDays })
        expect(discount).toBeLessThanOrEqual(Math.min(first.open, first.discount))
        expect(discountOn(first, receiptDate, { graceDays: graceDays + 1 })).toBeGreaterThanOrEqual(discount)
      }),
    )
  })
})

describe('the balance of an item on every day', () => {
  const entry = fc.record({ date, amount: fc.integer({ min: -100, max: 100 }) })

  test('a change fits exactly when no day from its own on is outside, and from the earliest day named it does', () => {
    holds(
      fc.property(
        fc.array(entry, { maxLength: 8 }),
        entry,
        fc.integer({ min: -200, max: 200 }),
        (rows, change, amount) => {
          const all = [...rows, change]
          const [low, high] = [Math.min(0, amount), Math.max(0, amount)]
          const outside = Array.from({ length: 261 }, (_, index) => addDays(asOf, index - 200))
            .filter((each) => each >= change.date)
            .filter((each) => {
              const balance = all.reduce((sum, row) => (row.date <= each ? sum + row.amount : sum), 0)
              return balance < low || balance > high
            })
          const found = firstDayOutOfBounds(rows, amount, change)
          expect(found?.date).toBe(outside[0])
          expect(balanceStaysWithin(rows, amount, change)).toBe(outside.length === 0)
          const earliest = found?.earliest ?? null
          const fits = earliest === null || balanceStaysWithin(rows, amount, { ...change, date: earliest })
          expect(fits).toBe(true)
        },
      ),
    )
  })
})

describe('terms', () => {
  const common = { discount: fc.constant(null), graceDays: fc.constant(0) }
  const parts = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 9 }), days: fc.nat(400) }), {
    minLength: 1,
    maxLength: 6,
  })
  const dueAfter = { dueAfterMonths: fc.nat(24), dueAfterDays: fc.nat(60) }
  const fixedPart = fc.oneof(
    fc.record({ percent: fc.integer({ min: 1, max: 20_000_000 }), ...dueAfter }),
    fc.record({ amount: fc.integer({ min: 1, max: 500_000 }), ...dueAfter }),
  )
  const restPart = fc.record({ rest: fc.constant(true as const), ...dueAfter })
  const withRest = fc
    .tuple(fc.array(fixedPart, { maxLength: 4 }), restPart, fc.nat(4))
    .map(([fixed, rest, at]): InstalmentPart[] => [...fixed.slice(0, at), rest, ...fixed.slice(at)])
  const terms: fc.Arbitrary<PaymentTerms> = fc.oneof(
    fc.record({ kind: fc.constant('net' as const), days: fc.nat(400), ...common }),
    fc.record({
      kind: fc.constant('end_of_month' as const),
      afterDays: fc.nat(90),
      months: fc.nat(24),
      days: fc.nat(90),
      ...common,
    }),
    fc.record({
      kind: fc.constant('day_of_month' as const),
      dayOfMonth: fc.integer({ min: 1, max: 31 }),
      afterDays: fc.nat(400),
      ...common,
    }),
    fc.record({ kind: fc.constant('instalments' as const), parts: withRest, ...common }),
    fc.record({
      kind: fc.constant('proximo' as const),
      dayOfMonth: fc.integer({ min: 1, max: 31 }),
      cutoffDay: fc.integer({ min: 1, max: 31 }),
      ...common,
    }),
    parts.map((rows) => {
      const whole = rows.reduce((sum, row) => sum + row.weight, 0)
      const shares = rows.map((row) => Math.floor((row.weight * 100_000_000) / whole))
      const rest = 100_000_000 - shares.reduce((sum, share) => sum + share, 0)
      return {
        kind: 'instalments' as const,
        parts: rows.map((row, index) => ({
          percent: (shares[index] ?? 0) + (index === 0 ? rest : 0),
          dueAfterDays: row.days,
        })),
        discount: null,
        graceDays: 0,
      }
    }),
  )

  test('no invoice is due before its date; its plan adds up, in due order, and ends on the due date', () => {
    holds(
      fc.property(terms, date, fc.integer({ min: -1_000_000, max: 1_000_000 }), (each, documentDate, total) => {
        expect(validateTerms(each)).toEqual([])
        expect(daysBetween(documentDate, dueDate(each, documentDate))).toBeGreaterThanOrEqual(0)
        const plan = instalmentPlan(each, documentDate, total)
        expect(plan.reduce((sum, part) => sum + part.amount, 0)).toBe(total)
        expect(plan.map((part) => part.dueDate)).toEqual(plan.map((part) => part.dueDate).toSorted())
        const last = plan.at(-1)?.dueDate ?? documentDate
        const byShares = each.kind !== 'instalments' || each.parts.every((part) => 'percent' in part)
        // Fixed amounts may leave nothing for what is due last.
        if (byShares) expect(last).toBe(dueDate(each, documentDate))
        else expect(last <= dueDate(each, documentDate)).toBe(true)
      }),
    )
  })

  test('beside a rest, what is due first takes its share as far as there is anything, and no part is below nothing', () => {
    holds(
      fc.property(withRest, date, fc.nat(1_000_000), (all, documentDate, total) => {
        const each = { kind: 'instalments' as const, parts: all, discount: null, graceDays: 0 }
        const plan = instalmentPlan(each, documentDate, total)
        expect(plan.every(({ amount }) => amount > 0 || (amount === 0 && total === 0))).toBe(true)
        // However the parts are listed, the same is due by each day, since the fixed ones on one day are taken alike.
        const wanted = all.reduce(
          (sum, part) =>
            sum + ('amount' in part ? part.amount : 'percent' in part ? Math.round((total * part.percent) / 1e8) : 0),
          0,
        )
        const rest = all.find((part) => 'rest' in part)
        const restDue = dueDate({ ...each, parts: rest === undefined ? [] : [rest] }, documentDate)
        const onRestDay = plan
          .filter(({ dueDate: due }) => due === restDue)
          .reduce((sum, { amount }) => sum + amount, 0)
        if (wanted < total) expect(onRestDay).toBeGreaterThanOrEqual(total - wanted)
      }),
    )
  })

  test('a day of a month after at least so many days is the first such day', () => {
    holds(
      fc.property(fc.integer({ min: 1, max: 28 }), fc.nat(400), date, (dayOfMonth, afterDays, documentDate) => {
        const rule = { kind: 'day_of_month' as const, dayOfMonth, afterDays, discount: null, graceDays: 0 }
        let expected = addDaysWithin(documentDate, afterDays)
        while (expected < LAST_DATE && partsOf(expected).day !== dayOfMonth) expected = addDaysWithin(expected, 1)
        expect(dueDate(rule, documentDate)).toBe(expected)
        const until = discountUntil(
          { ...rule, kind: 'net', days: 0, discount: { percent: 1, dayOfMonth, afterDays } },
          documentDate,
        )
        expect(until).toBe(expected)
      }),
    )
  })
})
