import fc from 'fast-check'
import { v7 as uuidV7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommandName } from '../../src-shared/contract.ts'
import type { Connection } from '../../src-main/db/connection.ts'
import { call } from '../../src-main/company-file/company-file.ts'
import { expectInvariantsOf } from '../fixtures/company.ts'
import { line } from '../fixtures/entries.ts'
import { BANKS, dateOf, TERMS } from './books/known.ts'
import { makeCompanies, type Companies, type Opened } from './books/template.ts'
import { holdsAsync } from './holds.ts'

/** Invoices paid, refunded and credited in coins, against a model of what the smallest coin makes of an amount. */

const RUNS = 300
const OWNER = { userId: 1 }
const PAID_ON = 70

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})
afterAll(() => companies.end())

const pick = fc.nat(5)
const off = fc.constantFrom(0, 0, 0, 0, 1, -1, 5)
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('bill' as const),
      lines: fc.array(fc.constantFrom(1002, 1003, 997, 20, 4504, 333), { minLength: 1, maxLength: 3 }),
      terms: fc.constantFrom('net' as const, 'parts' as const),
      isForeign: fc.constantFrom(false, false, false, true),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('pay' as const),
      items: fc.array(pick, { minLength: 1, maxLength: 2 }),
      how: fc.constantFrom<'whole' | 'part' | 'odd'>('whole', 'whole', 'part', 'odd'),
      method: fc.constantFrom<'cash' | 'card'>('cash', 'cash', 'cash', 'card'),
      /** The difference that is named, beside the one that coins make. */
      off,
      isRounded: fc.constantFrom(true, true, false),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('prepay' as const), amount: fc.constantFrom(1005, 503, 2000) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('refund' as const),
      item: pick,
      how: fc.constantFrom<'whole' | 'odd'>('whole', 'odd'),
      off,
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('credit' as const), item: pick, line: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('void' as const), item: fc.nat(9) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const rule = fc.record({
  cashRounding: fc.constantFrom<'off' | 'cash' | 'document'>('cash', 'cash', 'document', 'document', 'off'),
  cashRoundingStep: fc.constantFrom(5, 10, 25),
})
type Rule = typeof rule extends fc.Arbitrary<infer T> ? T : never

/** A whole multiple of the coin: the one nearer, the larger of two as near. */
const inCoins = (amount: number, coin: number): number => Math.floor(amount / coin + 0.5) * coin

interface Item {
  readonly kind: 'invoice' | 'receipt' | 'credit_note' | 'refund'
  readonly id: number
  readonly total: number
  readonly isForeign: boolean
  /** What its posting moved besides the receivable: cash, roundings, sales. */
  readonly moved: Readonly<Record<string, number>>
  /** What is left to settle after each instalment. */
  readonly ends: readonly number[]
  readonly lines: readonly number[]
  /** What it settles of which. */
  readonly settles: readonly { readonly item: number; readonly amount: number }[]
  credited: boolean[]
  state: 'live' | 'void'
}

class Till {
  readonly items: Item[] = []
  readonly rule: Rule

  constructor(rule: Rule) {
    this.rule = rule
  }

  isLive(index: number): boolean {
    return this.items[index]?.state === 'live'
  }

  open(index: number): number {
    const item = this.items[index]
    if (!item || item.state === 'void') return 0
    const settled = this.items.flatMap((other) =>
      other.state === 'live' ? other.settles.filter((each) => each.item === index).map(({ amount }) => amount) : [],
    )
    const own = item.settles.reduce((sum, { amount }) => sum + amount, 0)
    return item.total - Math.sign(item.total) * (settled.reduce((sum, amount) => sum + amount, 0) + own)
  }

  /** What a total becomes. */
  billed(net: number, isForeign: boolean): number {
    const { cashRounding, cashRoundingStep: coin } = this.rule
    return cashRounding === 'document' && !isForeign ? inCoins(net, coin) : net
  }

  /** Coins explain a difference only of all that is paid together, each item settled to an end. */
  mayRound(settled: number, rounding: number, isCash: boolean, ends: boolean): boolean {
    if (rounding === 0) return true
    const { cashRounding, cashRoundingStep: coin } = this.rule
    return cashRounding === 'cash' && isCash && ends && settled + rounding === inCoins(settled, coin)
  }

  accounts(): Record<string, number> {
    const totals: Record<string, number> = {}
    for (const { state, moved } of this.items) {
      if (state === 'void') continue
      for (const [account, amount] of Object.entries(moved)) totals[account] = (totals[account] ?? 0) + amount
    }
    return Object.fromEntries(Object.entries(totals).filter(([, amount]) => amount !== 0))
  }
}

const of = (till: Till, which: number, fits: (item: Item, index: number) => boolean): number | null => {
  const fitting = till.items.flatMap((item, index) => (fits(item, index) ? [index] : []))
  return fitting[which % Math.max(1, fitting.length)] ?? null
}

