import type { KnownCustomer, KnownTerms, ImportBooks } from '../../../src-shared/domain/import-books.ts'
import { importedReceiptNumber, sameKey } from '../../../src-shared/domain/import-books.ts'
import { isVoidNumber } from '../../../src-shared/domain/sequence.ts'
import type { PaymentTerms } from '../../../src-shared/domain/terms.ts'
import { companyRules } from '../../db/company.ts'
import type { Readable } from '../../db/connection.ts'

/** A new customer's terms unless the due dates say otherwise; the oldest terms where a company has renamed these. */
const DEFAULT_TERMS_CODE = 'NET30'

interface CustomerRow {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly currency: string
  readonly archived: number
  readonly termsId: number
}

/** The company as an import is checked against it. Reads when asked, and each customer once. */
export function companyBooks(db: Readable): ImportBooks {
  const { baseCurrency, closingDate } = companyRules(db)
  const { terms, defaultTerms } = loadTerms(db)
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
    numberTaken: (number) =>
      db.value(
        `SELECT 1 FROM document
         WHERE number COLLATE NOCASE IN (:invoice, :receipt)
           AND kind = iif (number = :invoice COLLATE NOCASE, 'invoice', 'receipt')
         LIMIT 1`,
        { invoice: number, receipt: importedReceiptNumber(number) },
      ) !== undefined,
    numberReserved: isVoidNumber,
  }
}

function loadTerms(db: Readable): Pick<ImportBooks, 'terms' | 'defaultTerms'> {
  const rows = db.all<{ id: number; code: string; rule: string }>('SELECT id, code, rule FROM terms ORDER BY id')
  const terms = rows.map((row) => ({ id: row.id, code: row.code, rule: JSON.parse(row.rule) as PaymentTerms }))
  const defaultTerms = terms.find(({ code }) => code === DEFAULT_TERMS_CODE) ?? terms[0]
  if (!defaultTerms) throw new Error('the company has no payment terms')
  return { terms, defaultTerms }
}

/** The table ignores the case of A to Z by itself; the lower and upper forms find other letters too. */
function findCustomer(db: Readable, code: string, terms: readonly KnownTerms[]): KnownCustomer | null {
  const row = db.get<CustomerRow>(
    `SELECT id, code, name, currency, archived, terms_id AS termsId FROM customer
     WHERE code IN (:code, :lower, :upper) LIMIT 1`,
    { code, lower: code.toLowerCase(), upper: code.toUpperCase() },
  )
  if (!row) return null
  const own = terms.find(({ id }) => id === row.termsId)
  if (!own) throw new Error(`customer ${row.id} has terms ${row.termsId}, which do not exist`)
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    currency: row.currency,
    archived: row.archived === 1,
    terms: own,
  }
}
