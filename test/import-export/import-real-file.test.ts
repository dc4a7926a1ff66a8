import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import { day } from '../fixtures/entries.ts'
import { dryRun, preview, run } from './import-fixture.ts'

/** Not ours to copy: where it is not at hand, the known truth cannot be checked. */
const file = fileURLToPath(new URL('../../../shared/data/receivables-2012-2013.csv', import.meta.url))
const there = existsSync(file)
if (!there) process.stderr.write(`Skipped: the real receivables file is not at ${file}.\n`)

const OPEN_AS_OF = '2012-06-30'
/** Computed independently: current, 1-30, 31-60, 61-90, over 90. */
const BUCKETS = [459_436, 90_973, 0, 0, 0]
const TOTAL = 550_409

test.skipIf(!there)(
  '2,466 real invoices: imported in seconds, aged to the cent, every rule of the books kept',
  async () => {
    const company = newCompany()
    const { mapping: found, rowCount } = await preview(company, file)
    expect({ rowCount, dates: found.datePatterns, mark: found.decimalMark, documents: found.documents }).toEqual({
      rowCount: 2466,
      dates: { invoice_date: 'M/D/YYYY', due_date: 'M/D/YYYY', settled_date: 'M/D/YYYY' },
      mark: '.',
      documents: null,
    })
    const mapping = { ...found, documents: 'invoices' as const }
    expect(await dryRun(company, file, mapping)).toMatchObject({
      rows: 2466,
      newCustomers: 100,
      invoices: 2466,
      receipts: 2466,
      totalInvoiced: 14_770_318,
      totalReceived: 14_770_318,
      problems: [],
    })

    // The processor's time: a wall clock also counts what else the machine is doing.
    const before = process.cpuUsage()
    expect(await run(company, file, mapping)).toEqual({ customers: 100, invoices: 2466, credits: 0, receipts: 2466 })
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(5000)

    const aging = await company.call('aging.byCustomer', { asOf: day(OPEN_AS_OF) })
    expect(aging.openDebits).toBe(98)
    expect(aging.totals).toEqual({ buckets: BUCKETS, unapplied: 0, total: TOTAL })

    const db = company.sql()
    const bySql = db.get<{ items: number; total: number }>(
      `SELECT count(*) AS items, sum(open) AS total FROM (
       SELECT sum(amount) AS open FROM entry
       WHERE item_id IS NOT NULL AND posting_date <= ? GROUP BY item_id HAVING open <> 0)`,
      [OPEN_AS_OF],
    )
    expect(bySql).toEqual({ items: 98, total: TOTAL })
    const inBuckets = db.all<{ bucket: number; total: number }>(
      `SELECT CASE WHEN late <= 0 THEN 0 WHEN late <= 30 THEN 1 WHEN late <= 60 THEN 2 WHEN late <= 90 THEN 3 ELSE 4 END
       AS bucket, sum(open) AS total
     FROM (
       SELECT julianday(?) - julianday(due_date) AS late, sum(entry.amount) AS open FROM entry
       JOIN document ON document.id = entry.item_id
       WHERE entry.posting_date <= ? GROUP BY entry.item_id)
     GROUP BY bucket HAVING sum(open) <> 0 ORDER BY bucket`,
      [OPEN_AS_OF, OPEN_AS_OF],
    )
    expect(inBuckets).toEqual([
      { bucket: 0, total: BUCKETS[0] },
      { bucket: 1, total: BUCKETS[1] },
    ])

    const check = await company.call('company.check', {})
    expect(check.rules.filter(({ violations }) => violations > 0)).toEqual([])
    expect(check.chain.intact).toBe(true)
  },
)
