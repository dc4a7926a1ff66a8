import { appendFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { call } from '../../src-main/company-file/company-file.ts'
import { linesText } from '../../src-shared/import-export/rules/import-problems.ts'
import { CLERK_PIN, OWNER, takeOnClerk } from '../fixtures/clerk.ts'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, day, postInvoice } from '../fixtures/entries.ts'
import { dryRun, HEADERS, mapping, preview, rowCounts, run, runChecked, writeCsv } from './import-fixture.ts'

const OPEN = 'C1,Acme Ltd,US,0001,2025-01-10,2025-02-09,100.00,PO 7,'
const SETTLED = 'C1,Acme Ltd,US,0002,2025-01-20,2025-02-19,50.00,,2025-03-01'

describe('new customers in a file', () => {
  test('come without a limit, so a supervisor approves them where a clerk imports', async () => {
    const company = newCompany()
    const clerk = await takeOnClerk(company)
    await company.call('session.signIn', { userId: clerk, pin: CLERK_PIN })
    const file = writeCsv(company, [OPEN])
    const { fileHash } = await dryRun(company, file)
    const before = rowCounts(company)
    await expect(runChecked(company, file, fileHash)).rejects.toMatchObject({
      code: 'credit_given',
      message:
        '1 new customer in this file would have no credit limit. Only a supervisor gives that; ask one to approve it.',
    })
    expect(rowCounts(company)).toEqual(before)
    const approval = { ...OWNER, over: ['credit_given' as const] }
    const input = { token: '0'.repeat(32), mapping, fileHash, approval }
    expect(await call(company.file, 'imports.run', input, { file })).toMatchObject({ customers: 1 })
    // The next file is of a customer who is known.
    expect(await run(company, writeCsv(company, [SETTLED]))).toMatchObject({ customers: 0, invoices: 1 })
  })
})

describe('what an import posts', () => {
  test('an invoice under its own number, with its dates, reference and one untaxed line', async () => {
    const company = newCompany()
    expect(await run(company, writeCsv(company, [OPEN]))).toEqual({
      customers: 1,
      invoices: 1,
      credits: 0,
      receipts: 0,
    })
    const db = company.sql()
    expect(
      db.get(
        `SELECT kind, number, series_id, document_date, due_date, currency, total, reference, discount FROM document`,
      ),
    ).toEqual({
      kind: 'invoice',
      number: '0001',
      series_id: null,
      document_date: '2025-01-10',
      due_date: '2025-02-09',
      currency: 'USD',
      total: 10_000,
      reference: 'PO 7',
      discount: 0,
    })
    expect(db.all('SELECT description, quantity, unit_price, net, tax_code_id FROM document_line')).toEqual([
      { description: 'PO 7', quantity: 1_000_000, unit_price: 100_000_000, net: 10_000, tax_code_id: null },
    ])
  })

  test('a settled invoice also gets a receipt of that day, applied in full on that day', async () => {
    const company = newCompany()
    expect(await run(company, writeCsv(company, [SETTLED]))).toEqual({
      customers: 1,
      invoices: 1,
      credits: 0,
      receipts: 1,
    })
    const db = company.sql()
    expect(
      db.get(`SELECT number, document_date, total, method, reference, account.code AS account FROM document
        JOIN account ON account.id = deposit_account_id WHERE kind = 'receipt'`),
    ).toEqual({
      number: 'IMP-0002',
      document_date: '2025-03-01',
      total: -5000,
      method: 'transfer',
      reference: '0002',
      account: '1000',
    })
    expect(db.all('SELECT amount, discount, write_off, effective_date FROM application')).toEqual([
      { amount: 5000, discount: 0, write_off: 0, effective_date: '2025-03-01' },
    ])
    const open = async (asOf: string) => (await company.call('aging.byCustomer', { asOf: day(asOf) })).totals.total
    expect(await open('2025-02-28')).toBe(5000)
    expect(await open('2025-03-01')).toBe(0)
  })

  test('a new customer has the code, the name, the country, the company’s currency and terms', async () => {
    const company = newCompany({ baseCurrency: 'EUR' })
    await run(company, writeCsv(company, [OPEN, 'C2,,,3,2025-01-01,2025-01-16,1,,']))
    const db = company.sql()
    expect(
      db.all(`SELECT customer.code, customer.name, currency, terms.code AS terms, country FROM customer
        JOIN terms ON terms.id = terms_id
        LEFT JOIN customer_address ON customer_id = customer.id ORDER BY customer.id`),
    ).toEqual([
      { code: 'C1', name: 'Acme Ltd', currency: 'EUR', terms: 'NET30', country: 'US' },
      { code: 'C2', name: 'C2', currency: 'EUR', terms: 'NET15', country: null },
    ])
  })

  test('a customer the company has is used, whatever the case of the code', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'c1', { name: 'ACME ltd', termsCode: '2-10-30' })
    const result = await run(company, writeCsv(company, [OPEN, 'C1,,,9,2025-01-01,,200.00,,']))
    expect(result).toMatchObject({ customers: 0, invoices: 2 })
    const db = company.sql()
    expect(db.all('SELECT customer_id, number, due_date, discount, discount_until FROM document ORDER BY id')).toEqual([
      { customer_id: id, number: '0001', due_date: '2025-02-09', discount: 0, discount_until: null },
      { customer_id: id, number: '9', due_date: '2025-01-31', discount: 400, discount_until: '2025-01-11' },
    ])
  })

  test('the same file again is refused, invoice by invoice', async () => {
    const company = newCompany()
    const path = writeCsv(company, [OPEN, SETTLED])
    await run(company, path)
    const { problems } = await dryRun(company, path)
    expect(problems.map(({ lines, problem }) => `${linesText(lines)}: ${problem}`)).toEqual([
      '2-3: Invoice 0001 is already in the company: remove the row.',
    ])
    await expect(run(company, path)).rejects.toMatchObject({ code: 'import_has_errors', params: { count: 2 } })
  })

  test('numbers of our own series go on without a gap', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'N1')
    await postInvoice(company, customer, '2025-06-01', 100)
    await run(company, writeCsv(company, [OPEN]))
    expect((await postInvoice(company, customer, '2025-06-02', 100)).number).toBe('INV-00002')
  })
})

