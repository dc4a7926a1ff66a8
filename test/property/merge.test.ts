import fc from 'fast-check'
import { copyFileSync, rmSync } from 'node:fs'
import { v7 as uuidV7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriesKinds } from '../../src-shared/domain/documents.ts'
import { Connection } from '../../src-main/db/connection.ts'
import { call, openForReading, openForWriting, type CompanyFile } from '../../src-main/kernel/company-file.ts'
import { expectInvariants, TEST_NOW } from '../fixtures/company.ts'
import { LedgerRun } from './books/ledger-run.ts'
import { rebuilt, reportsOf } from './books/reports.ts'
import { step, type Step } from './books/steps.ts'
import { makeCompanies, type Companies } from './books/template.ts'
import { holdsAsync } from './holds.ts'

const MACHINES = 3

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})
afterAll(() => companies.end())

/** The starting company on a machine of its own, with numbers of its own. */
const onMachine = (name: string, machine: number): CompanyFile => {
  const path = companies.path(`${name}-${machine}`)
  copyFileSync(companies.template, path)
  const connection = new Connection(path)
  // A file works as its first device: the new one comes before the machine that made the company.
  connection.run('INSERT INTO device (id, uid, name) VALUES (0, ?, ?)', [uuidV7(), `Machine ${machine}`])
  for (const kind of seriesKinds) {
    const prefix = `M${machine}-${kind.toUpperCase()}-`
    const sql =
      'INSERT INTO number_series (uid, kind, device_id, prefix, width, first_number) VALUES (?, ?, 0, ?, 5, 1)'
    connection.run(sql, [uuidV7(), kind, prefix])
  }
  connection.close()
  return openForWriting(path, { clock: () => TEST_NOW })
}

/**
 * What only makes sense where all of the company is known. Finance charges, a revaluation, a credit limit and a batch are
 * worked out over what one machine has; customers, limits, policies, rates, recurring invoices and the closing date are
 * master data, of which two machines may each make something else.
 */
const OF_ONE_MACHINE = [
  'charge',
  'revalue',
  'rate',
  'close',
  'edit',
  'recurrency',
  'policy',
  'limit',
  'template',
  'pause',
  'end',
  'catchUp',
  'skip',
  'restore',
  'openBatch',
  'recount',
  'closeBatch',
  'reopenBatch',
  'draft',
  'discard',
] as const satisfies readonly Step['do'][]

/** What two machines can do to one company before they meet. */
const apart = fc
  .record({ machine: fc.nat(MACHINES - 1), action: step })
  .filter(({ action }) => !OF_ONE_MACHINE.some((name) => name === action.do))

interface Told {
  readonly machine: number
  readonly action: Step
}

/** The same commands, one after another, in one file: ids of a machine's file become those of this one. */
class OneFile {
  readonly #file: CompanyFile
  readonly #sql: Connection
  readonly #ids: Readonly<Record<'documents' | 'applications' | 'parked', Map<string, number>>> = {
    documents: new Map(),
    applications: new Map(),
    parked: new Map(),
  }

  constructor(file: CompanyFile, sql: Connection) {
    this.#file = file
    this.#sql = sql
  }

  async repeat(machine: number, run: LedgerRun): Promise<void> {
    const did = run.done.at(-1)
    if (!did) throw new Error('nothing was done')
    const what = did.name.startsWith('parkedReceipts.') ? 'parked' : 'documents'
    const input = { commandUid: uuidV7(), ...(this.#inThisFile(machine, did.input, what) as object) }
    const answer = await this.#file.dispatch(did.name, input, did.control)
    expect(answer, `${did.name} in one file`).toMatchObject({ ok: true })
    this.#learn(
      'documents',
      machine,
      run.documents.slice(did.documents).toSorted((a, b) => a - b),
      'SELECT id FROM document WHERE id > ? ORDER BY id',
    )
    const applications = 'SELECT id FROM application WHERE id > ? AND reverses_id IS NULL ORDER BY id'
    this.#learn('applications', machine, run.applications.slice(did.applications), applications)
    this.#learn(
      'parked',
      machine,
      run.parked.slice(did.parked),
      'SELECT id FROM parked_receipt WHERE id > ? ORDER BY id',
    )
  }

  #learn(what: 'documents' | 'applications' | 'parked', machine: number, theirs: readonly number[], sql: string): void {
    const ids = this.#ids[what]
    const ours = this.#sql.rows<[number]>(sql, [Math.max(0, ...ids.values())])
    expect(ours.length).toBe(theirs.length)
    for (const [index, id] of theirs.entries()) ids.set(`${machine}-${id}`, ours[index]?.[0] ?? 0)
  }

  /** `what` is it that the command's own `id` names. */
  #inThisFile(machine: number, value: unknown, what: 'documents' | 'parked', field = ''): unknown {
    if (Array.isArray(value)) return value.map((each) => this.#inThisFile(machine, each, what, field))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, this.#inThisFile(machine, each, what, key)]),
      )
    const known = `${machine}-${String(value)}`
    if (field === 'id') return this.#ids[what].get(known)
    if (['documentId', 'creditDocumentId', 'invoiceId'].includes(field)) return this.#ids.documents.get(known)
    return field === 'applicationId' ? this.#ids.applications.get(known) : value
  }
}

