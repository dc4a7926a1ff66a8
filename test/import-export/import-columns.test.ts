import { describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day } from '../fixtures/entries.ts'
import { addTerms } from '../semantics/settings.ts'
import { dryRun, run } from './import-fixture.ts'
import { accounts, fileOf, linesOf } from './import-text-fixture.ts'

const problemsOf = async (company: TestCompany, text: string) => {
  const [path, mapping] = await fileOf(company, text, 'invoices')
  return (await dryRun(company, path, mapping)).problems.map(({ field, problem }) => `${field}: ${problem}`)
}

describe('what an import does not take over is said before anything is posted', () => {
  test('columns that hold something and are no field are named; empty ones are not', async () => {
    const company = newCompany()
    const text = linesOf(
      'Customer,Invoice,Date,Total,Class,P.O. Number,Memo,Sales Rep,Ship Date,Location',
      'ABBOT,1,2025-03-01,110.00,North,PO-7,Spring order,JS,2025-02-27,',
      'ABBOT,2,2025-03-02,220.00,,,,,,',
    )
    const [path, mapping] = await fileOf(company, text, 'invoices')
    expect((await dryRun(company, path, mapping)).columnsLeftOut).toEqual(['Class', 'Sales Rep', 'Ship Date'])
    await run(company, path, mapping)
    expect(company.sql().all('SELECT number, reference, memo FROM document ORDER BY id')).toEqual([
      { number: '1', reference: 'PO-7', memo: 'Spring order' },
      { number: '2', reference: '', memo: '' },
    ])
  })
})

describe('quantities, rates and percentages of a file', () => {
  test('the quantity is the line\u2019s, at the price that comes to the amount', async () => {
    const company = newCompany()
    const text = linesOf(
      'Customer,Invoice,Date,Total,Qty',
      'ABBOT,1,2025-03-01,100.00,3',
      'ABBOT,2,2025-03-01,"1,250.00","2,000.5"',
      'ABBOT,3,2025-03-01,-10.00,-4',
      'ABBOT,4,2025-03-01,10.00,',
    )
    const [path, mapping] = await fileOf(company, text, 'invoices')
    await run(company, path, mapping)
    expect(
      company.sql().all('SELECT quantity, unit_price AS price, net FROM document_line ORDER BY document_id'),
    ).toEqual([
      { quantity: 3_000_000, price: 33_333_333, net: 10_000 },
      { quantity: 2_000_500_000, price: 624_844, net: 125_000 },
      { quantity: -4_000_000, price: 2_500_000, net: -1000 },
      { quantity: 1_000_000, price: 10_000_000, net: 1000 },
    ])
  })

  test.each([
    ['Qty', '1.500'],
    ['Exchange Rate', '1.085'],
  ])('a mark before three digits in %s is asked about, and decided by another row', async (header, value) => {
    const company = newCompany()
    await addCustomer(company, 'EURO', { currency: 'EUR' })
    const row = (number: number, amount: string, cell: string) => `EURO,${number},2025-03-01,${amount},EUR,"${cell}"`
    const head = `Customer,Invoice,Date,Total,Currency,${header}`
    const open = await fileOf(company, linesOf(head, row(1, '100', value)), 'invoices')
    await expect(dryRun(company, ...open)).rejects.toMatchObject({
      code: 'import_question',
      params: { about: 'decimalMark', example: value },
    })
    await company.call('rates.set', { currency: 'EUR', date: day('2025-01-01'), rate: '1.1', version: null })
    const decided = await fileOf(company, linesOf(head, row(1, '100.00', value), row(2, '99.50', value)), 'invoices')
    expect((await dryRun(company, ...decided)).problems).toEqual([])
    expect(decided[1].decimalMark).toBe('.')
  })

  test('a percentage is never a thousand, and says what the mark is', async () => {
    const company = newCompany()
    const { id: account } = (await company.call('accounts.list', {})).find(({ code }) => code === '2200') ?? { id: 0 }
    await company.call('taxCodes.create', { code: 'NY', name: 'NY', rate: 2_125_000, accountId: account })
    const text = linesOf(
      'Customer;Invoice;Date;Total;VAT rate',
      'ABBOT;1;2025-03-01;10212,5;2,125',
      'ABBOT;2;2025-03-01;1.500;0',
    )
    const [path, mapping] = await fileOf(company, text, 'invoices')
    await run(company, path, mapping)
    expect(accounts(company)).toEqual({ 1200: 1_171_250, 2200: -21_250, 4000: -1_150_000 })
  })

  test('a rate without its tax code is that of the only code it fits', async () => {
    const company = newCompany()
    expect(
      await problemsOf(company, linesOf('Customer,Invoice,Date,Total,Tax Rate', 'ABBOT,1,2025-03-01,110.00,7%')),
    ).toEqual(['tax_rate: There is no tax code of 7%: make it under Setup first, or correct the file.'])
    const other = linesOf('Customer,Invoice,Date,Total,Tax Code,Tax Rate', 'ABBOT,1,2025-03-01,110.00,STD,19')
    expect(await problemsOf(company, other)).toEqual([
      'tax_rate: Tax code STD is at 10%, the file says another rate: correct one.',
    ])
  })

  test('the file\u2019s rate counts, read as the company quotes it, and one far from the table is a problem', async () => {
    const company = newCompany()
    await addCustomer(company, 'HANOI', { currency: 'VND' })
    const head = 'Customer,Invoice,Date,Total,Currency,Exchange Rate'
    const text = linesOf(head, 'HANOI,1,2025-03-01,26315000000,VND,26315', 'HOME,2,2025-03-01,5.00,USD,1')
    const [path, mapping] = await fileOf(company, text, 'invoices')
    await run(company, path, mapping)
    expect(company.sql().all('SELECT rate, base_total AS base FROM document ORDER BY id')).toEqual([
      { rate: '1/26315', base: 100_000_000 },
      { rate: '1', base: 500 },
    ])
    await company.call('rates.set', { currency: 'VND', date: day('2025-01-01'), rate: '1/26000', version: null })
    expect(await problemsOf(company, linesOf(head, 'HANOI,3,2025-03-01,100,VND,0.000038'))).toEqual([
      'exchange_rate: Read as VND for one USD it is far from the 26000 under Exchange rates: correct the file, or choose no column for the rate.',
    ])
    expect(await problemsOf(company, linesOf(head, 'HOME,3,2025-03-01,100.00,USD,1.1'))).toHaveLength(1)
  })
})

