import type { CalendarDate } from '../../domain/dates/calendar.ts'
import type { DatePattern } from '../../domain/dates/date-text.ts'
import { parseDateByPattern } from '../../domain/dates/date-text.ts'
import { parseImportAmount } from './import-amount.ts'
import type { DecimalMark } from './import-amount.ts'
import { cellText, codeText, hasUnreadable, isShortened, oneLine } from './import-cell.ts'
import { importFieldName, requiredImportFields } from './import-fields.ts'
import type { ImportAmountField, ImportColumns, ImportDateField, ImportedAs, ImportField } from './import-fields.ts'
import { parseImportMillionths, parseImportNumber, yesOrNo } from './import-number.ts'
import { kindOf, meaningOfType } from './import-kinds.ts'
import type { ImportKind } from './import-kinds.ts'
import { isKnownCurrency } from '../../domain/amounts/currency.ts'
import { ONE } from '../../domain/amounts/money.ts'
import type { Millionths } from '../../domain/amounts/money.ts'
import { describeProblem } from '../../domain/text/parsed.ts'
import type { Parsed } from '../../domain/text/parsed.ts'

/** How a file is read: chosen by the clerk on the mapping screen, or decided by the file. */
export type ImportLayout = {
  readonly columns: ImportColumns
  readonly documents: ImportedAs
  readonly datePatterns: { readonly [Field in ImportDateField]?: DatePattern }
  readonly decimalMark: DecimalMark
}

/** One row of the file as it will be posted. */
export type ImportRow = {
  /** Physical line of the file on which the row begins; the first line is 1. */
  readonly line: number
  readonly customerCode: string
  /** Empty when the file does not say; so are country, tax code and reference. */
  readonly customerName: string
  readonly country: string
  /** Empty for a payment that has none. */
  readonly number: string
  readonly kind: ImportKind
  readonly invoiceDate: CalendarDate
  /** Null: by the customer's terms. */
  readonly dueDate: CalendarDate | null
  readonly currency: string
  /** False: the row names no currency and is read in the company's. */
  readonly namesCurrency: boolean
  /** Minor units of the currency, more than zero; of an open item what was open. */
  readonly amount: number
  /** Of an open item what it was before it was paid in part; else the same as the amount. */
  readonly original: number
  /** What the file says was received for it; posted as a receipt of the settled date. */
  readonly received: number
  readonly taxCode: string
  /** The tax within the amount; null when the file does not say. */
  readonly tax: number | null
  readonly reference: string
  readonly settledDate: CalendarDate | null
  /** Digits of a rate, as the file has them; null when it has none. */
  readonly rateDigits: string | null
  /** Millionths; one where the file does not say. */
  readonly quantity: Millionths
  /** Percent in millionths; null when the file does not say. */
  readonly taxRate: Millionths | null
  /** Whether the invoice earns the early payment discount of its terms. */
  readonly earnsDiscount: boolean
  readonly memo: string
}

/** Why a row cannot be imported; `field` is null when no single column is at fault. */
export type RowProblem = { readonly field: ImportField | null; readonly value: string; readonly problem: string }

export type ReadRow =
  | { readonly ok: true; readonly row: ImportRow }
  /** Nothing is left of an open item: it stays in the old books. */
  | { readonly ok: 'closed' }
  | { readonly ok: false; readonly problems: readonly RowProblem[] }

const TEXT_LENGTH_MAX = {
  customer_code: 32,
  customer_name: 200,
  country: 60,
  // Its receipt's number is this with a prefix of four, and a receipt's reference holds 64.
  invoice_number: 60,
  tax_code: 32,
  reference: 64,
  memo: 1000,
} as const satisfies { readonly [Field in ImportField]?: number }

type TextField = keyof typeof TEXT_LENGTH_MAX

/** The days an imported document may be dated on: a year outside is a slip of the keyboard. */
const EARLIEST = '1950-01-01'
const LATEST = '2199-12-31'

/** How programs write that there is no date. */
const NO_DATE = /^(?:0+([/.-])0+\1(?:0+|1900)|0{8}|0|1900-01-01|0001-01-01)(?:[T ]00:00.*)?$/

const isRequired = (field: ImportField): boolean => requiredImportFields.some((required) => required === field)

/**
 * Reads one row by itself; every fault of the row is listed, in the order of the fields.
 * @param currency of the rows that name none
 */