/** The history on three machines, each with the company as it was, and all of it in one file. */
const split = async (
  history: readonly Told[],
): Promise<{ readonly parts: readonly string[]; readonly whole: string }> => {
  const name = uuidV7()
  const files = Array.from({ length: MACHINES }, (_, machine) => onMachine(name, machine))
  const whole = companies.open()
  const opened: Connection[] = []
  const reading = ({ path }: CompanyFile): Connection => {
    const sql = new Connection(path, { readonly: true })
    opened.push(sql)
    return sql
  }
  const runs = files.map((file, machine) => new LedgerRun(file, reading(file), `M${machine}-`))
  const one = new OneFile(whole, reading(whole))
  for (const { machine, action } of history) {
    const run = runs[machine]
    if (!run) continue
    const before = run.done.length
    await run.take(action)
    if (run.done.length > before) await one.repeat(machine, run)
  }
  for (const sql of opened) sql.close()
  for (const file of [...files, whole]) file.close()
  return { parts: files.map(({ path }) => path), whole: whole.path }
}

test(
  'facts of three machines, brought together by their uids, are the books of one machine that did it all',
  { timeout: 600_000 },
  async () => {
    const law = fc.asyncProperty(fc.array(apart, { minLength: 15, maxLength: 50, size: 'max' }), async (history) => {
      const { parts, whole } = await split(history)
      const merged = `${whole}.merged`
      rebuilt(merged, parts)
      expect(await reportsOf(merged)).toEqual(await reportsOf(whole))
      expectInvariants(merged)
      for (const path of [...parts, whole, merged]) rmSync(path)
    })
    await holdsAsync(law, 20)
  },
)

const documentsIn = (path: string): number => {
  const connection = new Connection(path, { readonly: true })
  const documents = connection.value<number>('SELECT count(*) FROM document') ?? 0
  connection.close()
  return documents
}

test('a set union: in whatever order, and however often, the same books', { timeout: 120_000 }, async () => {
  const [history = []] = fc.sample(fc.array(apart, { minLength: 90, maxLength: 100, size: 'max' }), {
    numRuns: 1,
    seed: 4,
  })
  const { parts, whole } = await split(history)
  const [first = '', second = '', third = ''] = parts
  const reports = await reportsOf(whole)
  expect(
    parts.map(documentsIn).every((documents) => documents > 3),
    'each machine did something',
  ).toBe(true)
  for (const [index, order] of [
    [third, first, second],
    [first, first, second, third, second],
  ].entries()) {
    const merged = `${whole}.${index}`
    rebuilt(merged, order)
    expect(await reportsOf(merged)).toEqual(reports)
    expect(documentsIn(merged)).toBe(documentsIn(whole))
    const file = openForReading(merged)
    expect(await call(file, 'company.check', {})).toMatchObject({ chain: { intact: true } })
    file.close()
  }
})
