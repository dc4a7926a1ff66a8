import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ImportMapping } from '../../src-shared/contract/imports.ts'
import { linesText } from '../../src-shared/domain/import-problems.ts'
import { CLERK_PIN, takeOnClerk } from '../fixtures/clerk.ts'
import { newCompany } from '../fixtures/company.ts'
import type { TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, postInvoice } from '../fixtures/entries.ts'
import { dryRun, preview, run, runChecked, writeCsv } from './import-fixture.ts'

/** A file as it stands, and the mapping that the preview finds for it. */
const fileOf = async (
  company: TestCompany,
  text: string | Uint8Array,
  documents: ImportMapping['documents'],
): Promise<readonly [path: string, mapping: ImportMapping]> => {
  const path = join(company.folder, 'old books.csv')
  writeFileSync(path, text)
  const { mapping } = await preview(company, path)
  return [path, { ...mapping, documents }]
}

const linesOf = (...lines: readonly string[]): string => [...lines, ''].join('\r\n')

const accounts = (company: TestCompany): Readonly<Record<string, number>> =>
  Object.fromEntries(
    company
      .sql()
      .all<{ code: string; amount: number }>(
        'SELECT code, sum(base_amount) AS amount FROM entry JOIN account ON account.id = account_id GROUP BY code HAVING sum(base_amount) <> 0',
      )
      .map(({ code, amount }) => [code, amount]),
  )

const documentsOf = (company: TestCompany): unknown =>
  company
    .sql()
    .all(
      `SELECT kind, number, document.currency, total, balance AS open FROM document JOIN open_item ON document_id = document.id ORDER BY id`,
    )

const OLD_BOOKS = linesOf(
  'Smith & Sons',
  'Open items as of 30 June 2025',
  '',
  'Customer,Doc No,Type,Date,Due,Original Amount,Open Balance',
  'ABBOT,A-1,Invoice,13.03.25,12.04.25,"4,180.75","2,180.75"',
  'ABBOT,A-2,Invoice,14.03.25,,500.00,0.00',
  'ABBOT,C-7,Credit Memo,02.05.25,,200.00,(150.00)',
  'ABBOT,R-9,Payment,01.06.25,,500.00,500.00',
  'Total ABBOT,,,,,,"1,530.75"',
)