const said = { reference: '', memo: '' }
const plain = { ends: [0], lines: [], credited: [], state: 'live' } as const

const take = async ({ file, sql }: Opened, till: Till, each: Step): Promise<void> => {
  const ask = async (name: CommandName, input: object, isFine: boolean): Promise<number | null> => {
    const answer = await file.dispatch(name, { commandUid: uuidV7(), ...input }, OWNER)
    const code = answer.ok ? 'ok' : answer.error.code
    expect(code, JSON.stringify(each)).toBe(isFine ? 'ok' : 'cash_rounding_unfit')
    return answer.ok ? (answer.value as { readonly id: number }).id : null
  }
  const add = (item: Omit<Item, 'credited' | 'state' | 'isForeign'> & { isForeign?: boolean }): void =>
    void till.items.push({ isForeign: false, ...item, credited: item.lines.map(() => false), state: 'live' })
  switch (each.do) {
    case 'bill': {
      const net = each.lines.reduce((sum, amount) => sum + amount, 0)
      const total = till.billed(net, each.isForeign)
      const money = each.isForeign ? { currency: 'EUR', rate: '1' } : {}
      const input = {
        customerId: 1,
        documentDate: dateOf(0),
        termsId: TERMS[each.terms],
        dueDate: null,
        ...said,
        ...money,
      }
      const lines = each.lines.map((amount) => line(amount))
      const id = await ask('invoices.post', { ...input, pricesIncludeTax: false, lines, draftUid: null }, true)
      const ends = [0, ...endsOf(sql, id ?? 0)]
      add({
        ...plain,
        kind: 'invoice',
        id: id ?? 0,
        total,
        isForeign: each.isForeign,
        moved: { 4000: -net, 6130: net - total },
        ends,
        lines: each.lines,
        settles: [],
      })
      return
    }
    case 'pay': {
      const wanted = each.items.flatMap(
        (which) => of(till, which, (item, at) => item.kind === 'invoice' && till.open(at) > 0) ?? [],
      )
      const picked = [...new Set(wanted)].filter(
        (at) => till.items[at]?.isForeign === till.items[wanted[0] ?? 0]?.isForeign,
      )
      const [first] = picked
      if (first === undefined) return
      const settles = picked.map((item) => {
        const open = till.open(item)
        const end = till.items[item]?.ends.filter((left) => left < open).toSorted((a, b) => b - a)[0] ?? 0
        return { item, amount: each.how === 'whole' ? open : each.how === 'part' ? open - end : Math.max(1, open - 7) }
      })
      const settled = settles.reduce((sum, { amount }) => sum + amount, 0)
      const isForeign = till.items[first]?.isForeign ?? false
      const coins = each.isRounded ? inCoins(settled, till.rule.cashRoundingStep) - settled : 0
      const rounding = coins + (each.isRounded ? each.off : 0)
      if (settled + rounding <= 0) return
      const ends = settles.every(({ item, amount }) => till.items[item]?.ends.includes(till.open(item) - amount))
      const isFine = till.mayRound(settled, rounding, each.method === 'cash' && !isForeign, ends)
      const input = {
        customerId: 1,
        date: dateOf(PAID_ON),
        amount: settled + rounding,
        rounding,
        method: each.method,
        ...(isForeign ? { currency: 'EUR', rate: '1' } : { rate: null }),
        ...said,
        depositAccountId: BANKS['1010'],
        applications: settles.map(({ item, amount }) => ({
          documentId: till.items[item]?.id,
          amount,
          discount: 0,
          writeOff: 0,
          writeOffReason: '',
        })),
        batchId: null,
        draftUid: null,
      }
      const id = await ask('receipts.post', input, isFine)
      if (id === null) return
      return add({
        ...plain,
        kind: 'receipt',
        id,
        total: 0 - settled,
        isForeign,
        moved: { 1010: settled + rounding, 6130: 0 - rounding },
        settles,
      })
    }
    case 'prepay': {
      const { amount } = each
      const money = { customerId: 1, date: dateOf(PAID_ON), amount, rounding: 0, method: 'cash', rate: null, ...said }
      const rest = { depositAccountId: BANKS['1010'], applications: [], batchId: null, draftUid: null }
      const id = await ask('receipts.post', { ...money, ...rest }, true)
      return add({ ...plain, kind: 'receipt', id: id ?? 0, total: 0 - amount, moved: { 1010: amount }, settles: [] })
    }
    case 'refund': {
      const credit = of(till, each.item, (item, at) => item.kind === 'receipt' && !item.isForeign && till.open(at) < 0)
      if (credit === null) return
      const open = 0 - till.open(credit)
      const settled = each.how === 'whole' ? open : Math.max(1, open - 7)
      const rounding = inCoins(settled, till.rule.cashRoundingStep) - settled + each.off
      if (settled + rounding <= 0) return
      const isFine = till.mayRound(settled, rounding, true, settled === open)
      const money = { amount: settled + rounding, rounding, method: 'cash', rate: null, bankAccountId: null }
      const creditDocumentId = till.items[credit]?.id
      const id = await ask('refunds.post', { creditDocumentId, date: dateOf(PAID_ON), ...money, ...said }, isFine)
      if (id === null) return
      return add({
        ...plain,
        kind: 'refund',
        id,
        total: settled,
        moved: { 1000: 0 - settled - rounding, 6130: rounding },
        settles: [{ item: credit, amount: settled }],
      })
    }
    case 'credit': {
      const isFree = (item: Item, at: number): boolean =>
        item.kind === 'invoice' && item.credited.includes(false) && till.open(at) === item.total - creditedOf(till, at)
      const index = of(till, each.item, isFree)
      const item = index === null ? undefined : till.items[index]
      if (index === null || !item) return
      const at = item.credited.findIndex((isCredited, place) => !isCredited && place >= each.line % item.lines.length)
      if (at < 0) return
      const before = item.lines.reduce((sum, net, place) => (item.credited[place] ? sum + net : sum), 0)
      const net = item.lines[at] ?? 0
      const isAll = item.credited.every((isCredited, place) => isCredited || place === at)
      const { cashRounding, cashRoundingStep: coin } = till.rule
      const isRounded = cashRounding === 'document' && !item.isForeign
      const reached = isAll ? item.total : isRounded ? inCoins(before + net, coin) : before + net
      // Where rounding would pass what was billed, the piece is credited as it was.
      const whole = reached - creditedOf(till, index)
      const total = whole >= 0 && reached <= item.total ? whole : net
      const dated = { invoiceId: item.id, documentDate: dateOf(PAID_ON), ...said, apply: true }
      const id = await ask(
        'creditNotes.postFromInvoice',
        { ...dated, lines: [{ lineNo: at + 1, quantity: 1_000_000 }] },
        true,
      )
      item.credited[at] = true
      return add({
        ...plain,
        kind: 'credit_note',
        id: id ?? 0,
        total: 0 - total,
        moved: { 4000: net, 6130: total - net === 0 ? 0 : total - net },
        settles: [{ item: index, amount: total }],
      })
    }
    case 'void': {
      const isFree = (item: Item, at: number): boolean =>
        item.state === 'live' &&
        (item.kind === 'refund' || item.kind === 'receipt') &&
        !till.items.some(({ state, settles }) => state === 'live' && settles.some((other) => other.item === at))
      const index = of(till, each.item, isFree)
      const item = index === null ? undefined : till.items[index]
      if (!item) return
      await ask('documents.void', { id: item.id, date: dateOf(PAID_ON), reason: 'x' }, true)
      item.state = 'void'
    }
  }
}

