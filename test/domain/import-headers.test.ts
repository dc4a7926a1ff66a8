import { describe, expect, test } from 'vitest'
import { guessColumns } from '../../src-shared/domain/import-headers.ts'
import { guessLayout, hasAmbiguousDates } from '../../src-shared/domain/import-guess.ts'

const noSamples = (): readonly string[] => []
const habits = { dateOrder: 'mdy', decimalMark: '.' } as const

describe('columns are found by their headers', () => {
  test.each([
    [
      'an exported receivables list',
      'countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate',
      {
        customer_code: 1,
        country: 0,
        invoice_number: 3,
        invoice_date: 4,
        due_date: 5,
        amount: 6,
        settled_date: 8,
      },
    ],
    [
      'short words',
      'Account,Name,Number,Date,Due,Total,PO,Paid',
      {
        customer_code: 0,
        customer_name: 1,
        invoice_number: 2,
        invoice_date: 3,
        due_date: 4,
        amount: 5,
        reference: 6,
        settled_date: 7,
      },
    ],
    [
      'words with signs, spaces and a currency',
      'Customer No.,Customer Name,Invoice #,Invoice_Date,Date Due,Amount (USD),Your Ref.,Payment Date',
      {
        customer_code: 0,
        customer_name: 1,
        invoice_number: 2,
        invoice_date: 3,
        due_date: 4,
        amount: 5,
        reference: 6,
        settled_date: 7,
      },
    ],
    [
      'a code beside a customer',
      'Code,Customer,Doc No,Doc Date,Total EUR',
      { customer_code: 0, customer_name: 1, invoice_number: 2, invoice_date: 3, amount: 4 },
    ],
    ['nothing that is known', 'a,b,c', {}],
  ])('%s', (_, headers, columns) => {
    expect(guessColumns(headers.split(','), noSamples)).toEqual(columns)
  })

  test('a column that says yes and no is not a settlement date', () => {
    const headers = ['Customer', 'Invoice', 'Date', 'Amount', 'Paid']
    const samples = (column: number) => (column === 4 ? ['Yes', 'No'] : ['1/31/2025'])
    expect(guessColumns(headers, samples)).not.toHaveProperty('settled_date')
  })

  test('a column is taken once', () => {
    expect(guessColumns(['Customer', 'Invoice', 'Amount', 'Date'], noSamples)).toEqual({
      customer_code: 0,
      invoice_number: 1,
      amount: 2,
      invoice_date: 3,
    })
  })
})

describe('dates and decimals are found by their values', () => {
  const headers = ['Customer', 'Invoice', 'Date', 'Amount']
  const layoutOf = (date: string, amount: string, own: Parameters<typeof guessLayout>[2] = habits) =>
    guessLayout(headers, [['C1', '1', date, amount]], own)

  test('a day above 12 decides the order of day and month', () => {
    expect(layoutOf('31/1/2025', '1.00').datePattern).toBe('D/M/YYYY')
    expect(layoutOf('1/31/2025', '1.00').datePattern).toBe('M/D/YYYY')
  })

  test('dates that could be either are read in the company’s order, and said to be ambiguous', () => {
    expect(layoutOf('3/4/2025', '1.00').datePattern).toBe('M/D/YYYY')
    expect(layoutOf('3/4/2025', '1.00', { ...habits, dateOrder: 'dmy' }).datePattern).toBe('D/M/YYYY')
    expect(layoutOf('3/4/25', '1.00', { ...habits, dateOrder: 'dmy' }).datePattern).toBe('D/M/YY')
    expect(hasAmbiguousDates([['3/4/2025'], ['5/6/2025']], { invoice_date: 0 })).toBe(true)
    expect(hasAmbiguousDates([['3/4/2025'], ['31/6/2025'], ['30/6/2025']], { invoice_date: 0 })).toBe(false)
  })

  test('a settlement date can decide for the invoice date', () => {
    expect(hasAmbiguousDates([['3/4/2025', '31/5/2025']], { invoice_date: 0, settled_date: 1 })).toBe(false)
  })

  test.each([
    ['1.234,50', ','],
    ['1,234.50', '.'],
    ['12,5', ','],
    ['12.50', '.'],
    ['1.234.567', ','],
    ['1 234,50', ','],
    ['1,234', '.'],
    ['100', '.'],
  ])('the decimal mark of %s is %s', (amount, mark) => {
    expect(layoutOf('1/31/2025', amount).decimalMark).toBe(mark)
  })

  test('an amount that could be read both ways is read as the company writes', () => {
    expect(layoutOf('1/31/2025', '1.234', { ...habits, decimalMark: ',' }).decimalMark).toBe(',')
  })

  test('without a date column the company’s order stands', () => {
    expect(guessLayout(['x'], [['y']], { ...habits, dateOrder: 'ymd' }).datePattern).toBe('YYYY-MM-DD')
  })
})
