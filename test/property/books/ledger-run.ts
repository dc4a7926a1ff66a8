import { v7 as uuidV7 } from 'uuid'
import { expect } from 'vitest'
import type { Connection } from '../../../src-main/db/connection.ts'
import type { CompanyFile } from '../../../src-main/kernel/company-file.ts'
import { askOf } from './asks.ts'
import { dateOf, TAX_CODES, type Ask, type Known } from './known.ts'
import { Books } from './books.ts'
import { CODES, currencyOf } from './customers.ts'
import { balanceOn, FOREVER, openParts } from './item.ts'
import { must } from './refused.ts'
import type { Person, Step } from './steps.ts'
import { contract } from '../../../src-shared/contract/index.ts'
import { approvableRefusals } from '../../../src-shared/contract/refusals.ts'
import { OWNER } from '../../fixtures/clerk.ts'
import { call } from '../../../src-main/kernel/company-file.ts'

const CURRENCIES = ['USD', 'EUR']
/** Answers that no step may get: the input is always well formed, and the ledger is never at fault. */
const NEVER = [
  'internal',
  'invalid_input',
  'unknown_operation',
  'unbalanced',
  'number_taken',
  'proposal_changed',
  'stale_version',
]

export const USERS: Readonly<Record<Person, number>> = { owner: OWNER.userId, clerk: 2 }
const APPROVAL = { ...OWNER, over: approvableRefusals }
const reading = { userId: OWNER.userId }

interface Done extends Pick<Ask, 'name' | 'input'> {
  readonly control: { readonly userId: number }
  readonly documents: number
  readonly applications: number
}

/** The same steps through the ledger and through the model, which must agree on every answer. */
export class LedgerRun implements Known {
  readonly books = new Books()
  readonly documents: number[] = []
  readonly applications: number[] = []
  readonly parked: number[] = []
  version = 1
  commands = 0
  /** What was done: each command with the first of the ids it gave out. */
  readonly done: Done[] = []
  readonly label: string
  readonly #company: CompanyFile
  readonly #sql: Connection

  /** `sql` reads what the company's file has; its maker closes it. */
  constructor(company: CompanyFile, sql: Connection, label = '') {
    this.label = label
    this.#company = company
    this.#sql = sql
  }

  async take(step: Step): Promise<void> {
    const ask = askOf(step, this)
    if (!ask) return
    const [input, control] = [this.#sent(ask, step), { userId: USERS[step.by] }]
    const answer = await this.#company.dispatch(ask.name, { commandUid: uuidV7(), ...input }, control)
    const code = answer.ok ? 'accepted' : answer.error.code
    const where = `${JSON.stringify(step)}: the ledger says ${code}`
    expect(NEVER, where).not.toContain(code)
    const isSupervisor = step.by === 'owner'
    this.books.by = { isSupervisor, approved: step.approved && contract[ask.name].approvable }
    const work = (): void => {
      must(isSupervisor || contract[ask.name].role === 'clerk')
      ask.modelled(this.books)
    }
    expect(this.books.attempt(work), where).toBe(answer.ok)
    if (!answer.ok) return
    const reached = { documents: this.documents.length, applications: this.applications.length }
    this.done.push({ name: ask.name, input, control, ...reached })
    if (ask.name === 'company.setClosingDate' || ask.name === 'company.update') this.version += 1
    this.#learnIds()
    this.#expectTiedOut(where)
  }

  #sent({ name, input }: Ask, { approved }: Step): object {
    this.commands += 1
    return { ...input, ...(approved && contract[name].approvable ? { approval: APPROVAL } : {}) }
  }

