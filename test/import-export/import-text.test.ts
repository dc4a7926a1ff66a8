import { describe, expect, test } from 'vitest'
import type { ImportMapping } from '../../src-shared/import-export/contract/imports.ts'
import { linesText } from '../../src-shared/import-export/rules/import-problems.ts'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, postInvoice } from '../fixtures/entries.ts'
import { dryRun, preview, run, writeCsv } from './import-fixture.ts'
import { fileOf, linesOf } from './import-text-fixture.ts'

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
