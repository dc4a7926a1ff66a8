import { describe, expect, test } from 'vitest'
import type { ImportLayout, ReadRow } from '../../../src-shared/import-export/rules/import-row.ts'
import { readImportRow } from '../../../src-shared/import-export/rules/import-row.ts'

const layout = {
  columns: {
    customer_code: 0,
    customer_name: 1,
    country: 2,
    invoice_number: 3,
    invoice_date: 4,
    due_date: 5,
    amount: 6,
    reference: 7,
    settled_date: 8,
  },
  documents: 'invoices',
  datePatterns: { invoice_date: 'M/D/YYYY', due_date: 'M/D/YYYY', settled_date: 'M/D/YYYY' },
  decimalMark: '.',
} as const satisfies ImportLayout

const GOOD = ['C1', 'Acme Ltd', 'US', '000123', '1/2/2013', '2/1/2013', '55.94', 'PO 7', '1/15/2013'] as const

type Cell = keyof typeof layout.columns

const read = (changes: Partial<Record<Cell, string>>, options: Partial<ImportLayout> = {}): ReadRow => {
  const cells: string[] = [...GOOD]
  for (const [field, value] of Object.entries(changes)) cells[layout.columns[field as Cell]] = value
  return readImportRow(7, cells, GOOD.length, { ...layout, ...options }, 'USD')
}

const problemsOf = (row: ReadRow) =>
  row.ok !== false ? [] : row.problems.map(({ field, problem }) => `${field}: ${problem}`)
const valueOf = (row: ReadRow) => (row.ok === true ? row.row : null)

test('a row becomes an invoice in minor units and calendar dates, leading zeros kept', () => {
  expect(valueOf(read({}))).toEqual({
    line: 7,
    earnsDiscount: true,
    memo: '',
    quantity: 1_000_000,
    rateDigits: null,
    taxRate: null,
    customerCode: 'C1',
    customerName: 'Acme Ltd',
    country: 'US',
    number: '000123',
    kind: 'invoice',
    invoiceDate: '2013-01-02',
    dueDate: '2013-02-01',
    currency: 'USD',
    amount: 5594,
    original: 5594,
    received: 5594,
    taxCode: '',
    tax: null,
    namesCurrency: false,
    reference: 'PO 7',
    settledDate: '2013-01-15',
  })
})

test('optional values may be blank', () => {
  const row = read({ customer_name: '', country: ' ', due_date: '', reference: '', settled_date: '' })
  expect(valueOf(row)).toMatchObject({ customerName: '', country: '', dueDate: null, reference: '', settledDate: null })
})

test('columns that are not mapped are not read', () => {
  const columns = { customer_code: 0, invoice_number: 3, invoice_date: 4, amount: 6 }
  const row = readImportRow(2, ['C1', 'x', 'x', '1', '1/2/2013', 'not a date', '1'], 9, { ...layout, columns }, 'USD')
  expect(valueOf(row)).toMatchObject({ customerName: '', dueDate: null, amount: 100 })
})

