import { isKnownCurrency } from '../../domain/amounts/currency.ts'
import { guessDatePattern } from '../../domain/dates/date-text.ts'
import { importDateFields, importFields, importNumberFields } from './import-fields.ts'
import type { ImportColumns, ImportField } from './import-fields.ts'
import { HEADER_WORDS, isKnownHeader } from './import-header-words.ts'
import { isKnownType } from './import-kinds.ts'
import { yesOrNo } from './import-number.ts'
import { withoutInvisible } from '../../domain/text/look-alike.ts'

const isDateField = (field: ImportField): boolean => importDateFields.some((date) => date === field)

/**
 * Which column holds which field, from the headers; where values can contradict a header they do: a date field needs a
 * column of dates (a column "Paid" often holds yes and no), a document type one of known words, a currency one of codes.
 * Each column is taken once; what has no match is left out.
 * @param samples values of a column, by its index
 */
export function guessColumns(
  headers: readonly string[],
  samples: (column: number) => readonly string[],
): Readonly<ImportColumns> {
  const words = headers.map(plainWord)
  const taken = new Set<number>()
  const columns: { [Field in ImportField]?: number } = {}
  for (const field of importFields) {
    const column = findColumn(field, words, taken, samples)
    if (column === null) continue
    taken.add(column)
    columns[field] = column
  }
  if (columns.amount === undefined && columns.open_amount === undefined) {
    // Amounts that cannot be read are told with their rows, not as a column that is missing.
    const named = findColumn('amount', words, taken, () => [])
    if (named !== null) columns.amount = named
  }
  return withAnAmount(withACode(columns))
}

/** Programs that know customers by their names alone list no codes: the name is both. */
const withACode = (columns: ImportColumns): ImportColumns =>
  columns.customer_code === undefined && columns.customer_name !== undefined
    ? { ...columns, customer_code: columns.customer_name }
    : columns

/** A file that has what is open only, or a balance only, has its amount there. */
function withAnAmount(columns: ImportColumns): ImportColumns {
  if (columns.amount !== undefined || columns.open_amount === undefined) return columns
  const { open_amount: amount, ...others } = columns
  return { ...others, amount }
}

function findColumn(
  field: ImportField,
  words: readonly string[],
  taken: ReadonlySet<number>,
  samples: (column: number) => readonly string[],
): number | null {
  for (const synonym of HEADER_WORDS[field].split(' ')) {
    // Beside a contact's name the account code is one of the general ledger.
    if (synonym === 'accountcode' && words.includes('contactname')) continue
    for (const [column, word] of words.entries()) {
      if (word === synonym && !taken.has(column) && canHold(field, samples(column))) return column
    }
  }
  return null
}

function canHold(field: ImportField, values: readonly string[]): boolean {
  const filled = values.filter((value) => value.trim() !== '')
  if (isDateField(field)) return filled.length === 0 || guessDatePattern(filled.slice(0, SAMPLES)).pattern !== null
  // A type that is not known among those that are is told with its rows.
  if (field === 'document_type') return filled.filter(isKnownType).length * 2 >= filled.length
  if (field === 'currency') return filled.every((value) => isKnownCurrency(value.trim().toUpperCase()))
  if (field === 'earns_discount') return filled.every((value) => yesOrNo(value.trim()) !== null)
  if (isNumberField(field)) return filled.length === 0 || filled.slice(0, SAMPLES).some((value) => /\d/.test(value))
  return true
}

const SAMPLES = 200

const isNumberField = (field: ImportField): boolean => importNumberFields.some((number) => number === field)

/** "Invoice Amount (USD)", "amount_usd" and "AMOUNT" are the headers invoice_amount and amount. */
export const plainWord = (header: string): string =>
  withoutInvisible(header.normalize('NFKC'))
    .replace(/\([^)]*\)/g, '')
    .replace(/^\*+/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])|(?<=[a-z])[A-Z]{3}$/g, (letters) =>
      isCurrencyCode(letters) ? '' : letters,
    )
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** As a word of its own: "amount_usd", not "all" or "top", which are codes too. */
const isCurrencyCode = (letters: string): boolean =>
  isKnownCurrency(letters.toUpperCase()) && !/^(?:all|top|try|gel|mop|bam|cup|lak|lek|kes|mad)$/.test(letters)

const ROWS_SEARCHED = 40
const WORDS_NEEDED = 2

/**
 * The row that names the columns: the first of those that have the most known words, when they have two at least; else
 * the first row. Reports have lines with their title and day above it. -1 when the first row is data already: it has a
 * date and an amount.
 */
export function findHeaderRow(rows: readonly (readonly string[])[]): number {
  const scores = rows.slice(0, ROWS_SEARCHED).map(knownWordsIn)
  const most = Math.max(0, ...scores)
  if (most >= WORDS_NEEDED) return scores.indexOf(most)
  return isData(rows[0] ?? []) ? -1 : 0
}

const isData = (cells: readonly string[]): boolean =>
  cells.some((cell) => guessDatePattern([cell]).pattern !== null) &&
  cells.some((cell) => /^\D?\d[\d.,]*$/.test(cell.trim()))

const knownWordsIn = (cells: readonly string[]): number =>
  new Set(cells.map(plainWord).filter((word) => word !== '' && isKnownHeader(word))).size