describe('the command log keeps what was imported, not the rows', () => {
  test('the file’s name and hash, the mapping and the counts', async () => {
    const company = newCompany()
    const path = writeCsv(company, [OPEN, SETTLED])
    const { fileHash } = await dryRun(company, path)
    await runChecked(company, path, fileHash)
    const input = company.sql().value<string>(`SELECT input FROM command_log WHERE name = 'imports.run'`) ?? ''
    expect(JSON.parse(input)).toMatchObject({
      file: 'list.csv',
      fileHash,
      mapping,
      customers: 1,
      invoices: 2,
      receipts: 1,
      totalInvoiced: 15_000,
    })
    expect(input).not.toContain('Acme')
  })

  test('the mapping is remembered for these headers, and for no others', async () => {
    const company = newCompany()
    const path = writeCsv(company, [OPEN])
    const own = { ...mapping, columns: { ...mapping.columns, reference: 1, customer_name: 7 } }
    expect((await preview(company, path)).remembered).toBe(false)
    await run(company, path, own)
    expect(await preview(company, path)).toMatchObject({
      remembered: true,
      mapping: { ...own, encoding: 'utf-8', headerLine: 1 },
    })
    expect((await preview(company, writeCsv(company, [OPEN], `${HEADERS}!`))).remembered).toBe(false)
  })
})

describe('what the clerk sees first', () => {
  test('headers, a sample, and a mapping guessed from both', async () => {
    const company = newCompany()
    const path = writeCsv(company, [OPEN.replace('2025-01-10', '2025-01-31'), SETTLED])
    expect(await preview(company, path)).toMatchObject({
      file: 'list.csv',
      headers: HEADERS.split(','),
      sample: [expect.arrayContaining(['0001']), expect.arrayContaining(['0002'])],
      rowCount: 2,
      mapping: { ...mapping, documents: null, encoding: 'utf-8', headerLine: 1 },
      remembered: false,
      doubtfulWords: [],
    })
  })

  test('the dry run counts what would be posted and changes nothing', async () => {
    const company = newCompany()
    const before = rowCounts(company)
    expect(await dryRun(company, writeCsv(company, [OPEN, SETTLED]))).toMatchObject({
      rows: 2,
      newCustomers: 1,
      invoices: 2,
      receipts: 1,
      totalInvoiced: 15_000,
      totalReceived: 5000,
      problems: [],
    })
    expect(rowCounts(company)).toEqual(before)
  })
})

