import type { Connection } from '../../../src-main/db/connection.ts'
import { call, type CompanyFile } from '../../../src-main/company-file/company-file.ts'
import { OWNER } from '../../fixtures/clerk.ts'
import { agree } from './agree.ts'
import { batchTold } from './batches.ts'
import type { Books } from './books.ts'
import { CODES, CURRENCIES, isOverLimit } from './customers.ts'
import { balanceOn, baseLeft, FOREVER, openParts, type Item } from './item.ts'
import { dateOf, TAX_CODES } from './known.ts'
import { coverOn } from './cover.ts'
import { outdatedCharges } from './late-charges.ts'
import { lateness } from './lateness.ts'
import type { LedgerRun } from './ledger-run.ts'
import { baseOn } from './revaluation.ts'
import { shares } from './rounding.ts'

const WITHIN_A_YEAR = 360
const AFTER_ALL = 400
const reading = { userId: OWNER.userId }

/** What the ledger reports, held against what the model says of the same day. */
export class Comparison {
  readonly #company: CompanyFile
  readonly #sql: Connection
  readonly #books: Books
  readonly #documents: readonly number[]
  readonly #batchIds: readonly number[]

  constructor(company: CompanyFile, sql: Connection, { books, documents, batches }: LedgerRun) {
    this.#company = company
    this.#sql = sql
    this.#books = books
    this.#documents = documents
    this.#batchIds = batches
  }

