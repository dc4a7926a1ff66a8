import { describe, expect, test } from 'vitest'
import { guessColumns } from '../../../src-shared/import-export/rules/import-headers.ts'
import { findHeaderRow } from '../../../src-shared/import-export/rules/import-headers.ts'
import { questionsOf, readColumns, withDecided } from '../../../src-shared/import-export/rules/import-questions.ts'
import type { CompanyHabits } from '../../../src-shared/import-export/rules/import-questions.ts'

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

  test('a column of amounts that cannot be read is the amount, where no other is, so that each is told with its row', () => {
    const headers = ['Customer', 'Amount', 'Total']
    const unread = (): readonly string[] => ['x', 'CEDAR01']
    expect(guessColumns(headers, unread)).toMatchObject({ amount: 1 })
    const totals = (column: number): readonly string[] => (column === 2 ? ['80.50'] : ['x'])
    expect(guessColumns(headers, totals)).toMatchObject({ amount: 2 })
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
  const columns = { customer_code: 0, invoice_number: 1, invoice_date: 2, amount: 3 }
  const undecided = { columns, documents: 'invoices', datePatterns: {}, decimalMark: null } as const
  type Cells = readonly [date: string, amount: string]

  const read = (rows: readonly Cells[], own: CompanyHabits = habits) => {
    const readings = readColumns(
      4,
      rows.map(([date, amount]) => ['C1', '1', date, amount]),
    )
    const answers = withDecided(undecided, readings, own)
    const asked = questionsOf(answers, readings).map(({ about }) => about)
    return { date: answers.datePatterns.invoice_date, mark: answers.decimalMark, asked }
  }
  const dateOf = (...dates: readonly string[]) => read(dates.map((date) => [date, '1.00']))
  const markOf = (...amounts: readonly string[]) => read(amounts.map((amount) => ['2025-01-31', amount]))

  test('a day above 12 decides the order of day and month', () => {
    expect(dateOf('31/1/2025').date).toBe('D/M/YYYY')
    expect(dateOf('1/31/2025').date).toBe('M/D/YYYY')
    expect(dateOf('3/4/2025', '5/6/2025', '30/6/2025')).toMatchObject({ date: 'D/M/YYYY', asked: [] })
  })

  test('dates that could be either are asked about, once for the file', () => {
    expect(dateOf('3/4/2025', '5/6/2025')).toMatchObject({ date: undefined, asked: ['datePatterns'] })
    expect(dateOf('3/4/25')).toMatchObject({ date: undefined, asked: ['datePatterns'] })
  })

  test('each column has a pattern of its own, and one can decide for another', () => {
    const layout = { ...undecided, columns: { invoice_date: 0, due_date: 1, settled_date: 2, amount: 3 } }
    const rowsOf = (...rows: readonly (readonly string[])[]) => {
      const readings = readColumns(4, rows)
      return withDecided(layout, readings, habits).datePatterns
    }
    expect(rowsOf(['3/4/2025', '2025-05-03', '13-Mar-21', '1'])).toEqual({
      due_date: 'YYYY-MM-DD',
      settled_date: 'DD-MMM-YY',
    })
    expect(rowsOf(['3/4/2025', '31/5/25', '20250531.0', '1'])).toEqual({
      invoice_date: 'D/M/YYYY',
      due_date: 'D/M/YY',
      settled_date: 'YYYYMMDD',
    })
  })

  test.each([
    [['1.234,50'], ','],
    [['1,234.50'], '.'],
    [['12,5'], ','],
    [['12.50'], '.'],
    [['1.234.567'], ','],
    [['1 234,50'], ','],
    [['1,00,000.00'], '.'],
    [['1,00,000'], '.'],
    [['0.500'], '.'],
    [['1234.500'], '.'],
    [['-0,750'], ','],
    [['1,234.5000'], '.'],
    [['100'], '.'],
    [['1.500', '12,50'], ','],
    [['1.500', '12.50'], '.'],
    [['500.000', '1.234.567'], ','],
    [['($1.500)', '-3,2'], ','],
  ] as const)('the decimal mark of %j is %s', (amounts, mark) => {
    expect(markOf(...amounts)).toMatchObject({ mark, asked: [] })
  })

  test.each([
    [['1.500']],
    [['500.000', '250.000']],
    [['1,234', '7']],
    [['USD 1.500', '(2.750)']],
    [['1.500', '12,5', '12.5']],
  ])('a mark before three digits that no row decides is asked about: %j', (amounts) => {
    expect(markOf(...amounts)).toMatchObject({ mark: null, asked: ['decimalMark'] })
  })

  test('amounts without any mark are read as the company writes', () => {
    expect(read([['2025-01-31', '100']], { ...habits, decimalMark: ',' })).toMatchObject({ mark: ',', asked: [] })
  })

  test('one column of amounts decides for another', () => {
    const both = { ...undecided, columns: { ...columns, open_amount: 4 } }
    const readings = readColumns(5, [['C1', '1', '2025-01-31', '1.500', '12,50']])
    expect(withDecided(both, readings, habits).decimalMark).toBe(',')
  })

  test('what the rows are is always asked', () => {
    expect(questionsOf({ ...undecided, documents: null, decimalMark: '.' }, []).map(({ about }) => about)).toEqual([
      'documents',
      'datePatterns',
    ])
  })
})

