import { toBase } from '../../domain/amounts/exchange-rate.ts'
import type { ExchangeRate } from '../../domain/amounts/exchange-rate.ts'
import { rateOfRow } from './import-rate.ts'
import { AMOUNT_MAX, formatAmount, formatDecimal6, lineNet, ONE, sum } from '../../domain/amounts/money.ts'
import type { MinorUnits } from '../../domain/amounts/money.ts'
import { sameKey } from './import-books.ts'
import type { ImportBooks, KnownCustomer } from './import-books.ts'
import { codeText } from './import-cell.ts'
import type { ImportField } from './import-fields.ts'
import type { ImportKind } from './import-kinds.ts'
import { ImportProblems } from './import-problems.ts'
import type { LookAlikeQuestion } from './import-problems.ts'
import { readImportRow } from './import-row.ts'
import type { ImportLayout, ImportRow, RowProblem } from './import-row.ts'
import { priceOfEach } from '../../domain/amounts/unit-price.ts'
import { taxOfRow } from './import-tax.ts'
import type { TaxedRow } from './import-tax.ts'
import { isTotalRow } from './import-totals.ts'
import { lookAlikeKey, looksLike } from '../../domain/text/look-alike.ts'

/** A row that can be posted, with what was looked up for it. */
export type CheckedRow = ImportRow & {
  readonly rate: ExchangeRate
  /** Minor units of the company's currency. */
  readonly baseAmount: MinorUnits
  readonly taxed: TaxedRow | null
}

/** What the clerk says of codes and numbers that look alike; null asks. */
export type LookAlikeAnswers = { readonly customers: 'same' | 'separate' | null; readonly numbers: 'separate' | null }

type FirstSeen = { readonly line: number; readonly value: string }
type ProblemOrQuestion = RowProblem & { readonly question?: LookAlikeQuestion }

/**
 * Checks the rows of a file one after another, each by itself, against the rows before it and against the company.
 * Keeps the rows that can be posted and the problems of those that cannot.
 */
export class ImportCheck {
  readonly rows: CheckedRow[] = []
  readonly problems = new ImportProblems()
  badRows = 0
  /** Rows with nothing left open, and lines that are headings or sums. */
  closedRows = 0
  readonly otherLines: number[] = []
  /** What debit rows come to, in minor units of the company's currency; credits apart. */
  total: MinorUnits = 0
  credits: MinorUnits = 0
  readonly #layout: ImportLayout
  readonly #width: number
  readonly #books: ImportBooks
  readonly #answers: LookAlikeAnswers
  readonly #lineOfNumber = new Map<string, FirstSeen>()
  readonly #likeNumber = new Map<string, FirstSeen>()
  readonly #nameOfCode = new Map<string, FirstSeen>()
  readonly #likeCode = new Map<string, FirstSeen>()

  constructor(
    layout: ImportLayout,
    width: number,
    books: ImportBooks,
    answers: LookAlikeAnswers = { customers: null, numbers: null },
  ) {
    this.#layout = layout
    this.#width = width
    this.#books = books
    this.#answers = answers
  }