describe('terms of an imported invoice', () => {
  test('its days of grace come with it: the discount is earned on the last of them, and not after', async () => {
    const company = newCompany()
    await addTerms(company, { kind: 'net', days: 30, discount: { percent: 2_000_000, days: 10 }, graceDays: 3 })
    const terms = (await company.call('terms.list', {})).find(({ rule }) => rule.graceDays === 3)
    const customer = await addCustomer(company, 'ABBOT', { termsCode: terms?.code ?? '' })
    const text = linesOf('Customer,Invoice,Date,Total', 'ABBOT,1,2025-03-01,100.00', 'ABBOT,2,2025-03-01,100.00')
    const [path, mapping] = await fileOf(company, text, 'invoices')
    await run(company, path, mapping)
    const kept = 'SELECT discount, discount_until AS until, grace_days AS grace, due_date AS due FROM document'
    const row = { discount: 200, until: '2025-03-11', grace: 3, due: '2025-03-31' }
    expect(company.sql().all(kept)).toEqual([row, row])
    const offered = async (date: string) => {
      const { items } = await company.call('openItems.forPayer', { customerId: customer, asOf: day(date) })
      return items.map(({ discountUntil, graceDays, discount }) => [discountUntil, graceDays, discount])
    }
    expect(await offered('2025-03-11')).toEqual([
      ['2025-03-11', 3, 200],
      ['2025-03-11', 3, 200],
    ])
  })

  test('what a row says earns no discount offers none', async () => {
    const company = newCompany()
    await addCustomer(company, 'ABBOT', { termsCode: '2-10-30' })
    const text = linesOf(
      'Customer,Invoice,Date,Total,Earns Discount',
      'ABBOT,1,2025-03-01,100.00,yes',
      'ABBOT,2,2025-03-01,100.00,No',
      'ABBOT,3,2025-03-01,100.00,',
    )
    const [path, mapping] = await fileOf(company, text, 'invoices')
    await run(company, path, mapping)
    expect(
      company
        .sql()
        .all('SELECT discount, earns_discount AS earns FROM document JOIN document_line ON document_id = id'),
    ).toEqual([
      { discount: 200, earns: 1 },
      { discount: 0, earns: 0 },
      { discount: 200, earns: 1 },
    ])
    const wrong = text.replace(',yes', ',maybe')
    const columns = { ...mapping, columns: { ...mapping.columns, earns_discount: 4 } }
    const [other] = await fileOf(company, wrong.replaceAll('ABBOT,', 'ABBOT,N'), 'invoices')
    expect((await dryRun(company, other, columns)).problems.map(({ field }) => field)).toEqual(['earns_discount'])
  })

  test('amounts of terms are in the company\u2019s currency, also on a foreign invoice', async () => {
    const company = newCompany()
    const discount = { amount: 1100, days: 10 }
    await addTerms(company, { kind: 'net', days: 30, discount, graceDays: 0 })
    const terms = (await company.call('terms.list', {})).find(
      ({ rule }) => rule.discount !== null && 'amount' in rule.discount,
    )
    await addCustomer(company, 'EURO', { currency: 'EUR', termsCode: terms?.code ?? '' })
    await company.call('rates.set', { currency: 'EUR', date: day('2025-01-01'), rate: '1.1', version: null })
    const [path, mapping] = await fileOf(
      company,
      linesOf('Customer,Invoice,Date,Total,Currency', 'EURO,1,2025-03-01,100.00,EUR'),
      'invoices',
    )
    await run(company, path, mapping)
    expect(company.sql().value('SELECT discount FROM document')).toBe(1000)
  })
})

