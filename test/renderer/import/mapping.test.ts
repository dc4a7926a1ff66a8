import { describe, expect, test } from 'vitest'
import type { CsvPreview, ImportMapping } from '../../../src-shared/contract/imports.ts'
import {
  columnChoices,
  columnName,
  columnSamples,
  dateExample,
  fieldOfRefusal,
  fieldsOfColumn,
  mappingErrors,
  withColumn,
} from '../../../src-renderer/screens/import/mapping.ts'
import { asksForPattern, doneText, problemsText } from '../../../src-renderer/screens/import/steps.ts'

const mapping: ImportMapping = {
  columns: { customer_code: 0, invoice_number: 1, invoice_date: 2, amount: 3 },
  datePattern: 'M/D/YYYY',
  decimalMark: '.',
}
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
  ambiguousDates: false,
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
    expect(withColumn(mapping, 'reference', '3').columns.reference).toBe(3)
    expect(withColumn(mapping, 'amount', '').columns).not.toHaveProperty('amount')
  })

  test('different values of a column show whether it is the right one', () => {
    expect(columnSamples(preview, mapping, 'customer_code')).toBe('CEDAR01, NORTH01')
    expect(columnSamples(preview, mapping, 'country')).toBe('')
  })

  test('a column that serves two fields says both', () => {
    expect(fieldsOfColumn(withColumn(mapping, 'customer_name', '0'), 0)).toBe('Customer code, Customer name')
    expect(fieldsOfColumn(mapping, 9)).toBe('')
  })

  test('each needed field without a column is an error beside it', () => {
    expect(mappingErrors(mapping)).toEqual({})
    expect(mappingErrors({ ...mapping, columns: { customer_code: 0, amount: 3 } })).toEqual({
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
    expect(dateExample(preview, mapping)).toEqual({ ok: true, text: '1/26/2013', date: '2013-01-26' })
  })

  test('a date that cannot be read this way is shown first', () => {
    expect(dateExample(preview, { ...mapping, datePattern: 'D/M/YYYY' })).toEqual({ ok: false, text: '1/26/2013' })
  })

  test('without a date there is no example', () => {
    expect(dateExample({ ...preview, sample: [] }, mapping)).toBeNull()
  })

  test('the clerk is asked when every date could be either way round, until one is chosen or remembered', () => {
    const file = { chosen: { token: '', file: '' }, preview: { ...preview, ambiguousDates: true }, mapping }
    expect(asksForPattern({ ...file, isPatternChosen: false })).toBe(true)
    expect(asksForPattern({ ...file, isPatternChosen: true })).toBe(false)
    expect(asksForPattern({ ...file, preview: { ...file.preview, remembered: true }, isPatternChosen: false })).toBe(
      false,
    )
  })
})

describe('what the check found', () => {
  const plan = {
    rows: 2466,
    newCustomers: 0,
    invoices: 0,
    receipts: 0,
    totalInvoiced: 0,
    totalReceived: 0,
    problems: [],
    problemCount: 0,
    fileHash: '',
  }
  const problem = { line: 2, field: null, value: '', problem: 'The row ends early.' }

  test('problems are counted, and nothing was imported', () => {
    expect(problemsText({ ...plan, problems: [problem], problemCount: 1 })).toBe(
      '1 problem in 2,466 rows. Nothing was imported.',
    )
  })

  test('a list that is cut short says so', () => {
    expect(problemsText({ ...plan, problems: [problem], problemCount: 1200 })).toBe(
      '1,200 problems in 2,466 rows. Nothing was imported. The first 1 are listed.',
    )
  })

  test('at the end it says what is in the books', () => {
    expect(doneText({ invoices: 2466, receipts: 1, customers: 100 })).toBe(
      '2,466 invoices, 1 receipt and 100 new customers are in the books.',
    )
  })
})
