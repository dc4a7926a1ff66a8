import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { ImportBooks, KnownCustomer } from '../../../src-shared/import-export/rules/import-books.ts'
import { ImportCheck } from '../../../src-shared/import-export/rules/import-check.ts'
import type { LookAlikeAnswers } from '../../../src-shared/import-export/rules/import-check.ts'
import { linesText } from '../../../src-shared/import-export/rules/import-problems.ts'
import { RATE_ONE } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { planImport } from '../../../src-shared/import-export/rules/import-plan.ts'
import type { ImportLayout } from '../../../src-shared/import-export/rules/import-row.ts'
import type { PaymentTerms } from '../../../src-shared/company/rules/terms/terms.ts'

const layout: ImportLayout = {
  columns: { customer_code: 0, customer_name: 1, invoice_number: 2, invoice_date: 3, due_date: 4, amount: 5 },
  documents: 'invoices',
  datePatterns: { invoice_date: 'YYYY-MM-DD', due_date: 'YYYY-MM-DD' },
  decimalMark: '.',
}

const net = (days: number): PaymentTerms => ({ kind: 'net', days, discount: null, graceDays: 0 })
const net30 = { id: 1, rule: net(30) }
const net15 = { id: 2, rule: net(15) }
const twoTen = { id: 3, rule: { ...net(30), discount: { percent: 2_000_000, days: 10 } } }
const halves: PaymentTerms = {
  kind: 'instalments',
  parts: [
    { percent: 50_000_000, dueAfterDays: 10 },
    { percent: 50_000_000, dueAfterDays: 40 },
  ],
  discount: null,
  graceDays: 0,
}

const known = (changes: Partial<KnownCustomer> = {}): KnownCustomer => ({
  id: 9,
  code: 'C1',
  name: 'Acme Ltd',
  currency: 'USD',
  archived: false,
  terms: net30,
  ...changes,
})

const books = (changes: Partial<ImportBooks> = {}): ImportBooks => ({
  currency: 'USD',
  closingDate: null,
  defaultTerms: net30,
  terms: [net30, net15, twoTen],
  customer: () => null,
  customerLike: () => null,
  taxCodes: [],
  numberLike: () => null,
  quote: () => 'direct',
  rate: () => RATE_ONE,
  numberTaken: () => false,
  numberReserved: () => false,
  ...changes,
})

type Row = readonly [code: string, name: string, number: string, date: string, due: string, amount: string]

const check = (rows: readonly Row[], own: Partial<ImportBooks> = {}, answers?: LookAlikeAnswers): ImportCheck => {
  const made = new ImportCheck(layout, 6, books(own), answers)
  rows.forEach((row, index) => made.add(index + 2, row))
  return made
}

const problemsOf = (made: ImportCheck) =>
  made.problems.groups.map(({ lines, problem }) => `${linesText(lines)}: ${problem}`)
const row = (code: string, number: string, changes: { name?: string; date?: string; due?: string } = {}): Row => [
  code,
  changes.name ?? '',
  number,
  changes.date ?? '2013-01-10',
  changes.due ?? '',
  '10.00',
]

describe('rows are checked against each other', () => {
  test('the same invoice number twice, whatever its case', () => {
    expect(problemsOf(check([row('C1', 'a7'), row('C2', 'A7')]))).toEqual([
      '3: Invoice A7 is already on line 2: remove one of them.',
    ])
  })

  test('a number is remembered from a row that has other faults', () => {
    const made = check([row('C1', '7', { date: 'x' }), row('C1', '7')])
    expect(problemsOf(made)[1]).toBe('3: Invoice 7 is already on line 2: remove one of them.')
  })

  test('one code with two names', () => {
    const rows = [
      row('C1', '1', { name: 'Acme Ltd' }),
      row('c1', '2', { name: 'ACME  ltd' }),
      row('C1', '3', { name: 'Bolt' }),
    ]
    expect(problemsOf(check(rows))).toEqual([
      '4: Customer C1 is "Acme Ltd" on line 2: correct the code or the name, or choose no column for the customer name.',
    ])
  })

  test('a file that bills more than the ledger holds', () => {
    const rows = Array.from({ length: 10_001 }, (_, index): Row => [
      'C1',
      '',
      `${index}`,
      '2013-01-10',
      '',
      '9000000000',
    ])
    expect(problemsOf(check(rows))).toEqual([
      '10002: With this row the file bills more than 90,000,000,000,000.00: import it in parts.',
    ])
  })
})

describe('rows are checked against the company', () => {
  test('an invoice number that is taken', () => {
    expect(problemsOf(check([row('C1', '7')], { numberTaken: (_, number) => number === '7' }))).toEqual([
      '2: Invoice 7 is already in the company: remove the row.',
    ])
  })

  test('an invoice number that Duebook gives itself', () => {
    expect(problemsOf(check([row('C1', '7/V')], { numberReserved: (number) => number === '7/V' }))).toEqual([
      '2: 7/V ends like the number of a void, which Duebook gives itself: take off the /V.',
    ])
  })

  test('a date in a closed period', () => {
    const closed = { closingDate: calendarDate('2013-01-31') }
    expect(
      problemsOf(check([row('C1', '1', { date: '2013-02-01' }), row('C1', '2', { date: '2013-01-31' })], closed)),
    ).toEqual([
      '3: The books are closed through 2013-01-31: leave the row out, or have a supervisor reopen the period.',
    ])
  })

  test('a customer of another name', () => {
    expect(problemsOf(check([row('C1', '1', { name: 'Bolt' })], { customer: () => known() }))).toEqual([
      '2: Customer C1 is "Acme Ltd" in the company: correct the code or the name, or choose no column for the customer name.',
    ])
  })

  test('a customer billed in another currency, and one that is archived', () => {
    expect(problemsOf(check([row('C1', '1')], { customer: () => known({ currency: 'EUR' }) }))).toEqual([
      '2: Customer C1 is billed in EUR, the row names no currency and would be in USD: name it in the file, in a column of its own.',
    ])
    expect(problemsOf(check([row('C1', '1')], { customer: () => known({ archived: true }) }))).toEqual([
      '2: Customer C1 is archived: restore the customer first.',
    ])
  })
})

