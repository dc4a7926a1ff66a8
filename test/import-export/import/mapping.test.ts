import { describe, expect, test } from 'vitest'
import type { CsvPreview, ImportMapping } from '../../../src-shared/import-export/contract/imports.ts'
import {
  columnChoices,
  columnName,
  columnSamples,
  dateExample,
  fieldOfRefusal,
  fieldsOfColumn,
  mappingErrors,
  withColumn,
} from '../../../src-renderer/import-export/import/mapping.ts'
import { columnsLeftOutText, doneText, problemsText } from '../../../src-renderer/import-export/import/steps.ts'

const mapping: ImportMapping = {
  columns: { customer_code: 0, invoice_number: 1, invoice_date: 2, amount: 3 },
  documents: 'invoices',
  datePatterns: { invoice_date: 'M/D/YYYY' },
  decimalMark: '.',
  encoding: 'utf-8',
  headerLine: 1,
  lookAlikes: { customers: null, numbers: null },
}
const habits = { dateOrder: 'mdy', decimalMark: '.' } as const
const preview: CsvPreview = {
  file: 'open items.csv',
  headers: ['Customer', 'Invoice', 'Date', ''],
  sample: [
    ['CEDAR01', '1001', '1/2/2013', '55.94'],
    ['CEDAR01', '1002', '1/26/2013', '61.74'],
    ['NORTH01', '1003', '', '65.88'],
  ],
  rowCount: 3,
  mapping,
  remembered: false,
  columns: [],
  headerLine: 1,
  firstLines: [],
  encoding: 'utf-8',
  doubtfulWords: [],
}

describe('choosing columns', () => {
  test('a column without a header is known by its place', () => {
    expect(columnName(preview.headers, 3)).toBe('Column 4')
  })

  test('what is not needed may be missing from the file; what is needed has to be chosen', () => {
    expect(columnChoices(preview.headers, 'country')[0]).toEqual({ value: '', label: 'Not in the file' })
    expect(columnChoices(preview.headers, 'amount')[0]).toEqual({ value: '', label: 'Choose a column' })
  })

  test('a field can be taken from another column, or from none', () => {
    expect(withColumn(mapping, 'reference', '3', [], habits).columns.reference).toBe(3)
    expect(withColumn(mapping, 'amount', '', [], habits).columns).not.toHaveProperty('amount')
  })

  test('different values of a column show whether it is the right one', () => {
    expect(columnSamples(preview, mapping, 'customer_code')).toBe('CEDAR01, NORTH01')
    expect(columnSamples(preview, mapping, 'country')).toBe('')
  })

  test('a column that serves two fields says both', () => {
    expect(fieldsOfColumn(withColumn(mapping, 'customer_name', '0', [], habits), 0)).toBe(
      'Customer code, Customer name',
    )
    expect(fieldsOfColumn(mapping, 9)).toBe('')
  })

  test('each needed field without a column is an error beside it', () => {
    expect(mappingErrors(preview, mapping)).toEqual({})
    expect(mappingErrors(preview, { ...mapping, columns: { customer_code: 0, amount: 3 } })).toEqual({
      'columns.invoice_number': 'Choose the column of the invoice number.',
      'columns.invoice_date': 'Choose the column of the invoice date.',
    })
  })

  test('a refusal that names a column is said beside it, one that names the file is not', () => {
    expect(fieldOfRefusal({ path: 'mapping.columns.due_date', message: '' })).toBe('columns.due_date')
    expect(fieldOfRefusal({ path: 'token', message: '' })).toBeNull()
  })
})

describe('how dates are written', () => {
  test('the example shown is one whose day can be nothing else', () => {
    expect(dateExample(preview, mapping, 'invoice_date')).toEqual({ ok: true, text: '1/26/2013', date: '2013-01-26' })
  })

  test('a date that cannot be read this way is shown first', () => {
    expect(dateExample(preview, { ...mapping, datePatterns: { invoice_date: 'D/M/YYYY' } }, 'invoice_date')).toEqual({
      ok: false,
      text: '1/26/2013',
    })
  })

  test('without a date there is no example', () => {
    expect(dateExample({ ...preview, sample: [] }, mapping, 'invoice_date')).toBeNull()
  })

  test('what only the clerk knows is asked beside its field', () => {
    const doubtful = { points: 0, commas: 0, doubtful: '1.500' }
    const dates = ['M/D/YYYY', 'D/M/YYYY'] as const
    const columns = [
      { dates: [], date: null, marks: doubtful },
      { dates: [], date: null, marks: doubtful },
      { dates, date: '3/4/2025', marks: doubtful },
      { dates: [], date: null, marks: doubtful },
    ]
    const undecided = { ...mapping, documents: null, datePatterns: {}, decimalMark: null }
    expect(mappingErrors({ ...preview, columns }, undecided)).toEqual({
      documents: 'Say what the rows are.',
      'datePatterns.invoice_date': '"3/4/2025" could have day and month either way round. Say which.',
      decimalMark: '"1.500" could be a thousand or have decimals. Say which.',
    })
  })
})

describe('what the check found', () => {
  const plan = {
    rows: 9000,
    newCustomers: 0,
    invoices: 0,
    receipts: 0,
    credits: 0,
    totalInvoiced: 0,
    totalCredited: 0,
    totalReceived: 0,
    problems: [],
    badRows: 0,
    closedRows: 0,
    otherLines: 0,
    columnsLeftOut: [],
    fileHash: '',
  }
  const problem = {
    field: null,
    value: '',
    problem: 'The row ends early.',
    question: null,
    count: 8225,
    lines: [{ from: 2, to: 8226 }],
  }

  test('problems are counted, and nothing was imported', () => {
    expect(problemsText({ ...plan, problems: [problem], badRows: 8225 })).toBe(
      '1 problem, in 8,225 of 9,000 rows. Nothing was imported.',
    )
  })

  test('columns that nothing is taken from are named', () => {
    expect(columnsLeftOutText({ ...plan, columnsLeftOut: ['Class'] })).toBe('Not imported: the column "Class".')
    const two = { ...plan, columnsLeftOut: ['Class', 'Sales Rep'] }
    expect(columnsLeftOutText(two)).toBe('Not imported: the columns "Class", "Sales Rep".')
    expect(columnsLeftOutText(plan)).toBeNull()
  })

  test('at the end it says what is in the books', () => {
    expect(doneText({ invoices: 2466, credits: 0, receipts: 1, customers: 100 })).toBe(
      '2,466 invoices, 1 receipt and 100 new customers are in the books.',
    )
  })
})
