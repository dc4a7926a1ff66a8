import { describe, expect, test } from 'vitest'
import { memoText } from '../../src-shared/refusals.ts'
import { CLERK_PIN, takeOnClerk } from '../fixtures/clerk.ts'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, day } from '../fixtures/entries.ts'
import { dryRun, preview, run, runChecked, writeCsv } from './import-fixture.ts'
import { accounts, documentsOf, fileOf, linesOf } from './import-text-fixture.ts'

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
    const id = company.sql().value<number>(`SELECT id FROM document WHERE number = 'A-1'`) ?? 0
    expect(memoText(await company.call('documents.get', { id }))).toBe(
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

  test('a tax code of several taxes divides the tax of the file among them, on a credit too', async () => {
    const company = newCompany()
    const accountId = company.sql().value<number>(`SELECT account_id FROM account_role WHERE role = 'tax'`) ?? 0
    const tax = (code: string, rate: number) => company.call('taxCodes.create', { code, name: code, rate, accountId })
    const gst = await tax('GST', 5_000_000)
    const qst = await tax('QST', 9_975_000)
    const taxes = [gst, qst].map(({ id }) => ({ taxCodeId: id, onEarlier: false }))
    await company.call('taxCodes.createGroup', { code: 'GST+QST', name: 'Quebec', taxes })
    const text = linesOf(
      'Customer,Invoice,Date,Total,Tax Code,VAT',
      'ABBOT,1,2025-03-01,114.98,gst+qst,14.98',
      'ABBOT,2,2025-03-02,229.95,GST +QST,',
      'ABBOT,3,2025-03-03,-114.98,,-14.98',
      'ABBOT,4,2025-03-03,105.00,GST,',
    )
    const [path, mapping] = await fileOf(company, text, 'invoices')
    expect((await dryRun(company, path, mapping)).problems).toEqual([])
    await run(company, path, mapping)
    const found = company.sql().rows(
      `SELECT number, code, base, tax FROM document_tax JOIN document ON document.id = document_id
         JOIN tax_code ON tax_code.id = tax_code_id ORDER BY document_id, position`,
    )
    expect(found).toEqual([
      ['1', 'GST', 10_000, 500],
      ['1', 'QST', 10_000, 998],
      ['2', 'GST', 20_000, 1000],
      ['2', 'QST', 20_000, 1995],
      ['3', 'GST', -10_000, -500],
      ['3', 'QST', -10_000, -998],
      ['4', 'GST', 10_000, 500],
    ])
    expect(accounts(company)).toEqual({ 1200: 33_495, 2200: -3495, 4000: -30_000 })
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

  test('a customer may have rows in several currencies, whatever its own', async () => {
    const company = newCompany()
    await company.call('rates.set', { currency: 'CHF', date: day('2025-03-01'), rate: '1.1', version: null })
    await addCustomer(company, 'ZURICH')
    const text = FOREIGN + linesOf('NEW,3,2025-03-31,50,CHF', 'NEW,4,2025-03-31,7.5,USD', 'NEW,5,2025-03-31,2.5,')
    const [path, mapping] = await fileOf(company, text, 'open_items')
    expect((await dryRun(company, path, mapping)).problems).toEqual([])
    await run(company, path, mapping)
    expect(documentsOf(company)).toMatchObject([
      { number: '1', currency: 'CHF', open: 10_000 },
      { number: '2', currency: 'CHF', open: 5000 },
      { number: '3', currency: 'CHF', open: 5000 },
      { number: '4', currency: 'USD', open: 750 },
      { number: '5', currency: 'USD', open: 250 },
    ])
    expect(company.sql().rows('SELECT code, currency FROM customer ORDER BY code')).toEqual([
      ['NEW', 'CHF'],
      ['ZURICH', 'USD'],
    ])
  })

  test('a row that names none is not read in another than its customer’s', async () => {
    const company = newCompany()
    await addCustomer(company, 'ZURICH', { currency: 'CHF' })
    const [path, mapping] = await fileOf(company, FOREIGN.replaceAll('CHF', ''), 'invoices')
    expect((await dryRun(company, path, mapping)).problems).toMatchObject([
      { field: 'currency', count: 2, problem: expect.stringMatching(/^Customer ZURICH is billed in CHF/) as string },
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
