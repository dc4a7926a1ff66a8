import { writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { v7 as uuidV7 } from 'uuid'
import type { Connection } from '../../../src-main/db/connection.ts'
import type { LateNews } from '../../../src-shared/ledger/contract/late-charges.ts'
import type { CommandName } from '../../../src-shared/contract.ts'
import { call, type CompanyFile } from '../../../src-main/company-file/company-file.ts'
import { agree } from './agree.ts'
import { askOf } from './asks.ts'
import { currencyOf } from './customers.ts'
import { balanceOn, FOREVER, openParts } from './item.ts'
import { currencyText, dateOf, dateOrNull, type Ask, type Known } from './known.ts'
import { Books } from './books.ts'
import { must } from './refused.ts'
import { standings, type Standing } from './late-charges.ts'
import type { Person, Step } from './steps.ts'
import { contract, type OutputOf } from '../../../src-shared/contract.ts'
import { isApprovable, refusalCodes } from '../../../src-shared/refusals.ts'
import { OWNER } from '../../fixtures/clerk.ts'

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
const NOT_ASKED: Known['asked'] = { proposal: null, amount: 0 }
const APPROVAL = { ...OWNER, over: refusalCodes.filter(isApprovable) }

/** What a command makes that later ones name. */
export const KEPT = ['documents', 'applications', 'unidentified', 'templates', 'batches'] as const
export type Kept = (typeof KEPT)[number]

/** In the order in which they were made, whatever their keys; the last two are made one a command. */
const MADE: Readonly<Record<Exclude<Kept, 'documents'>, string>> = {
  applications: 'SELECT id FROM application WHERE reverses_id IS NULL ORDER BY command_seq, id',
  unidentified: 'SELECT id FROM unidentified_receipt ORDER BY command_seq, id',
  templates: 'SELECT id FROM recurring_invoice',
  batches: 'SELECT id FROM receipt_batch',
}

interface Done extends Pick<Ask, 'name' | 'input'> {
  readonly control: { readonly userId: number; readonly file?: string }
  /** How many of each there were before. */
  readonly reached: Readonly<Record<Kept, number>>
}

/** The same steps through the ledger and through the model, which must agree on every answer. */
export class LedgerRun implements Known {
  readonly books = new Books()
  readonly documents: number[] = []
  readonly applications: number[] = []
  readonly unidentified: number[] = []
  readonly templates: number[] = []
  readonly batches: number[] = []
  readonly drafts: string[] = []
  version = 1
  asked: Known['asked'] = NOT_ASKED
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
    this.asked = await this.#proposalFor(step)
    const ask = askOf(step, this)
    if (!ask) return
    const [input, control] = [this.#sent(ask, step), { userId: USERS[step.by], ...this.#written(ask) }]
    const answer = await this.#company.dispatch(ask.name, { commandUid: uuidV7(), ...input }, control)
    const code = answer.ok ? 'accepted' : answer.error.code
    const where = `${JSON.stringify(step)}: the ledger says ${code}`
    // What is credited of a charge is asked for wrongly too.
    const isOff = step.do === 'creditCharge' && code === 'proposal_changed'
    agree(NEVER.includes(code) && !isOff, false, where)
    // Only what will post is proposed.
    const canPost = step.do === 'proposed' && step.day > this.books.state.closedThrough
    if (ask.mustPost === true && canPost) agree(answer.ok, true, `${where}, of what it proposed`)
    const reached = this.#reached()
    const isSupervisor = step.by === 'owner'
    this.books.by = { isSupervisor, approved: step.approved && contract[ask.name].approvable, letPass: [], read: {} }
    const work = (): void => {
      must(isSupervisor || contract[ask.name].role === 'clerk')
      ask.modelled(this.books)
    }
    const before = standings(this.books)
    agree(answer.ok ? this.books.accepts(work) : this.books.attempt(work), answer.ok, where)
    if (!answer.ok) return
    this.done.push({ name: ask.name, input, control, reached })
    if (ask.name === 'company.setClosingDate' || ask.name === 'company.update') this.version += 1
    if (ask.name === 'drafts.save') this.drafts.push((input as { readonly uid: string }).uid)
    if (ask.name === 'documents.voidAndCopy')
      this.drafts.push((answer.value as OutputOf<'documents.voidAndCopy'>).draft.uid)
    this.#learnIds()
    this.#expectLateNews(ask.name, answer.value, before, where)
    this.#expectTiedOut(where)
  }

  async #proposalFor(step: Step): Promise<Known['asked']> {
    if (step.do !== 'proposed') return NOT_ASKED
    const { customer, day, appliedOn, which } = step
    if (appliedOn !== null && appliedOn < day) return NOT_ASKED
    const { items } = this.books.state
    const money = currencyOf(this.books, customer, step.currency)
    const next = items.find(
      (item) => item.customer === customer && item.currency === money && item.total > 0 && balanceOn(item, FOREVER) > 0,
    )
    const part = next === undefined ? undefined : openParts(next, FOREVER).find(({ open }) => open > 0)
    const amount = step.amount ?? part?.open ?? 1
    const currency = currencyText(step.currency)
    const asked = { customerId: customer + 1, currency, date: dateOf(day), amount, remittanceText: '' }
    const proposals = await call(
      this.#company,
      'receipts.propose',
      { ...asked, applicationDate: dateOrNull(appliedOn) },
      { userId: USERS[step.by] },
    )
    return { proposal: proposals[which % Math.max(1, proposals.length)] ?? null, amount }
  }

  #reached(): Readonly<Record<Kept, number>> {
    return Object.fromEntries(KEPT.map((what) => [what, this[what].length])) as Record<Kept, number>
  }

  #written({ file }: Ask): { readonly file?: string } {
    if (file === undefined) return {}
    const path = `${this.#company.path}.csv`
    writeFileSync(path, file)
    return { file: path }
  }

  #sent({ name, input }: Ask, { approved }: Step): object {
    this.commands += 1
    return { ...input, ...(approved && contract[name].approvable ? { approval: APPROVAL } : {}) }
  }

  /** All but documents are made in the same order on both sides. */
  #learnIds(): void {
    this.#learnDocuments()
    for (const what of ['applications', 'unidentified', 'templates', 'batches'] as const) this.#learn(what)
  }

  /** So are documents; but what is void together is told apart by what it is the void of. */
  #learnDocuments(): void {
    const { items } = this.books.state
    const known = this.documents.length
    const sql = 'SELECT id, reverses_id FROM document ORDER BY command_seq, id'
    const seen = new Set(this.documents)
    const rows = this.#sql.rows<[number, number | null]>(sql).filter(([id]) => !seen.has(id))
    agree(known + rows.length, items.length, 'documents')
    for (const [place, { reverses }] of items.slice(known).entries()) {
      const of = reverses === null ? null : (this.documents[reverses] ?? 0)
      const at = rows.findIndex((row) => row[1] === of)
      agree(at === -1, false, `the ledger has no document of item ${known + place}`)
      this.documents.push(...rows.splice(at, 1).map(([id]) => id))
    }
  }

  #learn(what: Exclude<Kept, 'documents'>): void {
    const ids = this[what]
    const known = new Set(ids)
    ids.push(...this.#sql.rows<[number]>(MADE[what]).flatMap(([id]) => (known.has(id) ? [] : [id])))
    agree(ids.length, this.books.state[what].length, what)
  }

  /** A command that makes a finance charge wrong says so, and says nothing of one that it left as it was. */
  #expectLateNews(name: CommandName, value: unknown, before: readonly Standing[], where: string): void {
    if (this.books.state.charged.length === 0) return
    const { lateCharges = [] } = (value ?? {}) as Partial<LateNews>
    const said = lateCharges.map(({ chargeId, itemId, charged, credited, now }) =>
      [chargeId, itemId, charged, credited, now].join(' '),
    )
    const idOf = (index: number): number => this.documents[index] ?? 0
    const wrong = standings(this.books).filter(({ charged, credited, now }) => charged - credited !== now)
    const text = ({ charge, item, charged, credited, now }: Standing): string =>
      [idOf(charge), idOf(item), charged, credited, now].join(' ')
    const changed = wrong.filter((each) => !before.some((earlier) => isDeepStrictEqual(earlier, each)))
    agree(
      said.filter((each) => !wrong.map(text).includes(each)),
      [],
      `${where}, and said of finance charges`,
    )
    if (name === 'financeCharges.credit') return
    agree(
      changed.map(text).filter((each) => !said.includes(each)),
      [],
      `${where}, and did not say of finance charges`,
    )
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
    agree(sums, [[0, control, control]], where)
  }
}