describe('headers of other programs', () => {
  test.each([
    [
      'a warehouse filled from SAP',
      'business_code,cust_number,name_customer,clear_date,buisness_year,doc_id,posting_date,document_create_date,due_in_date,invoice_currency,total_open_amount,baseline_create_date,invoice_id',
      'customer_code customer_name settled_date invoice_number invoice_date due_date currency amount',
      [1, 2, 3, 12, 7, 8, 9, 10],
    ],
    [
      'SAP tables',
      'BUKRS,KUNNR,NAME1,BELNR,BLART,BLDAT,WAERS,WRBTR,XBLNR',
      'customer_code customer_name invoice_number document_type invoice_date currency amount reference',
      [1, 2, 3, 4, 5, 6, 7, 8],
    ],
    [
      'QuickBooks Desktop',
      'Type,Date,Num,Name,Due Date,Aging,Open Balance',
      'document_type invoice_date invoice_number customer_name due_date amount',
      [0, 1, 2, 3, 4, 6],
    ],
    [
      'QuickBooks Online',
      'Date,Transaction type,Num,Customer full name,Due date,Amount,Open balance',
      'invoice_date document_type invoice_number customer_code due_date amount open_amount',
      [0, 1, 2, 3, 4, 5, 6],
    ],
    [
      'Xero',
      '*ContactName,*InvoiceNumber,*InvoiceDate,*DueDate,Total,TaxTotal,InvoiceAmountDue,Currency,Type',
      'customer_code invoice_number invoice_date due_date amount tax_amount open_amount currency document_type',
      [0, 1, 2, 3, 4, 5, 6, 7, 8],
    ],
    [
      'Dynamics SL',
      'CustId,DocType,RefNbr,DocBal,DocDate,DueDate,OrigDocAmt',
      'customer_code document_type invoice_number open_amount invoice_date due_date amount',
      [0, 1, 2, 3, 4, 5, 6],
    ],
    [
      'Business Central',
      'Customer No.,Document No.,Posting Date,Due Date,Currency Code,Original Amount,Remaining Amount',
      'customer_code invoice_number invoice_date due_date currency amount open_amount',
      [0, 1, 2, 3, 4, 5, 6],
    ],
    [
      'a currency in the header',
      'Customer,Invoice,Date,amount_usd',
      'customer_code invoice_number invoice_date amount',
      [0, 1, 2, 3],
    ],
    [
      'only what is open',
      'Customer,Invoice,Date,Amount Due',
      'customer_code invoice_number invoice_date amount',
      [0, 1, 2, 3],
    ],
    [
      'a balance',
      'Account,Ref,Invoice No,Date,Balance',
      'customer_code reference invoice_number invoice_date amount',
      [0, 1, 2, 3, 4],
    ],
  ])('%s', (_, headers, fields, places) => {
    const wanted = Object.fromEntries(fields.split(' ').map((field, index) => [field, places[index]]))
    expect(guessColumns(headers.split(','), noSamples)).toMatchObject(wanted)
  })

  test('lines above the header are passed over, whatever they are', () => {
    expect(
      findHeaderRow([
        ['Smith & Sons'],
        ['A/R Aging Detail'],
        ['As of 30 June 2026'],
        ['', 'Date', 'Transaction type', 'Num', 'Customer', 'Amount'],
        ['', '1/2/2026', 'Invoice', '7', 'Abbot', '5.00'],
      ]),
    ).toBe(3)
    expect(findHeaderRow([['Who', 'Ref', 'When', 'How much']])).toBe(0)
  })
})