describe('what the rows are is asked, and makes the difference', () => {
  test('open items stand against the opening balance: nothing is sold again', async () => {
    const company = newCompany()
    const [path, mapping] = await fileOf(company, OLD_BOOKS.replaceAll('200.00,(', '-200.00,('), 'open_items')
    expect(await dryRun(company, path, mapping)).toMatchObject({
      problems: [],
      closedRows: 1,
      otherLines: 1,
      totalInvoiced: 218_075,
      totalCredited: 15_000,
      totalReceived: 50_000,
    })
    expect(await run(company, path, mapping)).toEqual({ customers: 1, invoices: 1, credits: 1, receipts: 1 })
    expect(documentsOf(company)).toEqual([
      { kind: 'invoice', number: 'A-1', currency: 'USD', total: 218_075, open: 218_075 },
      { kind: 'credit_note', number: 'C-7', currency: 'USD', total: -15_000, open: -15_000 },
      { kind: 'receipt', number: 'R-9', currency: 'USD', total: -50_000, open: -50_000 },
    ])
    expect(accounts(company)).toEqual({ 1200: 153_075, 3900: -153_075 })
    const db = company.sql()
    expect(db.value(`SELECT memo FROM document WHERE number = 'A-1'`)).toBe(
      'Originally 4,180.75 USD, 2,000.00 of it settled before.',
    )
  })

  test('invoices are sales, with their tax; what was paid of them is received', async () => {
    const company = newCompany()
    const text = linesOf(
      'Customer,Invoice,Date,Total,Tax Code,VAT,Amount Due,Paid Date',
      'ABBOT,1,2025-03-01,110.00,STD,10.00,110.00,',
      'ABBOT,2,2025-03-02,220.00,STD,,70.00,2025-03-20',
      'ABBOT,3,2025-03-03,-11.00,,-1.00,-11.00,',
      'ABBOT,4,2025-03-04,50.00,,,0.00,2025-03-21',
    )
    const [path, mapping] = await fileOf(company, text, 'invoices')
    expect((await dryRun(company, path, mapping)).problems).toEqual([])
    expect(await run(company, path, mapping)).toEqual({ customers: 1, invoices: 3, credits: 1, receipts: 2 })
    expect(accounts(company)).toEqual({ 1000: 20_000, 1200: 16_900, 2200: -2900, 4000: -34_000 })
    expect(documentsOf(company)).toEqual([
      { kind: 'invoice', number: '1', currency: 'USD', total: 11_000, open: 11_000 },
      { kind: 'invoice', number: '2', currency: 'USD', total: 22_000, open: 7000 },
      { kind: 'receipt', number: 'IMP-2', currency: 'USD', total: -15_000, open: 0 },
      { kind: 'credit_note', number: '3', currency: 'USD', total: -1100, open: -1100 },
      { kind: 'invoice', number: '4', currency: 'USD', total: 5000, open: 0 },
      { kind: 'receipt', number: 'IMP-4', currency: 'USD', total: -5000, open: 0 },
    ])
  })

  test('it is refused before it is said', async () => {
    const company = newCompany()
    const [path, mapping] = await fileOf(company, OLD_BOOKS, null)
    await expect(dryRun(company, path, mapping)).rejects.toMatchObject({
      code: 'import_question',
      path: 'mapping.documents',
      message: 'Say whether the rows are invoices to post as sales, or what was open in the old books.',
    })
  })

  test.each([
    ['paid in part, without a day', '1,2025-03-01,100.00,,,40.00,', 'It is paid in part, but not when'],
    [
      'paid, but all of it open',
      '1,2025-03-01,100.00,,,100.00,2025-03-05',
      'It has a settled date, but all of it is open',
    ],
    ['more open than billed', '1,2025-03-01,100.00,,,100.01,2025-03-05', 'More is open than the amount'],
    ['a credit used in part', '1,2025-03-01,-100.00,,,-40.00,', 'A credit that is used already says not for what'],
    ['a tax code that is not there', '1,2025-03-01,100.00,GST,,100.00,', 'There is no tax code GST'],
    ['a tax of no rate', '1,2025-03-01,100.00,,20.00,100.00,', 'No tax code makes this tax of 20.00'],
    [
      'a tax of another rate',
      '1,2025-03-01,100.00,STD,20.00,100.00,',
      'Tax code STD makes 9.09 of it, the file says 20.00',
    ],
  ])('a row that contradicts itself is told: %s', async (_, cells, problem) => {
    const company = newCompany()
    const text = linesOf('Customer,Invoice,Date,Total,Tax Code,VAT,Amount Due,Paid Date', `ABBOT,${cells}`)
    const path = writeCsv(company, text.split('\r\n').slice(1, 2), text.split('\r\n')[0])
    const columns = {
      customer_code: 0,
      invoice_number: 1,
      invoice_date: 2,
      amount: 3,
      tax_code: 4,
      tax_amount: 5,
      open_amount: 6,
      settled_date: 7,
    }
    const { mapping } = await preview(company, path)
    const plan = await dryRun(company, path, { ...mapping, columns, documents: 'invoices' })
    expect(plan.problems[0]?.problem).toContain(problem)
  })

  test('credits of a file come under the limit of who imports', async () => {
    const company = newCompany()
    const clerk = await takeOnClerk(company)
    await addCustomer(company, 'ABBOT')
    await company.call('session.signIn', { userId: clerk, pin: CLERK_PIN })
    const text = linesOf('Customer,Invoice,Date,Amount', 'ABBOT,1,2025-03-31,-100.00', 'ABBOT,2,2025-03-31,-100.00')
    const [path, mapping] = await fileOf(company, text, 'open_items')
    const { fileHash } = await dryRun(company, path, mapping)
    const running = runChecked(company, path, fileHash, mapping)
    await expect(running).rejects.toMatchObject({ code: 'over_limit' })
    await expect(running).rejects.toThrow('this is 200.00 USD')
  })
})

describe('currencies of a file', () => {
  const FOREIGN = linesOf(
    'Customer,Invoice,Date,Amount,Currency',
    'ZURICH,1,2025-03-31,100.00,CHF',
    'ZURICH,2,2025-03-31,50,CHF',
  )

  test('a new customer is billed in the currency of its rows, at the rate of the day', async () => {
    const company = newCompany()
    await company.call('rates.set', { currency: 'CHF', date: day('2025-03-01'), rate: '1.1', version: null })
    const [path, mapping] = await fileOf(company, FOREIGN, 'invoices')
    expect(await dryRun(company, path, mapping)).toMatchObject({ problems: [], totalInvoiced: 16_500 })
    await run(company, path, mapping)
    expect(accounts(company)).toEqual({ 1200: 16_500, 4000: -16_500 })
    expect(documentsOf(company)).toMatchObject([
      { currency: 'CHF', total: 10_000 },
      { currency: 'CHF', total: 5000 },
    ])
  })

  test('without a rate it is told, with the rows', async () => {
    const company = newCompany()
    const [path, mapping] = await fileOf(company, FOREIGN, 'invoices')
    expect((await dryRun(company, path, mapping)).problems).toMatchObject([
      {
        field: 'currency',
        count: 2,
        problem: 'There is no exchange rate for CHF on 2025-03-31: enter one in Setup under Exchange rates.',
      },
    ])
  })
})