describe('a list of another program', () => {
  test('that knows customers by their names alone takes the name for the code too', async () => {
    const company = newCompany()
    const text = linesOf(
      'Type,Date,Num,P. O. #,Name,Terms,Due Date,Class,Aging,Open Balance',
      'Invoice,01/15/2025,1001,PO1,Acme,Net 30,02/14/2025,East,12,500.00',
    )
    const [path, mapping] = await fileOf(company, text, 'open_items')
    expect(mapping.columns).toMatchObject({ customer_code: 4, customer_name: 4 })
    expect((await dryRun(company, path, mapping)).columnsLeftOut).toEqual(['Terms', 'Class', 'Aging'])
    await run(company, path, mapping)
    expect(company.sql().all('SELECT code, name FROM customer')).toEqual([{ code: 'Acme', name: 'Acme' }])
  })

  test.each([
    [
      'Client;Facture;Date facture;Échéance;Montant TTC;Solde',
      'customer_code invoice_number invoice_date due_date amount open_amount',
    ],
    [
      'Cliente;Nº Factura;Fecha;Vencimiento;Importe;Saldo',
      'customer_code invoice_number invoice_date due_date amount open_amount',
    ],
    ['A/C;No;Date;Due Date;Value;O/S', 'customer_code invoice_number invoice_date due_date amount open_amount'],
  ])('%s names its columns', async (head, fields) => {
    const [, { columns }] = await fileOf(newCompany(), linesOf(head, 'C1;7;2025-01-15;2025-02-14;20,00;10,00'), null)
    expect(columns).toMatchObject(Object.fromEntries(fields.split(' ').map((field, column) => [field, column])))
  })

  test.each([
    ['Japanese', [0x8a, 0x94, 0x8e, 0xae]],
    ['Japanese with plain bytes', [0x8e, 0x52, 0x93, 0x63]],
    ['Chinese', [0xb9, 0xab, 0xcb, 0xbe]],
    ['Korean', [0xc1, 0xd6, 0xbd, 0xc4]],
  ])('in %s bytes is asked about, and no spoiled name is posted', async (_, name) => {
    const bytes = Buffer.concat([
      Buffer.from('Customer,Name,Invoice,Date,Amount\r\nC1,'),
      Buffer.from(name),
      Buffer.from(',1,2025-01-15,10.00\r\n'),
    ])
    const company = newCompany()
    const [path, mapping] = await fileOf(company, bytes, 'invoices')
    await expect(dryRun(company, path, mapping)).rejects.toMatchObject({
      code: 'import_question',
      params: { about: 'encoding' },
    })
  })
})