  /** Applications and parked receipts are made in the same order on both sides. */
  #learnIds(): void {
    const { applications, parked } = this.books.state
    this.#learnDocuments()
    this.#learn(
      this.applications,
      'SELECT id FROM application WHERE id > ? AND reverses_id IS NULL ORDER BY id',
      applications.length,
    )
    this.#learn(this.parked, 'SELECT id FROM parked_receipt WHERE id > ? ORDER BY id', parked.length)
  }

  /** So are documents; but what is void together is told apart by what it is the void of. */
  #learnDocuments(): void {
    const { items } = this.books.state
    const known = this.documents.length
    const sql = 'SELECT id, reverses_id FROM document WHERE id > ? ORDER BY id'
    const rows = this.#sql.rows<[number, number | null]>(sql, [Math.max(0, ...this.documents)])
    expect(known + rows.length, 'documents').toBe(items.length)
    for (const [place, { reverses }] of items.slice(known).entries()) {
      const of = reverses === null ? null : (this.documents[reverses] ?? 0)
      const at = rows.findIndex((row) => row[1] === of)
      expect(at, `the ledger's document of item ${known + place}`).not.toBe(-1)
      this.documents.push(...rows.splice(at, 1).map(([id]) => id))
    }
  }

  #learn(ids: number[], sql: string, expected: number): void {
    for (const [id] of this.#sql.rows<[number]>(sql, [ids.at(-1) ?? 0])) ids.push(id)
    expect(ids.length, sql).toBe(expected)
  }

  /** Every posting balances in sum, and the control account is what the open items are, after every step. */
  #expectTiedOut(where: string): void {
    const sums = this.#sql.rows<[number, number, number]>(
      `SELECT (SELECT coalesce(sum(base_amount), 0) FROM entry),
         (SELECT coalesce(sum(base_amount), 0) FROM entry WHERE account_id = (SELECT id FROM account WHERE is_control = 1)),
         (SELECT coalesce(sum(base_balance), 0) FROM open_item)`,
    )
    const control = this.books.state.entries.reduce(
      (sum, { account, base }) => (account === '1200' ? sum + base : sum),
      0,
    )
    expect(sums, where).toEqual([[0, control, control]])
  }

  /** What every item has open now; aging, accounts and taxes as of the days asked for. */
  async compare(days: readonly number[]): Promise<void> {
    const open = this.#sql.rows<[number, number]>('SELECT document_id, balance FROM open_item ORDER BY document_id')
    const { items } = this.books.state
    const modelled = items.map((item, index) => [this.documents[index] ?? 0, balanceOn(item, FOREVER) + 0] as const)
    expect(open).toEqual(modelled.toSorted(([a], [b]) => a - b))
    for (const day of days) {
      for (const [currency] of CURRENCIES.entries())
        expect(await this.#aged(day, currency), `aging of day ${day}`).toEqual(this.#modelAged(day, currency))
      expect(await this.#accounts(day), `accounts of day ${day}`).toEqual(this.#modelAccounts(day))
      expect(this.#taxes(day), `taxes of day ${day}`).toEqual(this.#modelTaxes(day))
    }
  }

  async #aged(day: number, currency: number): Promise<object> {
    const asked = { asOf: dateOf(day), currency: CURRENCIES[currency] ?? null }
    const { rows } = await call(this.#company, 'aging.byCustomer', asked, reading)
    return Object.fromEntries(rows.map((row) => [row.code, [...row.buckets, row.unapplied]]))
  }

  #modelAged(day: number, currency: number): object {
    const aged: Record<string, number[]> = {}
    for (const item of this.books.state.items) {
      if (currencyOf(item.customer) !== currency || balanceOn(item, day) === 0) continue
      const row = (aged[CODES[item.customer] ?? ''] ??= [0, 0, 0, 0, 0, 0])
      if (item.total < 0) row[5] = (row[5] ?? 0) + balanceOn(item, day)
      else
        for (const { due, open } of openParts(item, day)) {
          const late = day - due
          const column = late <= 0 ? 0 : late <= 30 ? 1 : late <= 60 ? 2 : late <= 90 ? 3 : 4
          row[column] = (row[column] ?? 0) + open
        }
    }
    return aged
  }

  async #accounts(day: number): Promise<object> {
    const rows = await call(this.#company, 'ledger.trialBalance', { asOf: dateOf(day) }, reading)
    return Object.fromEntries(rows.filter(({ balance }) => balance !== 0).map(({ code, balance }) => [code, balance]))
  }

  #modelAccounts(day: number): object {
    const balances: Record<string, number> = {}
    for (const { account, base, day: on } of this.books.state.entries) {
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
    for (const item of this.books.state.items.filter((each) => each.day <= day)) {
      for (const { code, base, tax } of item.taxes) {
        const row = (taxes[TAX_CODES[code]] ??= [0, 0])
        row[0] += base
        row[1] += tax
      }
    }
    return taxes
  }
}
