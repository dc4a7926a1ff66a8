import type { CalendarDate } from './calendar.ts'
import type { DatePattern } from './date-text.ts'
import { parseDateByPattern } from './date-text.ts'
import { parseImportAmount } from './import-amount.ts'
import type { DecimalMark } from './import-amount.ts'
import { cellText, hasUnreadable, oneLine } from './import-cell.ts'
import { importFieldName, requiredImportFields } from './import-fields.ts'
import type { ImportColumns, ImportField } from './import-fields.ts'
import { describeProblem } from './parsed.ts'
import type { Parsed } from './parsed.ts'

/** How a file is read: chosen by the clerk on the mapping screen. */
export type ImportLayout = {
  readonly columns: ImportColumns
  readonly datePattern: DatePattern
  readonly decimalMark: DecimalMark
}

/** One row of the file as it will be posted: an invoice, and its receipt when settled. */
export type ImportRow = {
  /** Physical line of the file on which the row begins; the header is line 1. */
  readonly line: number
  readonly customerCode: string
  /** Empty when the file does not say; so are country and reference. */
  readonly customerName: string
  readonly country: string
  readonly number: string
  readonly invoiceDate: CalendarDate
  /** Null: by the customer's terms. */
  readonly dueDate: CalendarDate | null
  /** Minor units of the company's currency, more than zero. */
  readonly amount: number
  readonly reference: string
  readonly settledDate: CalendarDate | null
}

/** Why a row cannot be imported; `field` is null when no single column is at fault. */
export type RowProblem = { readonly field: ImportField | null; readonly value: string; readonly problem: string }

export type ReadRow =
  { readonly ok: true; readonly row: ImportRow } | { readonly ok: false; readonly problems: readonly RowProblem[] }

const TEXT_LENGTH_MAX = {
  customer_code: 32,
  customer_name: 200,
  country: 60,
  // Its receipt's number is this with a prefix of four, and a receipt's reference holds 64.
  invoice_number: 60,
  reference: 64,
} as const satisfies { readonly [Field in ImportField]?: number }

type TextField = keyof typeof TEXT_LENGTH_MAX
type DateField = 'invoice_date' | 'due_date' | 'settled_date'

/** The days an imported document may be dated on: a year outside is a slip of the keyboard. */
const EARLIEST = '1950-01-01'
const LATEST = '2199-12-31'

const isRequired = (field: ImportField): boolean => requiredImportFields.some((required) => required === field)

/** Reads one row by itself; every fault of the row is listed, in the order of the fields. */
export function readImportRow(
  line: number,
  cells: readonly string[],
  width: number,
  layout: ImportLayout,
  currency: string,
): ReadRow {
  const reader = new RowReader(cells, layout)
  reader.checkWidth(width)
  const row = {
    line,
    customerCode: reader.text('customer_code'),
    customerName: reader.text('customer_name'),
    country: reader.text('country'),
    number: reader.text('invoice_number'),
    invoiceDate: reader.date('invoice_date'),
    dueDate: reader.date('due_date'),
    amount: reader.amount(currency),
    reference: reader.text('reference'),
    settledDate: reader.date('settled_date'),
  }
  reader.checkOrder(row.invoiceDate, row.dueDate, row.settledDate)
  const { invoiceDate, amount } = row
  if (reader.problems.length > 0 || invoiceDate === null || amount === null) {
    return { ok: false, problems: reader.problems }
  }
  return { ok: true, row: { ...row, invoiceDate, amount } }
}

class RowReader {
  readonly problems: RowProblem[] = []
  readonly #cells: readonly string[]
  readonly #layout: ImportLayout

  constructor(cells: readonly string[], layout: ImportLayout) {
    this.#cells = cells
    this.#layout = layout
  }

  /** A row cut short, or one shifted by a separator inside a value, must not be read as if it were whole. */
  checkWidth(width: number): void {
    const mapped = Object.values(this.#layout.columns).filter((column) => column !== undefined)
    const surplus = this.#cells.slice(width).some((cell) => cell.trim() !== '')
    const problem = surplus
      ? `The row has ${this.#cells.length} values, the header has ${width}: put values that contain the separator in quotes.`
      : `The row ends after ${this.#cells.length} of ${width} values: complete it.`
    if (surplus || Math.max(...mapped) >= this.#cells.length) this.#refuse(null, this.#cells.join(' '), problem)
  }

  text(field: TextField): string {
    const text = oneLineUnlessKey(field, this.#cell(field))
    const max = TEXT_LENGTH_MAX[field]
    if (text === '') this.#refuseMissing(field)
    else if (hasUnreadable(text))
      this.#refuse(field, text, 'It holds a line break or another character that is not text: type it again.')
    else if (text.length > max) {
      this.#refuse(field, text, `The ${importFieldName[field]} is longer than ${max} characters: shorten it.`)
    }
    return text
  }

  date(field: DateField): CalendarDate | null {
    const date = this.#parsed(field, (text) => parseDateByPattern(text, this.#layout.datePattern))
    if (date === null || (date >= EARLIEST && date <= LATEST)) return date
    this.#refuse(field, date, describeProblem({ kind: 'date_out_of_range', from: EARLIEST, to: LATEST }))
    return null
  }

  amount(currency: string): number | null {
    const amount = this.#parsed('amount', (text) => parseImportAmount(text, currency, this.#layout.decimalMark))
    if (amount === null || amount > 0) return amount
    const remedy = amount === 0 ? 'leave the row out.' : 'leave the row out; only invoices are imported.'
    this.#refuse('amount', this.#cell('amount'), `An invoice needs an amount above zero: ${remedy}`)
    return null
  }

  checkOrder(invoiced: CalendarDate | null, due: CalendarDate | null, settled: CalendarDate | null): void {
    if (invoiced === null) return
    if (due !== null && due < invoiced) {
      this.#refuse('due_date', this.#cell('due_date'), `It is due before the invoice date, ${invoiced}: correct one.`)
    }
    if (settled !== null && settled < invoiced) {
      this.#refuse(
        'settled_date',
        this.#cell('settled_date'),
        `It was settled before the invoice date, ${invoiced}: correct one.`,
      )
    }
  }

  #parsed<T>(field: ImportField, parse: (text: string) => Parsed<T>): T | null {
    const text = this.#cell(field)
    if (text === '') {
      this.#refuseMissing(field)
      return null
    }
    const parsed = parse(text)
    if (parsed.ok) return parsed.value
    this.#refuse(field, text, describeProblem(parsed.reason))
    return null
  }

  #cell(field: ImportField): string {
    const column = this.#layout.columns[field]
    return column === undefined ? '' : cellText(this.#cells[column] ?? '')
  }

  #refuseMissing(field: ImportField): void {
    if (isRequired(field)) this.#refuse(field, '', `The ${importFieldName[field]} is missing: fill it in.`)
  }

  #refuse(field: ImportField | null, value: string, problem: string): void {
    this.problems.push({ field, value: value.slice(0, VALUE_LENGTH_MAX), problem })
  }
}

/** Enough of a value to find it again. */
const VALUE_LENGTH_MAX = 100

const oneLineUnlessKey = (field: TextField, text: string): string =>
  field === 'customer_code' || field === 'invoice_number' ? text : oneLine(text)