describe('what spreadsheets do to numbers', () => {
  test('ids that became numbers lose their tail, amounts and references do not', async () => {
    const company = newCompany()
    const text = linesOf(
      'cust_number,name_customer,invoice_id,document_create_date,due_in_date,total_open_amount,reference',
      '200769623.0,WAL-MAR corp,2960623488.0,20200330.0,20200414.0,54273.280000000003,12.0',
    )
    const [path, mapping] = await fileOf(company, text, 'open_items')
    expect((await dryRun(company, path, mapping)).problems).toEqual([])
    await run(company, path, mapping)
    const db = company.sql()
    expect(
      db.get(
        `SELECT customer.code, number, document_date, due_date, total, reference FROM document JOIN customer ON customer.id = customer_id`,
      ),
    ).toEqual({
      code: '200769623',
      number: '2960623488',
      document_date: '2020-03-30',
      due_date: '2020-04-14',
      total: 5_427_328,
      reference: '12.0',
    })
  })

  test('a number of which only the first digits are left is refused', async () => {
    const company = newCompany()
    const text = linesOf('Customer,Invoice,Date,Amount', 'C1,2.96062E+09,2025-03-31,1.00')
    const [path, mapping] = await fileOf(company, text, 'invoices')
    expect((await dryRun(company, path, mapping)).problems[0]?.problem).toBe(
      'A spreadsheet has shortened it and its last digits are lost: export the file again.',
    )
  })

  test('what nobody sees is dropped from codes, numbers, dates and amounts', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1')
    const text = linesOf(
      'Customer,Invoice,Date,Amount',
      'C\u200b1,\u200e7\u00ad7,\u202d2025-03-31\u202c,\uff11\uff12.50\u200f',
    )
    const [path, mapping] = await fileOf(company, text, 'invoices')
    expect(await run(company, path, mapping)).toMatchObject({ customers: 0, invoices: 1 })
    expect(company.sql().get('SELECT customer_id, number, total FROM document')).toEqual({
      customer_id: id,
      number: '77',
      total: 1250,
    })
  })
})

describe('letters of a file', () => {
  test('that could be others are asked about before anything is read', async () => {
    const company = newCompany()
    const text = Buffer.from(linesOf('Customer,Name,Invoice,Date,Amount', 'C1,Cr\u00e8me,1,2025-03-31,1.00'), 'latin1')
    const [path, mapping] = await fileOf(company, text, 'invoices')
    expect((await preview(company, path)).doubtfulWords.map(({ words }) => words)).toEqual([
      ['Crème'],
      ['Crčme'],
      ['Crиme'],
    ])
    await expect(dryRun(company, path, mapping)).rejects.toMatchObject({
      code: 'import_question',
      path: 'mapping.encoding',
    })
    await run(company, path, { ...mapping, encoding: 'windows-1250' })
    expect(company.sql().value('SELECT name FROM customer')).toBe('Crčme')
  })
})

describe('customers whose codes look alike', () => {
  const TWINS = linesOf(
    'Customer,Invoice,Date,Amount',
    '0042,1,2025-03-31,1.00',
    '42,2,2025-03-31,2.00',
    'caf\u00e9,3,2025-03-31,4.00',
  )

  test('one of the company, and one of the file: once asked, one customer or two', async () => {
    const company = newCompany()
    const cafe = await addCustomer(company, 'CAFE')
    const [path, mapping] = await fileOf(company, TWINS, 'invoices')
    const { problems } = await dryRun(company, path, mapping)
    expect(problems.map(({ question, lines, count }) => [question, linesText(lines), count])).toEqual([
      ['customers', '3-4', 2],
    ])
    const same: ImportMapping = { ...mapping, lookAlikes: { customers: 'same', numbers: null } }
    expect(await run(company, path, same)).toMatchObject({ customers: 1, invoices: 3 })
    const sums = company
      .sql()
      .all(
        `SELECT code, sum(total) AS total FROM document JOIN customer ON customer.id = customer_id GROUP BY code ORDER BY code`,
      )
    expect(sums).toEqual([
      { code: '0042', total: 300 },
      { code: 'CAFE', total: 400 },
    ])
    expect(cafe).toBeGreaterThan(0)
  })

  test('two where the clerk says so', async () => {
    const company = newCompany()
    const [path, mapping] = await fileOf(company, TWINS, 'invoices')
    const separate: ImportMapping = { ...mapping, lookAlikes: { customers: 'separate', numbers: null } }
    expect(await run(company, path, separate)).toMatchObject({ customers: 3, invoices: 3 })
  })
})

describe('numbers of the company’s own series in a file', () => {
  test('are taken while they are free; none may look like a void', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    await postInvoice(company, customer, '2025-06-01', 100)
    const row = (number: string) => `C1,Acme Ltd,US,${number},2025-01-10,2025-02-09,100.00,,`
    const plan = await dryRun(company, writeCsv(company, ['INV-00001', 'INV-00004', 'INV-4', 'INV-00001/V'].map(row)))
    expect(plan.problems.map(({ lines, value }) => [linesText(lines), value])).toEqual([
      ['2', 'INV-00001'],
      ['4', 'INV-4'],
      ['5', 'INV-00001/V'],
    ])
  })
})
