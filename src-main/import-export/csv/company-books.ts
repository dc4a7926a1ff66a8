import type { DocumentKind } from '../../../src-shared/domain/documents.ts'
import { RATE_ONE, usualQuote, type Quote } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import type {
  KnownCustomer,
  KnownTaxCode,
  KnownTerms,
  ImportBooks,
} from '../../../src-shared/import-export/rules/import-books.ts'
import { importedReceiptNumber, sameKey } from '../../../src-shared/import-export/rules/import-books.ts'
import { isVoidNumber } from '../../../src-shared/company/rules/sequence.ts'
import type { PaymentTerms } from '../../../src-shared/company/rules/terms/terms.ts'
import type { ImportKind } from '../../../src-shared/import-export/rules/import-kinds.ts'
import { lookAlikeKey } from '../../../src-shared/domain/text/look-alike.ts'
import { companyRules } from '../../company/facts/company.ts'
import { numbersLike } from '../../company/facts/number-series.ts'
import type { Readable } from '../../db/connection.ts'
import type { Stored } from '../../db/stored.ts'

/** A new customer's terms unless the due dates say otherwise; the oldest terms where a company has renamed these. */
const DEFAULT_TERMS_CODE = 'NET30'

type CustomerRow = Stored<'customer', 'id' | 'code' | 'name' | 'currency' | 'archived' | 'termsId'>

/** What queries answer, which files are read without. */
export interface BooksRequest {
  /** The company's rate of a foreign currency on a day; null without one. */
  rateOn: ImportBooks['rate']
  /** The taxes of a tax code, in the law's order. */
  taxesOf(taxCodeId: number): KnownTaxCode['taxes']
}

/** The company as an import is checked against it. Reads when asked, and each customer once. */
export function companyBooks(db: Readable, { rateOn, taxesOf }: BooksRequest): ImportBooks {
  const { baseCurrency, closingDate } = companyRules(db)
  const { terms, defaultTerms } = loadTerms(db)
  const taxCodes = db
    .all<Stored<'taxCode', 'id' | 'code'>>('SELECT id, code FROM tax_code ORDER BY id')
    .map((code) => ({ ...code, taxes: taxesOf(code.id) }))
  const customers = new Map<string, KnownCustomer | null>()
  return {
    currency: baseCurrency,
    closingDate,
    defaultTerms,
    terms,
    customer: (code) => {
      const key = sameKey(code)
      const kept = customers.get(key)
      if (kept !== undefined) return kept
      const found = findCustomer(db, code, terms)
      customers.set(key, found)
      return found
    },
    customerLike: (code) => findLike(db, code, terms),
    taxCodes,
    numberTaken: (kind, number) => isTaken(db, DOCUMENT_KIND[kind], number),
    numberLike: (kind, number) => numbersLike(db, DOCUMENT_KIND[kind], number)[0] ?? null,
    numberReserved: isVoidNumber,
    quote: (currency) =>
      db.value<Quote>('SELECT quote FROM currency_quote WHERE currency = ?', [currency]) ??
      usualQuote(currency, baseCurrency),
    rate: (currency, date) => (currency === baseCurrency ? RATE_ONE : rateOn(currency, date)),
  }
}

const DOCUMENT_KIND = {
  invoice: 'invoice',
  credit_note: 'credit_note',
  payment: 'receipt',
} as const satisfies Record<ImportKind, DocumentKind>

/** The receipt of an imported invoice that was settled takes a number too. */
const isTaken = (db: Readable, kind: DocumentKind, number: string): boolean =>
  db.value(
    `SELECT 1 FROM document
     WHERE number COLLATE NOCASE IN (:number, :receipt) AND kind = iif (number = :number COLLATE NOCASE, :kind, 'receipt')
     LIMIT 1`,
    { number, kind, receipt: kind === 'invoice' ? importedReceiptNumber(number) : number },
  ) !== undefined

function loadTerms(db: Readable): Pick<ImportBooks, 'terms' | 'defaultTerms'> {
  const rows = db.all<Stored<'terms', 'id' | 'code' | 'rule'>>('SELECT id, code, rule FROM terms ORDER BY id')
  const terms = rows.map((row) => ({ id: row.id, code: row.code, rule: JSON.parse(row.rule) as PaymentTerms }))
  const defaultTerms = terms.find(({ code }) => code === DEFAULT_TERMS_CODE) ?? terms[0]
  if (!defaultTerms) throw new Error('the company has no payment terms')
  return { terms, defaultTerms }
}

const CUSTOMER = 'SELECT id, code, name, currency, archived, terms_id AS termsId FROM customer'

/** The table ignores the case of A to Z by itself; the lower and upper forms find other letters too. */
function findCustomer(db: Readable, code: string, terms: readonly KnownTerms[]): KnownCustomer | null {
  const named = { code, lower: code.toLowerCase(), upper: code.toUpperCase() }
  const row = db.get<CustomerRow>(`${CUSTOMER} WHERE code IN (:code, :lower, :upper) LIMIT 1`, named)
  return row === undefined ? null : knownCustomer(row, terms)
}

/** The first customer, if any, whose code a clerk could take for this one. */
function findLike(db: Readable, code: string, terms: readonly KnownTerms[]): KnownCustomer | null {
  const row = db.get<CustomerRow>(`${CUSTOMER} WHERE code_key = ? ORDER BY id LIMIT 1`, [lookAlikeKey(code)])
  return row === undefined ? null : knownCustomer(row, terms)
}

function knownCustomer(row: CustomerRow, terms: readonly KnownTerms[]): KnownCustomer {
  const own = terms.find(({ id }) => id === row.termsId)
  if (!own) throw new Error(`customer ${row.id} has terms ${row.termsId}, which do not exist`)
  const { id, code, name, currency } = row
  return { id, code, name, currency, archived: row.archived === 1, terms: own }
}