describe('one problem of many rows is told once', () => {
  test('with the lines that have it, and the problem of most rows first', () => {
    const rows = Array.from({ length: 8225 }, (_, index) => row('', `${index}`, { date: `2013-13-${(index % 9) + 1}` }))
    const made = check([...rows, row('C1', 'x', { date: 'soon' })])
    expect(problemsOf(made)).toEqual([
      '2-8226: The customer code is missing: fill it in.',
      '2-8226: There is no month 13: months run from 1 to 12, check the order of day and month.',
      '8227: "soon" is not a date: type it like 2025-06-30.',
    ])
    expect(made.problems.groups.map(({ count }) => count)).toEqual([8225, 8225, 1])
    expect(made).toMatchObject({ badRows: 8226, rows: [], total: 0 })
  })

  test('rows between that are well end a run of lines', () => {
    const bad = row('', '1')
    expect(problemsOf(check([bad, row('C1', '2'), row('', '3'), row('', '4')]))).toEqual([
      '2, 4-5: The customer code is missing: fill it in.',
    ])
  })
})

describe('codes and numbers that look alike', () => {
  const twins = [row('0042', 'A-1'), row('42', 'a-01'), row('Café 7', '3'), row('CAFE\u200b7', '4')]

  test('are asked about, once for all rows', () => {
    expect(problemsOf(check(twins))).toEqual([
      '3, 5: 42 looks like 0042 on line 2: say whether they are one customer.',
      '3: Invoice a-01 looks like A-1 on line 2: correct one, or say that both are meant.',
    ])
    expect(check(twins).problems.groups.map(({ question }) => question)).toEqual(['customers', 'numbers'])
  })

  test('are one customer where the clerk says so, and two where not', () => {
    const codes = (customers: 'same' | 'separate') =>
      check(twins, {}, { customers, numbers: 'separate' }).rows.map(({ customerCode }) => customerCode)
    expect(codes('same')).toEqual(['0042', '0042', 'Café 7', 'Café 7'])
    expect(codes('separate')).toEqual(['0042', '42', 'Café 7', 'CAFE7'])
  })

  test('are held against the company too', () => {
    const own = { customerLike: () => known({ code: 'C-1' }), numberLike: () => 'INV-00007' }
    expect(problemsOf(check([row('c-01', 'INV-7')], own))).toEqual([
      '2: c-01 looks like C-1 in the company, "Acme Ltd": say whether they are one customer.',
      '2: Invoice INV-7 looks like INV-00007 in the company: correct one, or say that both are meant.',
    ])
  })
})

describe('what is posted', () => {
  const plan = (rows: readonly Row[], own: Partial<ImportBooks> = {}) => planImport(check(rows, own).rows, books(own))

  test('rows are gathered by customer, whose name is the code where the file gives none', () => {
    expect(plan([row('C1', '1'), row('C2', '2', { name: 'Bolt' }), row('c1', '3')])).toMatchObject([
      { code: 'C1', name: 'C1', known: null, invoices: [{ number: '1' }, { number: '3' }] },
      { code: 'C2', name: 'Bolt', known: null, invoices: [{ number: '2' }] },
    ])
  })

  test('without due dates the company’s usual terms decide', () => {
    expect(plan([row('C1', '1')])).toMatchObject([{ terms: net30, invoices: [{ dueDate: '2013-02-09', termsId: 1 }] }])
  })

  test('due dates that are always the same days on give a new customer those terms', () => {
    expect(plan([row('C1', '1', { due: '2013-01-25' })])).toMatchObject([{ terms: net15, invoices: [{ termsId: 2 }] }])
  })

  test('due dates of no known terms leave the usual terms to the customer and none to the invoice', () => {
    expect(plan([row('C1', '1', { due: '2013-01-17' })])).toMatchObject([
      { terms: net30, invoices: [{ dueDate: '2013-01-17', termsId: null }] },
    ])
  })

  test('a discount is only promised where the terms were: not beside a due date of the file', () => {
    const own = { customer: () => known({ terms: twoTen }) }
    expect(plan([row('C1', '1'), row('C1', '2', { due: '2013-02-09' })], own)).toMatchObject([
      {
        invoices: [
          { termsId: 3, discountUntil: '2013-01-20', discount: 20 },
          { termsId: null, discountUntil: null, discount: 0 },
        ],
      },
    ])
  })

  test('terms in instalments divide the invoice', () => {
    const own = { customer: () => known({ terms: { id: 4, rule: halves } }) }
    expect(plan([row('C1', '1')], own)).toMatchObject([
      {
        invoices: [
          {
            dueDate: '2013-02-19',
            instalments: [
              { dueDate: '2013-01-20', amount: 500 },
              { dueDate: '2013-02-19', amount: 500 },
            ],
          },
        ],
      },
    ])
  })
})
