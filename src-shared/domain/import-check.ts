import { AMOUNT_MAX, formatAmount } from './money.ts'
import type { MinorUnits } from './money.ts'
import { sameKey } from './import-books.ts'
import type { ImportBooks, KnownCustomer } from './import-books.ts'
import { cellText } from './import-cell.ts'
import type { ImportField } from './import-fields.ts'
import { readImportRow } from './import-row.ts'
import type { ImportLayout, ImportRow, RowProblem } from './import-row.ts'

/** The dry run's list stops growing here; the count goes on. */
export const IMPORT_PROBLEMS_MAX = 1000

export type LineProblem = RowProblem & { readonly line: number }

type FirstSeen = { readonly line: number; readonly value: string }

/**
 * Checks the rows of a file one after another, each by itself, against the rows before it and against the company.
 * Keeps the rows that can be posted and the problems of those that cannot.
 */
export class ImportCheck {
  readonly rows: ImportRow[] = []
  readonly problems: LineProblem[] = []
  problemCount = 0
  badRows = 0
  /** Minor units of the company's currency. */
  total: MinorUnits = 0
  readonly #layout: ImportLayout
  readonly #width: number
  readonly #books: ImportBooks
  readonly #lineOfNumber = new Map<string, number>()
  readonly #nameOfCode = new Map<string, FirstSeen>()

  constructor(layout: ImportLayout, width: number, books: ImportBooks) {
    this.#layout = layout
    this.#width = width
    this.#books = books
  }

  add(line: number, cells: readonly string[]): void {
    const read = readImportRow(line, cells, this.#width, this.#layout, this.#books.currency)
    const problems = [
      ...(read.ok ? this.#againstBooks(read.row) : read.problems),
      ...this.#numberProblems(line, this.#numberIn(cells)),
    ]
    if (problems.length === 0 && read.ok) this.#keep(read.row)
    else this.#report(line, problems)
  }

  #keep(row: ImportRow): void {
    if (this.total + row.amount > AMOUNT_MAX) {
      const most = formatAmount(AMOUNT_MAX, this.#books.currency)
      const problem = `With this row the file bills more than ${most}: import it in parts.`
      this.#report(row.line, [{ field: 'amount', value: formatAmount(row.amount, this.#books.currency), problem }])
      return
    }
    this.total += row.amount
    this.rows.push(row)
  }

  #report(line: number, problems: readonly RowProblem[]): void {
    this.badRows += 1
    this.problemCount += problems.length
    for (const problem of problems) {
      if (this.problems.length < IMPORT_PROBLEMS_MAX) this.problems.push({ line, ...problem })
    }
  }

  /** The number is checked in rows that have other faults too, so that one correction of the file is enough. */
  #numberIn(cells: readonly string[]): string {
    const column = this.#layout.columns.invoice_number
    return column === undefined ? '' : cellText(cells[column] ?? '')
  }

  #numberProblems(line: number, number: string): readonly RowProblem[] {
    if (number === '') return []
    const key = sameKey(number)
    const before = this.#lineOfNumber.get(key)
    if (before === undefined) this.#lineOfNumber.set(key, line)
    if (before !== undefined) {
      return [fault('invoice_number', number, `Invoice ${number} is already on line ${before}: remove one of them.`)]
    }
    if (this.#books.numberTaken(number)) {
      return [fault('invoice_number', number, `Invoice ${number} is already in the company: remove the row.`)]
    }
    if (!this.#books.numberReserved(number)) return []
    const problem = `${number} ends like the number of a void, which Duebook gives itself: take off the /V.`
    return [fault('invoice_number', number, problem)]
  }

  #againstBooks(row: ImportRow): readonly RowProblem[] {
    const known = this.#books.customer(row.customerCode)
    return [
      ...this.#periodProblems(row),
      ...(known === null ? [] : this.#customerProblems(row, known)),
      ...this.#nameProblems(row, known),
    ]
  }

  /** A settlement is never before its invoice, so the invoice's date decides. */
  #periodProblems({ invoiceDate }: ImportRow): readonly RowProblem[] {
    const { closingDate } = this.#books
    if (closingDate === null || invoiceDate > closingDate) return []
    const problem = `The books are closed through ${closingDate}: leave the row out, or have a supervisor reopen the period.`
    return [fault('invoice_date', invoiceDate, problem)]
  }

  #customerProblems({ customerCode }: ImportRow, known: KnownCustomer): readonly RowProblem[] {
    const { currency } = this.#books
    if (known.archived) {
      return [fault('customer_code', customerCode, `Customer ${known.code} is archived: restore the customer first.`)]
    }
    if (known.currency === currency) return []
    const problem = `Customer ${known.code} is billed in ${known.currency}, the file is read in ${currency}: use another code.`
    return [fault('customer_code', customerCode, problem)]
  }

  /** The same code with two names may be two firms; money booked to the wrong one is hard to find again. */
  #nameProblems({ line, customerCode, customerName }: ImportRow, known: KnownCustomer | null): readonly RowProblem[] {
    if (customerName === '') return []
    const remedy = 'correct the code or the name, or choose no column for the customer name.'
    if (known !== null && !sameName(known.name, customerName)) {
      const problem = `Customer ${known.code} is "${known.name}" in the company: ${remedy}`
      return [fault('customer_name', customerName, problem)]
    }
    const key = sameKey(customerCode)
    const before = this.#nameOfCode.get(key)
    if (before === undefined) this.#nameOfCode.set(key, { line, value: customerName })
    if (before === undefined || sameName(before.value, customerName)) return []
    const problem = `Customer ${customerCode} is "${before.value}" on line ${before.line}: ${remedy}`
    return [fault('customer_name', customerName, problem)]
  }
}

const sameName = (a: string, b: string): boolean => looseName(a) === looseName(b)

const looseName = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').toLowerCase()

const fault = (field: ImportField, value: string, problem: string): RowProblem => ({ field, value, problem })