describe('all or nothing', () => {
  test('one bad row among good ones: nothing is changed', async () => {
    const company = newCompany()
    const before = rowCounts(company)
    const path = writeCsv(company, [OPEN, 'C9,Bolt,,7,2025-13-01,,1,,', SETTLED])
    const { problems } = await dryRun(company, path)
    expect(problems).toEqual([
      {
        lines: [{ from: 3, to: 3 }],
        count: 1,
        question: null,
        field: 'invoice_date',
        value: '2025-13-01',
        problem: 'There is no month 13: months run from 1 to 12, check the order of day and month.',
      },
    ])
    await expect(run(company, path)).rejects.toMatchObject({ code: 'import_has_errors', params: { count: 1 } })
    expect(rowCounts(company)).toEqual(before)
  })

  test('a file that changed since the dry run', async () => {
    const company = newCompany()
    const path = writeCsv(company, [OPEN])
    const { fileHash } = await dryRun(company, path)
    appendFileSync(path, `${SETTLED}\r\n`)
    const before = rowCounts(company)
    await expect(runChecked(company, path, fileHash)).rejects.toMatchObject({ code: 'import_file_changed' })
    expect(rowCounts(company)).toEqual(before)
  })

  test('a number that was taken since the dry run', async () => {
    const company = newCompany()
    const path = writeCsv(company, [OPEN.replace('0001', 'INV-00001')])
    const { fileHash } = await dryRun(company, path)
    await postInvoice(company, await addCustomer(company, 'N1'), '2025-06-01', 100)
    await expect(runChecked(company, path, fileHash)).rejects.toMatchObject({ code: 'import_has_errors' })
  })

  test('a period that was closed since the dry run', async () => {
    const company = newCompany()
    const path = writeCsv(company, [SETTLED])
    const { fileHash } = await dryRun(company, path)
    const { version } = await company.call('company.profile', {})
    await company.call('company.setClosingDate', { closingDate: day('2025-01-31'), reason: 'January', version })
    await expect(runChecked(company, path, fileHash)).rejects.toMatchObject({ code: 'import_has_errors' })
    expect((await dryRun(company, path)).problems[0]?.problem).toContain('closed through 2025-01-31')
  })

  test.each([
    ['before anything is posted', 1],
    ['in the middle of posting', 4],
  ])('cancelled %s', async (_, checks) => {
    const company = newCompany()
    const rows = Array.from({ length: 450 }, (__, index) => `C${index % 7},,,${index},2025-01-10,,1.00,,2025-02-01`)
    const path = writeCsv(company, rows)
    const { fileHash } = await dryRun(company, path)
    const before = rowCounts(company)
    let asked = 0
    const isCancelled = () => (asked += 1) > checks
    await expect(runChecked(company, path, fileHash, mapping, { isCancelled })).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(rowCounts(company)).toEqual(before)
  })

  test('progress rises to the number of rows', async () => {
    const company = newCompany()
    const rows = Array.from({ length: 250 }, (_, index) => `C1,,,${index},2025-01-10,,1.00,,`)
    const seen: (readonly [number, number])[] = []
    await run(company, writeCsv(company, rows), mapping, { progress: (done, total) => seen.push([done, total]) })
    expect(seen).toEqual([
      [100, 250],
      [200, 250],
      [250, 250],
    ])
  })
})

describe('refusals before any row is read', () => {
  test('a required field without a column', async () => {
    const company = newCompany()
    const { amount: _, ...columns } = mapping.columns
    await expect(dryRun(company, writeCsv(company, [OPEN]), { ...mapping, columns })).rejects.toMatchObject({
      code: 'mapping_incomplete',
      path: 'mapping.columns.amount',
      message: 'Choose a column for the amount.',
    })
  })

  test('a column the file does not have', async () => {
    const company = newCompany()
    const columns = { ...mapping.columns, due_date: 99 }
    await expect(dryRun(company, writeCsv(company, [OPEN]), { ...mapping, columns })).rejects.toMatchObject({
      code: 'mapping_incomplete',
      path: 'mapping.columns.due_date',
    })
  })

  test('a file that is malformed, binary or gone, and a company left as it was', async () => {
    const company = newCompany()
    const before = rowCounts(company)
    const path = writeCsv(company, ['C1,"Acme'])
    await expect(preview(company, path)).rejects.toMatchObject({ code: 'csv_malformed', params: { line: 2 } })
    writeFileSync(path, Uint8Array.of(1, 0, 2, 0))
    await expect(dryRun(company, path)).rejects.toMatchObject({ code: 'file_unreadable' })
    await expect(runChecked(company, `${path}.gone`, '0'.repeat(64))).rejects.toMatchObject({ code: 'file_not_found' })
    expect(rowCounts(company)).toEqual(before)
  })

  test('no file behind the token', async () => {
    const company = newCompany()
    const answer = await company.dispatch('imports.preview', { token: '0'.repeat(32) })
    expect(answer).toMatchObject({ ok: false, error: { code: 'token_invalid' } })
  })
})
