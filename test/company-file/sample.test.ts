import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, calendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { Connection } from '../../src-main/db/connection.ts'
import { runInvariants } from '../../src-main/db/invariants.ts'
import { customerPlans } from '../../src-main/sample/customer-plans.ts'
import { makeSampleCompany, type SampleOptions } from '../../src-main/sample/make-sample-company.ts'
import { seededRandom } from '../../src-main/sample/random.ts'
import { call, openForReading } from '../../src-main/company-file/company-file.ts'
import { fillNewCompany } from '../../src-main/company-file/fill-company.ts'

const TODAY = calendarDate('2025-06-30')
const folder = mkdtempSync(join(tmpdir(), 'duebook-sample-'))
const at = (name: string): string => join(folder, name)
const path = at('Sample.duebook')
const progress: (readonly [done: number, total: number])[] = []

const make = async (file: string, options: Partial<SampleOptions> = {}): Promise<void> => {
  await makeSampleCompany(file, { seed: 1, today: TODAY, ...options }, fillNewCompany)
}

const sqlOn = (file: string): Connection => new Connection(file, { readonly: true })
let sql: Connection

// The machine may be busy with other tests; alone it takes about 4 s.
beforeAll(async () => {
  await make(path, { progress: (done, total) => progress.push([done, total]) })
  sql = sqlOn(path)
}, 120_000)

afterAll(() => {
  sql.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the sample company', () => {
  test('has 60 customers, every one with history, and about 3,000 documents over two years', () => {
    expect(sql.value('SELECT count(*) FROM customer')).toBe(60)
    const without = sql.all(
      `SELECT code FROM customer WHERE NOT EXISTS
         (SELECT 1 FROM document WHERE customer_id = customer.id AND kind = 'invoice')`,
    )
    expect(without).toEqual([])
    expect(sql.value<number>('SELECT count(*) FROM document')).toBeGreaterThan(2_200)
    expect(sql.value<number>('SELECT count(*) FROM document')).toBeLessThan(3_800)
    const first = sql.value<string>('SELECT min(document_date) FROM document') ?? ''
    expect(first >= addDays(TODAY, -730) && first < addDays(TODAY, -700)).toBe(true)
  })

  test('ends today: nothing is dated later, nor on a weekend', () => {
    expect(sql.value<number>('SELECT count(*) FROM posting WHERE posting_date > ?', [TODAY])).toBe(0)
    expect(sql.value<number>(`SELECT count(*) FROM posting WHERE strftime('%w', posting_date) IN ('0', '6')`)).toBe(0)
    const last = sql.value<string>('SELECT max(document_date) FROM document') ?? ''
    expect(last >= addDays(TODAY, -4)).toBe(true)
  })

  test('keeps every invariant and an unbroken chain of commands', async () => {
    expect(runInvariants(sql).filter((rule) => rule.violations > 0)).toEqual([])
    const file = openForReading(path)
    const check = await call(file, 'company.check', {})
    file.close()
    expect(check.chain).toMatchObject({ intact: true, brokenAt: null })
  })

  test('has something in every bucket of the aging, and unapplied cash; the total is the control account', async () => {
    const file = openForReading(path)
    const aging = await call(file, 'aging.byCustomer', { asOf: TODAY })
    const tieOut = await call(file, 'ledger.tieOut', { asOf: TODAY })
    file.close()
    expect(aging.totals.buckets.every((amount) => amount > 0)).toBe(true)
    expect(aging.totals.unapplied).toBeLessThan(0)
    expect(tieOut).toMatchObject({ difference: 0, controlAccount: aging.totals.total })
    expect(aging.rows.length).toBeGreaterThan(30)
  })

  test('shows what a clerk meets: discounts, short pays, part payments, returned checks, corrections, a hold', () => {
    const count = (rows: string): number => sql.value<number>(`SELECT count(*) FROM ${rows}`) ?? 0
    expect(count('application WHERE discount > 0')).toBeGreaterThan(50)
    expect(count(`application WHERE write_off > 0 AND write_off_reason = 'Small balance'`)).toBeGreaterThan(5)
    expect(count(`application WHERE write_off > 0 AND write_off_reason = 'Damaged goods'`)).toBeGreaterThan(0)
    expect(count(`document WHERE kind = 'invoice' AND reverses_id IS NOT NULL`)).toBeGreaterThan(3)
    expect(count(`document WHERE kind = 'receipt' AND reverses_id IS NOT NULL`)).toBeGreaterThan(0)
    expect(count(`command_log WHERE name = 'applications.unapply'`)).toBeGreaterThan(0)
    expect(count(`command_log WHERE name = 'applications.apply'`)).toBeGreaterThan(5)
    expect(count('customer WHERE on_hold = 1')).toBe(1)
    const parts = `(SELECT debit_id FROM application WHERE reverses_id IS NULL GROUP BY debit_id HAVING count(*) > 1)`
    expect(count(parts)).toBeGreaterThan(10)
    const linesMost = sql.value<number>('SELECT max(line_no) FROM document_line') ?? 0
    expect(linesMost).toBeGreaterThanOrEqual(4)
    expect(count('document_tax')).toBeGreaterThan(300)
  })

  test('records each command on its own business day, one after another', () => {
    const stray = sql.value<number>(
      `SELECT count(*) FROM posting JOIN command_log ON command_log.seq = posting.command_seq
       WHERE substr(recorded_at, 1, 10) <> posting_date`,
    )
    expect(stray).toBe(0)
    expect(
      sql.value<number>(
        `SELECT count(*) FROM command_log AS later JOIN command_log AS earlier ON earlier.seq = later.seq - 1
         WHERE later.recorded_at < earlier.recorded_at AND earlier.seq > 1`,
      ),
    ).toBe(0)
  })

  test('tells how far it is', () => {
    expect(progress.length).toBeGreaterThan(700)
    expect(progress.every(([done, total], index) => done >= (progress[index - 1]?.[0] ?? 0) && done <= total)).toBe(
      true,
    )
  })
})

const balances = (file: Connection): unknown =>
  file.all(
    `SELECT document.kind, number, code, document.document_date, document.due_date, total, reference, balance, closed_on
     FROM open_item JOIN document ON document.id = open_item.document_id JOIN customer ON customer.id = document.customer_id
     ORDER BY document.id`,
  )

test('the same seed and day make the same business', { timeout: 120_000 }, async () => {
  await make(at('again.duebook'))
  const again = sqlOn(at('again.duebook'))
  expect(balances(again)).toEqual(balances(sql))
  again.close()
})

test('another seed makes other customers of the same names', () => {
  const [one, same, two] = [1, 1, 2].map((seed) => customerPlans(seededRandom(seed)))
  expect(one).toEqual(same)
  expect(one).not.toEqual(two)
  expect(one?.map(({ name }) => name)).toEqual(two?.map(({ name }) => name))
  expect(new Set(one?.map(({ code }) => code)).size).toBe(60)
})

describe('making it', () => {
  test('cancelled, it leaves nothing behind', { timeout: 60_000 }, async () => {
    const before = readdirSync(folder)
    let asked = 0
    const making = make(at('cancelled.duebook'), { isCancelled: () => (asked += 1) > 30 })
    await expect(making).rejects.toMatchObject({ name: 'Refusal', code: 'cancelled' })
    expect(readdirSync(folder)).toEqual(before)
  })

  test('never takes the place of another file', async () => {
    writeFileSync(at('taken.duebook'), 'mine')
    await expect(make(at('taken.duebook'))).rejects.toMatchObject({ code: 'file_exists' })
    expect(existsSync(at('taken.duebook.filling'))).toBe(false)
  })
})