describe('each fault names its field and the remedy', () => {
  test.each<[string, Partial<Record<Cell, string>>, string]>([
    ['a missing code', { customer_code: ' ' }, 'customer_code: The customer code is missing: fill it in.'],
    ['a missing number', { invoice_number: '' }, 'invoice_number: The invoice number is missing: fill it in.'],
    ['a missing date', { invoice_date: '' }, 'invoice_date: The invoice date is missing: fill it in.'],
    ['a missing amount', { amount: '' }, 'amount: The amount is missing: fill it in.'],
    ['text for a date', { due_date: 'soon' }, 'due_date: "soon" is not a date: type it like 6/30/2025.'],
    [
      'a day that does not exist',
      { settled_date: '2/30/2013' },
      'settled_date: There is no day 30 in month 2: its last day is 28.',
    ],
    [
      'day and month the other way round',
      { invoice_date: '13/1/2013' },
      'invoice_date: There is no month 13: months run from 1 to 12, check the order of day and month.',
    ],
    [
      'a year that is a slip',
      { due_date: '2/1/2913' },
      'due_date: The date is outside 1950-01-01 to 2199-12-31: check the year.',
    ],
    ['too many decimals', { amount: '55.945' }, 'amount: USD has 2 digits after the decimal point: remove the others.'],
    ['text for an amount', { amount: 'n/a' }, 'amount: "n" does not belong in a number: remove it.'],
    ['a zero', { amount: '0.00' }, 'amount: An invoice needs an amount above zero: leave the row out.'],
    [
      'an amount beyond the ledger',
      { amount: '90000000000000.01' },
      'amount: The number is larger than the ledger can hold: check for extra digits.',
    ],
    [
      'a due date too early',
      { due_date: '1/1/2013' },
      'due_date: It is due before the invoice date, 2013-01-02: correct one.',
    ],
    [
      'a settlement too early',
      { settled_date: '1/1/2013' },
      'settled_date: It was settled before the invoice date, 2013-01-02: correct one.',
    ],
    [
      'a code too long',
      { customer_code: 'C'.repeat(33) },
      'customer_code: The customer code is longer than 32 characters: shorten it.',
    ],
    [
      'a code with a line break',
      { customer_code: 'C\n1' },
      'customer_code: It holds a line break or another character that is not text: type it again.',
    ],
    [
      'bytes that were no text',
      { customer_name: 'Caf\uFFFD' },
      'customer_name: It holds a line break or another character that is not text: type it again.',
    ],
  ])('%s', (_, changes, problem) => {
    expect(problemsOf(read(changes))).toEqual([problem])
  })

  test('every fault of a row is listed, not the first', () => {
    expect(problemsOf(read({ customer_code: '', invoice_date: 'x', amount: '1.234.5' }))).toHaveLength(3)
  })
})

describe('the row must be whole', () => {
  test('a row cut short is not read as if the rest were blank', () => {
    const row = readImportRow(9, GOOD.slice(0, 8), GOOD.length, layout, 'USD')
    expect(problemsOf(row)).toEqual(['null: The row ends after 8 of 9 values: complete it.'])
  })

  test('a separator inside a value shifts the rest, which is noticed', () => {
    const row = readImportRow(9, ['C1', 'Acme', ' Ltd', ...GOOD.slice(2)], GOOD.length, layout, 'USD')
    expect(problemsOf(row)[0]).toBe(
      'null: The row has 10 values, the header has 9: put values that contain the separator in quotes.',
    )
  })

  test('blank values behind the last column do no harm', () => {
    expect(readImportRow(9, [...GOOD, '', ' '], GOOD.length, layout, 'USD').ok).toBe(true)
  })

  test('a last column that is not mapped may be missing', () => {
    expect(readImportRow(9, GOOD, GOOD.length + 2, layout, 'USD').ok).toBe(true)
  })
})

describe('amounts as programs write them', () => {
  test.each<[string, '.' | ',', number]>([
    ['1,234.50', '.', 123450],
    ['$1,234.50', '.', 123450],
    ['USD 1234.5', '.', 123450],
    ['1.234,50 EUR', ',', 123450],
    ['€ 1.234,50', ',', 123450],
    ['1 234,50', ',', 123450],
    ['1\u00a0234,50', ',', 123450],
    ['1\u202f234,50', ',', 123450],
    ["1'234.50", '.', 123450],
    ['12.', '.', 1200],
    ['7.100', '.', 710],
  ])('%s with decimal %s', (amount, decimalMark, minorUnits) => {
    expect(valueOf(read({ amount }, { decimalMark }))).toMatchObject({ amount: minorUnits })
  })

  test.each(['1,23.50', '12 34', '1.2.3', '1e5', '0x10', 'USD', '١٢'])('%s is refused, not guessed', (amount) => {
    expect(read({ amount }).ok).toBe(false)
  })
})

describe('what programs wrap around text is taken off', () => {
  test.each([
    ['="0000611365"', '0000611365'],
    ["'=1+2", '=1+2'],
    ["'-7", '-7'],
    ["'tis", "'tis"],
    ['  17 ', '17'],
    ['e\u0301', '\u00e9'],
  ])('%j is %j', (cell, number) => {
    expect(valueOf(read({ invoice_number: cell }))).toMatchObject({ number })
  })

  test('a name over two lines becomes one line', () => {
    expect(valueOf(read({ customer_name: 'Acme\r\n  Ltd' }))).toMatchObject({ customerName: 'Acme Ltd' })
  })

  test('a time behind a date is left out', () => {
    expect(valueOf(read({ invoice_date: '1/2/2013 00:00:00' }))).toMatchObject({ invoiceDate: '2013-01-02' })
  })
})