const creditedOf = (till: Till, index: number): number =>
  till.items.reduce(
    (sum, { kind, state, settles }) =>
      kind === 'credit_note' && state === 'live' && settles[0]?.item === index ? sum + settles[0].amount : sum,
    0,
  )

/** What is left of an invoice after each of its instalments, and of one without them after the whole. */
const endsOf = (sql: Connection, id: number): readonly number[] => {
  const amounts = sql.rows<[number]>('SELECT amount FROM instalment WHERE document_id = ? ORDER BY due_date', [id])
  return amounts.map((_, from) => amounts.slice(from + 1).reduce((sum, [amount]) => sum + amount, 0))
}

test('what is paid and billed in coins is settled in full, and the differences stand on their account', async () => {
  await holdsAsync(
    fc.asyncProperty(rule, fc.array(step, { minLength: 3, maxLength: 12 }), (settings, steps) =>
      companies.undone(async ({ file, sql }) => {
        const {
          uid: _,
          baseCurrency: __,
          closingDate: ___,
          customers: ____,
          documents: _____,
          ...profile
        } = await call(file, 'company.profile', {}, OWNER)
        const update = { ...profile, settings: { ...profile.settings, ...settings } }
        await file.dispatch('company.update', { commandUid: uuidV7(), ...update }, OWNER)
        const till = new Till(settings)
        for (const each of steps) await take({ file, sql }, till, each)
        const open = sql.rows<[number, number]>('SELECT document_id, balance FROM open_item')
        const modelled = till.items.map(({ id }, index) => [id, till.open(index) + 0])
        expect(open.filter(([id]) => modelled.some(([own]) => own === id)).toSorted(byId)).toEqual(
          modelled.toSorted(byId),
        )
        const accounts = sql.rows<[string, number]>(
          `SELECT code, sum(amount) FROM entry JOIN account ON account.id = account_id WHERE is_control = 0
           GROUP BY code HAVING sum(amount) <> 0`,
        )
        expect(Object.fromEntries(accounts)).toEqual(till.accounts())
        expectInvariantsOf(sql)
      }),
    ),
    RUNS,
  )
})

const byId = ([a = 0]: readonly number[], [b = 0]: readonly number[]): number => a - b