  add(line: number, cells: readonly string[]): void {
    if (isTotalRow(cells, this.#layout.columns)) {
      this.otherLines.push(line)
      return
    }
    const read = readImportRow(line, cells, this.#width, this.#layout, this.#books.currency)
    if (read.ok === 'closed') {
      this.closedRows += 1
      return
    }
    const kind = read.ok ? read.row.kind : 'invoice'
    const numbered = this.#numberProblems(line, kind, this.#numberIn(cells))
    if (!read.ok) return this.#report(line, [...read.problems, ...numbered])
    const { row, problems } = this.#withKnownCode(read.row)
    const { rate, problems: ofRate } = rateOfRow(row, this.#books)
    const all = [...problems, ...this.#againstBooks(row), ...ofRate, ...numbered]
    const taxed = taxOfRow(row, this.#layout.documents, this.#books)
    if (taxed !== null && 'problem' in taxed) return this.#report(line, [...all, taxed])
    if (this.#layout.documents === 'invoices') all.push(...quantityProblems(row, taxed))
    if (all.length === 0 && rate !== null) return this.#keep(row, rate, taxed)
    this.#report(line, all)
  }

  #keep(row: ImportRow, rate: ExchangeRate, taxed: CheckedRow['taxed']): void {
    const base = baseOf(row, rate, this.#books.currency)
    const soFar = row.kind === 'invoice' ? this.total : this.credits
    if (base === null || soFar + base > AMOUNT_MAX) {
      const most = formatAmount(AMOUNT_MAX, this.#books.currency)
      const problem = `With this row the file bills more than ${most}: import it in parts.`
      this.#report(row.line, [fault('amount', formatAmount(row.amount, row.currency), problem)])
      return
    }
    if (row.kind === 'invoice') this.total += base
    else this.credits += base
    this.rows.push({ ...row, rate, baseAmount: base, taxed })
  }

  #report(line: number, problems: readonly ProblemOrQuestion[]): void {
    this.badRows += 1
    for (const { question, ...problem } of problems) this.problems.add(line, problem, question ?? null)
  }

  /** The number is checked in rows that have other faults too, so that one correction of the file is enough. */
  #numberIn(cells: readonly string[]): string {
    const column = this.#layout.columns.invoice_number
    return column === undefined ? '' : codeText(cells[column] ?? '')
  }

  #numberProblems(line: number, kind: ImportKind, number: string): readonly ProblemOrQuestion[] {
    if (number === '') return []
    const noun = NOUN[kind]
    const before = seen(this.#lineOfNumber, `${kind}|${sameKey(number)}`, { line, value: number })
    if (before !== null) {
      return [
        fault('invoice_number', number, `${noun} ${number} is already on line ${before.line}: remove one of them.`),
      ]
    }
    if (this.#books.numberTaken(kind, number)) {
      return [fault('invoice_number', number, `${noun} ${number} is already in the company: remove the row.`)]
    }
    if (!this.#books.numberReserved(number)) return this.#likeNumberProblems(line, kind, number)
    const problem = `${number} ends like the number of a void, which Duebook gives itself: take off the /V.`
    return [fault('invoice_number', number, problem)]
  }

  #likeNumberProblems(line: number, kind: ImportKind, number: string): readonly ProblemOrQuestion[] {
    const before = seen(this.#likeNumber, `${kind}|${lookAlikeKey(number)}`, { line, value: number })
    if (this.#answers.numbers !== null) return []
    const stored = this.#books.numberLike(kind, number)
    if (before === null && stored === null) return []
    const like = stored === null ? `${before?.value} on line ${before?.line}` : `${stored} in the company`
    const problem = `${NOUN[kind]} ${number} looks like ${like}: correct one, or say that both are meant.`
    return [{ ...fault('invoice_number', number, problem), question: 'numbers' }]
  }

  /** The row under the code it is posted to: of a customer that looks the same, where the clerk says they are one. */
  #withKnownCode(row: ImportRow): { readonly row: ImportRow; readonly problems: readonly ProblemOrQuestion[] } {
    const { customerCode: code, line } = row
    if (this.#books.customer(code) !== null) return { row, problems: [] }
    const stored = this.#books.customerLike(code)
    const first = seen(this.#likeCode, lookAlikeKey(code), { line, value: code })
    const inFile = first !== null && sameKey(first.value) !== sameKey(code) ? first : null
    if (stored === null && inFile === null) return { row, problems: [] }
    const other = stored?.code ?? inFile?.value ?? code
    if (this.#answers.customers === 'separate') return { row, problems: [] }
    if (this.#answers.customers === 'same') return { row: { ...row, customerCode: other }, problems: [] }
    const where = stored === null ? `on line ${inFile?.line}` : `in the company, "${stored.name}"`
    const problem = `${code} looks like ${other} ${where}: say whether they are one customer.`
    return { row, problems: [{ ...fault('customer_code', code, problem), question: 'customers' }] }
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

  #customerProblems({ customerCode, currency, namesCurrency }: ImportRow, known: KnownCustomer): readonly RowProblem[] {
    if (known.archived) {
      return [fault('customer_code', customerCode, `Customer ${known.code} is archived: restore the customer first.`)]
    }
    if (namesCurrency || known.currency === currency) return []
    const problem = `Customer ${known.code} is billed in ${known.currency}, the row names no currency and would be in ${currency}: name it in the file, in a column of its own.`
    return [fault('currency', '', problem)]
  }

  /** The same code with two names may be two firms; money booked to the wrong one is hard to find again. */
  #nameProblems({ line, customerCode, customerName }: ImportRow, known: KnownCustomer | null): readonly RowProblem[] {
    if (customerName === '') return []
    const remedy = 'correct the code or the name, or choose no column for the customer name.'
    if (known !== null && !looksLike(known.name, customerName)) {
      const problem = `Customer ${known.code} is "${known.name}" in the company: ${remedy}`
      return [fault('customer_name', customerName, problem)]
    }
    const before = seen(this.#nameOfCode, sameKey(customerCode), { line, value: customerName })
    if (before === null || looksLike(before.value, customerName)) return []
    const problem = `Customer ${customerCode} is "${before.value}" on line ${before.line}: ${remedy}`
    return [fault('customer_name', customerName, problem)]
  }
}

const NOUN: Readonly<Record<ImportKind, string>> = {
  invoice: 'Invoice',
  credit_note: 'Credit note',
  payment: 'Payment',
}

/** What was there before under the key; the first stays. */
function seen(before: Map<string, FirstSeen>, key: string, now: FirstSeen): FirstSeen | null {
  const first = before.get(key)
  if (first === undefined) before.set(key, now)
  return first ?? null
}

function baseOf({ amount, currency }: ImportRow, rate: ExchangeRate, base: string): MinorUnits | null {
  if (currency === base) return amount
  try {
    return toBase(amount, currency, base, rate)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** So many of one price come to the row's amount, whole minor units and all. */
const quantityProblems = ({ quantity, amount, currency }: ImportRow, taxed: TaxedRow | null): readonly RowProblem[] => {
  const net = amount - sum((taxed?.taxes ?? []).map(({ tax }) => tax))
  const unitPrice = priceOfEach(net, currency, quantity)
  if (quantity === ONE || lineNet({ quantity, unitPrice, discountPercent: 0 }, currency) === net) return []
  const problem = `No price of one comes to ${formatAmount(net, currency)}: correct it, or choose no column for it.`
  return [fault('quantity', formatDecimal6(quantity), problem)]
}

const fault = (field: ImportField, value: string, problem: string): RowProblem => ({ field, value, problem })