export function readImportRow(
  line: number,
  cells: readonly string[],
  width: number,
  layout: ImportLayout,
  currency: string,
): ReadRow {
  const reader = new RowReader(cells, layout)
  reader.checkWidth(width)
  const customerCode = reader.text('customer_code')
  const customerName = reader.text('customer_name')
  const country = reader.text('country')
  const number = reader.number()
  const invoiceDate = reader.date('invoice_date')
  const dueDate = reader.date('due_date')
  const named = reader.currency()
  const own = named ?? currency
  const total = reader.amount('amount', own)
  const open = reader.amount('open_amount', own)
  const taxCode = reader.text('tax_code')
  const tax = reader.amount('tax_amount', own)
  const reference = reader.text('reference')
  const settledDate = reader.date('settled_date')
  const others = reader.others()
  reader.checkOrder(invoiceDate, dueDate, settledDate)
  // What is closed stays in the old books, whatever they call it.
  const isSound = reader.problems.length === 0
  if (isSound && layout.documents === 'open_items' && (open ?? total) === 0) return { ok: 'closed' }
  const meaning = reader.meaning()
  if (reader.problems.length > 0 || invoiceDate === null || total === null) {
    return { ok: false, problems: reader.problems }
  }
  const kind = kindOf(meaning, (total === 0 ? (open ?? 0) : total) < 0)
  const figures = reader.figures(layout.documents, kind, { total, open, tax, settledDate })
  if (figures === 'closed') return { ok: 'closed' }
  if (figures === null) return { ok: false, problems: reader.problems }
  const texts = { line, customerCode, customerName, country, number, kind, reference, taxCode }
  const dates = { invoiceDate, dueDate, settledDate }
  return { ok: true, row: { ...texts, ...dates, ...others, currency: own, namesCurrency: named !== null, ...figures } }
}