  /** What every item has open now; aging, accounts and taxes as of the days asked for. */
  async compare(days: readonly number[]): Promise<void> {
    const open = this.#sql.rows<[number, number]>('SELECT document_id, balance FROM open_item ORDER BY document_id')
    const { items } = this.#books.state
    const modelled = items.map((item, index) => [this.#documents[index] ?? 0, balanceOn(item, FOREVER) + 0] as const)
    agree(
      open,
      modelled.toSorted(([a], [b]) => a - b),
      'open items',
    )
    const carried = this.#sql.rows<[number, number]>(
      'SELECT document_id, base_balance FROM open_item ORDER BY document_id',
    )
    const modelledBase = items.map((item, index) => [this.#documents[index] ?? 0, baseLeft(item) + 0] as const)
    agree(
      carried,
      modelledBase.toSorted(([a], [b]) => a - b),
      'open items in base',
    )
    agree(
      await this.#overLimit(),
      CODES.map((_, index) => isOverLimit(this.#books, index, AFTER_ALL)),
      'customers over a limit',
    )
    agree(await this.#batches(), this.#modelBatches(), 'batches')
    agree(await this.#lateness(), lateness(this.#books), 'days late')
    agree(await this.#outdated(), this.#modelOutdated(), 'finance charges that came to another figure')
    for (const day of new Set([...days, ...this.#books.state.revalued.flatMap((on) => [on, on + 1])])) {
      agree(await this.#aged(day, null), this.#modelAgedInBase(day), `aging of day ${day} in base`)
      for (const [currency] of CURRENCIES.entries())
        agree(await this.#aged(day, currency), this.#modelAged(day, currency), `aging of day ${day}`)
      for (const currency of [null, ...CURRENCIES.keys()])
        agree(await this.#tied(day, currency), this.#modelTied(day, currency), `tie-out of day ${day}`)
      agree(await this.#accounts(day), this.#modelAccounts(day), `accounts of day ${day}`)
      agree(this.#taxes(day), this.#modelTaxes(day), `taxes of day ${day}`)
    }
  }

  /** What a proposal of finance charges as of a day says of the credits that would cover what is late. */
  async compareCover(day: number): Promise<void> {
    const asked = { asOf: dateOf(day), annualRate: 10_000_000, fee: 0, settledSince: null, customerId: null, rates: [] }
    const found = await call(this.#company, 'financeCharges.propose', asked, reading)
    const told = found.flatMap(({ customerId, currency, unapplied, items }) =>
      items.map(({ documentId, overdue, covered }) =>
        [customerId, currency, unapplied, documentId, overdue, covered].join(' '),
      ),
    )
    const modelled = coverOn(this.#books, day).flatMap(({ customer, currency, unapplied, items }) =>
      items.map(({ item, overdue, covered }) =>
        [customer + 1, CURRENCIES[currency], unapplied, this.#documents[item], overdue, covered].join(' '),
      ),
    )
    agree(told.toSorted(), modelled.toSorted(), `what covers late items of day ${day}`)
  }

  /** What each finance charge charges too much or too little by now, and what a credit note would take back of it. */
  async #outdated(): Promise<readonly unknown[]> {
    if (this.#books.state.charged.length === 0) return []
    const found = await call(this.#company, 'financeCharges.outdated', {}, reading)
    return found
      .toSorted((a, b) => a.id - b.id)
      .map(({ id, credit, items }) => [
        id,
        credit,
        items.map(({ itemId, charged, credited, now }) => [itemId, charged, credited, now]),
      ])
  }

  #modelOutdated(): readonly unknown[] {
    const idOf = (index: number): number => this.#documents[index] ?? 0
    return outdatedCharges(this.#books)
      .map(({ charge, credit, items }) => [
        idOf(charge),
        credit,
        items
          .map(({ item, charged, credited, now }) => [idOf(item), charged, credited, now])
          .toSorted(([a = 0], [b = 0]) => a - b),
      ])
      .toSorted(([a], [b]) => Number(a) - Number(b))
  }

  async #overLimit() {
    const asked = { asOf: dateOf(AFTER_ALL), includeArchived: true } as const
    const { rows } = await call(this.#company, 'customers.list', asked, reading)
    return CODES.map((code) => rows.find((row) => row.code === code)?.isOverLimit)
  }

  async #batches(): Promise<readonly object[]> {
    if (this.#books.state.batches.length === 0) return []
    const { rows } = await call(this.#company, 'receiptBatches.list', {}, reading)
    return rows
      .toSorted((a, b) => this.#batchIds.indexOf(a.id) - this.#batchIds.indexOf(b.id))
      .map(({ count, total, undoneCount, undoneTotal }) => ({ count, total, undoneCount, undoneTotal }))
  }

  /** Of each customer, as of a day within a year of the first and after the last. */
  async #lateness(): Promise<readonly (number | null)[]> {
    const late: (number | null)[] = []
    for (const code of CODES) {
      const id = this.#sql.value<number>('SELECT id FROM customer WHERE code = ?', [code]) ?? 0
      const { daysLate } = await call(
        this.#company,
        'customers.creditHistory',
        { id, asOf: dateOf(WITHIN_A_YEAR) },
        reading,
      )
      late.push(daysLate)
    }
    return late
  }

  #modelBatches(): readonly object[] {
    return this.#books.state.batches.map((_, index) => batchTold(this.#books, index))
  }

  /** Of one currency, or of all in the company's. */
  async #aged(day: number, currency: number | null): Promise<object> {
    const of = currency === null ? { in: 'base' as const } : { currency: CURRENCIES[currency] ?? null }
    const { rows } = await call(this.#company, 'aging.byCustomer', { asOf: dateOf(day), ...of }, reading)
    return Object.fromEntries(rows.map((row) => [row.code, [...row.buckets, row.unapplied]]))
  }

  #modelAged(day: number, currency: number): object {
    const aged = new Aged(day)
    for (const item of this.#books.state.items) {
      if (item.currency === currency && balanceOn(item, day) !== 0) aged.add(item, partsOf(item, day))
    }
    return aged.rows
  }

  #modelAgedInBase(day: number): object {
    const aged = new Aged(day)
    for (const item of this.#books.state.items) {
      // What is left of an item may be too little for one minor unit of the company's currency.
      if (baseOn(item, day) !== 0) aged.add(item, inBase(item, day))
    }
    return aged.rows
  }

  /** Both sides of the tie-out, of one currency or of all in the company's. */
  async #tied(day: number, currency: number | null): Promise<readonly number[]> {
    const of = currency === null ? { in: 'base' as const } : { currency: CURRENCIES[currency] ?? null }
    const tie = await call(this.#company, 'ledger.tieOut', { asOf: dateOf(day), ...of }, reading)
    return [tie.subledger, tie.controlAccount, tie.difference]
  }

  #modelTied(day: number, currency: number | null): readonly number[] {
    const { items } = this.#books.state
    const amounts = items.map((item) =>
      currency === null ? baseOn(item, day) : item.currency === currency ? balanceOn(item, day) : 0,
    )
    const total = amounts.reduce((sum, amount) => sum + amount, 0)
    return [total, total, 0]
  }

  async #accounts(day: number): Promise<object> {
    const rows = await call(this.#company, 'ledger.trialBalance', { asOf: dateOf(day) }, reading)
    return Object.fromEntries(rows.filter(({ balance }) => balance !== 0).map(({ code, balance }) => [code, balance]))
  }

  #modelAccounts(day: number): object {
    const balances: Record<string, number> = {}
    for (const { account, base, day: on } of this.#books.state.entries) {
      if (on <= day) balances[account] = (balances[account] ?? 0) + base
    }
    return Object.fromEntries(Object.entries(balances).filter(([, balance]) => balance !== 0))
  }

  #taxes(day: number): object {
    const sql = `SELECT tax_code_id, sum(base), sum(tax) FROM document_tax JOIN document ON document.id = document_id
      WHERE document_date <= ? GROUP BY tax_code_id`
    const rows = this.#sql.rows<[number, number, number]>(sql, [dateOf(day)])
    return Object.fromEntries(rows.map(([id, base, tax]) => [id, [base, tax]]))
  }

  #modelTaxes(day: number): object {
    const taxes: Record<number, [number, number]> = {}
    for (const item of this.#books.state.items.filter((each) => each.day <= day)) {
      for (const { code, base, tax } of item.taxes) {
        const row = (taxes[TAX_CODES[code]] ??= [0, 0])
        row[0] += base
        row[1] += tax
      }
    }
    return taxes
  }
}

type Part = ReturnType<typeof openParts>[number]

const partsOf = (item: Item, day: number): readonly Part[] =>
  item.total < 0
    ? [{ due: item.day, open: balanceOn(item, day) }]
    : openParts(item, day).filter(({ open }) => open !== 0)

/** What the books carry of an item, shared among its parts by what is open of each. */
const inBase = (item: Item, day: number): readonly Part[] => {
  const base = baseOn(item, day)
  const parts = partsOf(item, day)
  if (parts.length < 2) return [{ due: (parts[0] ?? item.parts.at(-1))?.due ?? item.day, open: base }]
  const weights = parts.map(({ open }) => open)
  return shares(base, weights).map((open, index) => ({ due: parts[index]?.due ?? item.day, open }))
}

/** Columns of 30 days each, and what nobody applied yet in one of its own. */
class Aged {
  readonly rows: Record<string, number[]> = {}
  readonly #day: number

  constructor(day: number) {
    this.#day = day
  }

  add({ customer, total }: Item, parts: readonly Part[]): void {
    const row = (this.rows[CODES[customer] ?? ''] ??= [0, 0, 0, 0, 0, 0])
    for (const { due, open } of parts) {
      const late = Math.max(0, Math.min(4, Math.ceil((this.#day - due) / 30)))
      const column = total < 0 ? 5 : late
      row[column] = (row[column] ?? 0) + open
    }
  }
}