type Read = {
  readonly total: number
  readonly open: number | null
  readonly tax: number | null
  readonly settledDate: CalendarDate | null
}
type Figures = Pick<ImportRow, 'amount' | 'original' | 'received' | 'tax'>

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
    const text = this.#textOf(field)
    const max = TEXT_LENGTH_MAX[field]
    if (text === '') this.#refuseMissing(field)
    else if (hasUnreadable(text))
      this.#refuse(field, text, 'It holds a line break or another character that is not text: type it again.')
    else if (isCode(field) && isShortened(text))
      this.#refuse(field, text, 'A spreadsheet has shortened it and its last digits are lost: export the file again.')
    else if (text.length > max) {
      this.#refuse(field, text, `The ${importFieldName[field]} is longer than ${max} characters: shorten it.`)
    }
    return text
  }

  /** Payments are listed without one: they get the next of the company's own. */
  number(): string {
    const isPayment = meaningOfType(this.#cell('document_type')) === 'payment'
    return isPayment && this.#textOf('invoice_number') === '' ? '' : this.text('invoice_number')
  }

  date(field: ImportDateField): CalendarDate | null {
    const pattern = this.#layout.datePatterns[field]
    const text = this.#cell(field)
    if (NO_DATE.test(text) && !isRequired(field)) return null
    const date = pattern === undefined ? null : this.#parsed(field, (cell) => parseDateByPattern(cell, pattern))
    if (date === null || (date >= EARLIEST && date <= LATEST)) return date
    this.#refuse(field, date, describeProblem({ kind: 'date_out_of_range', from: EARLIEST, to: LATEST }))
    return null
  }

  amount(field: ImportAmountField, currency: string): number | null {
    return this.#parsed(field, (text) => parseImportAmount(text, currency, this.#layout.decimalMark))
  }

  /** What a row may say besides. */
  others(): Pick<ImportRow, 'rateDigits' | 'quantity' | 'taxRate' | 'earnsDiscount' | 'memo'> {
    const { decimalMark } = this.#layout
    const quantity = this.#parsed('quantity', (text) => parseImportMillionths(text, decimalMark))
    return {
      rateDigits: this.#parsed('exchange_rate', (text) => parseImportNumber(text, decimalMark)),
      quantity: quantity === null || quantity === 0 ? ONE : quantity,
      taxRate: this.#parsed('tax_rate', (text) => parseImportMillionths(text, decimalMark)),
      earnsDiscount: this.#earnsDiscount(),
      memo: this.text('memo'),
    }
  }

  #earnsDiscount(): boolean {
    const text = this.#cell('earns_discount')
    const answer = text === '' ? true : yesOrNo(text)
    if (answer === null) this.#refuse('earns_discount', text, 'Write yes or no, or choose no column for it.')
    return answer ?? true
  }

  /** What the document type says; a blank or missing one leaves it to the sign. */
  meaning(): Exclude<ReturnType<typeof meaningOfType>, null> {
    const type = this.#cell('document_type')
    const meaning = meaningOfType(type)
    if (meaning !== null) return meaning
    const remedy = 'write invoice, credit note, payment or journal, or choose no column for it.'
    this.#refuse('document_type', type, `This document type is not known: ${remedy}`)
    return 'signed'
  }

  currency(): string | null {
    const code = this.#cell('currency').toUpperCase()
    if (code === '' || isKnownCurrency(code)) return code === '' ? null : code
    this.#refuse('currency', code, 'This is no currency: write its code of three letters, such as USD.')
    return null
  }

  /** The amounts as they are posted, without sign; null when they contradict each other. */
  figures(documents: ImportedAs, kind: ImportKind, read: Read): Figures | 'closed' | null {
    const { total, open } = read
    if (open !== null && open !== 0 && total !== 0 && open < 0 !== total < 0) {
      return this.#contradicts('open_amount', 'It has the other sign than the amount: correct one.')
    }
    if (open !== null && Math.abs(open) > Math.abs(total)) {
      return this.#contradicts('open_amount', 'More is open than the amount: correct one.')
    }
    const original = Math.abs(total)
    const left = open === null ? original : Math.abs(open)
    if (documents === 'open_items') return ofOpenItem(original, open === null && read.settledDate !== null ? 0 : left)
    if (original === 0) {
      return this.#contradicts('amount', 'An invoice needs an amount above zero: leave the row out.')
    }
    const tax = read.tax === null ? null : Math.abs(read.tax)
    if (tax !== null && tax > original)
      return this.#contradicts('tax_amount', 'The tax is more than the amount: correct one.')
    const received = this.#received(kind, original, open === null ? null : left, read.settledDate)
    return received === null ? null : { amount: original, original, received, tax }
  }

  /** What was received for an invoice: all of it when only the day is known, else what is not open any more. */
  #received(kind: ImportKind, original: number, left: number | null, settledDate: CalendarDate | null): number | null {
    if (kind !== 'invoice') {
      if (settledDate === null && (left === null || left === original)) return 0
      const remedy = 'leave it out, or import the open items instead.'
      return this.#contradicts('amount', `A credit that is used already says not for what: ${remedy}`)
    }
    if (left === null) return settledDate === null ? 0 : original
    const received = original - left
    if (received > 0 && settledDate === null) {
      const remedy = 'choose the column of the settled date, or import the open items instead.'
      return this.#contradicts('settled_date', `It is paid in part, but not when: ${remedy}`)
    }
    if (received === 0 && settledDate !== null) {
      return this.#contradicts('settled_date', 'It has a settled date, but all of it is open: correct one.')
    }
    return received
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

  #textOf(field: TextField): string {
    const column = this.#layout.columns[field]
    if (column === undefined) return ''
    const cell = this.#cells[column] ?? ''
    return isCode(field) ? codeText(cell) : oneLine(cellText(cell))
  }

  #cell(field: ImportField): string {
    const column = this.#layout.columns[field]
    return column === undefined ? '' : cellText(this.#cells[column] ?? '')
  }

  #refuseMissing(field: ImportField): void {
    if (isRequired(field)) this.#refuse(field, '', `The ${importFieldName[field]} is missing: fill it in.`)
  }

  #contradicts(field: ImportField, problem: string): null {
    this.#refuse(field, this.#cell(field), problem)
    return null
  }

  #refuse(field: ImportField | null, value: string, problem: string): void {
    this.problems.push({ field, value: value.slice(0, VALUE_LENGTH_MAX), problem })
  }
}

const ofOpenItem = (original: number, left: number): Figures | 'closed' =>
  left === 0 ? 'closed' : { amount: left, original, received: 0, tax: null }

/** Enough of a value to find it again. */
const VALUE_LENGTH_MAX = 100

const isCode = (field: TextField): boolean =>
  field === 'customer_code' || field === 'invoice_number' || field === 'tax_code'
