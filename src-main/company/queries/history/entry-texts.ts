import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { formatDate } from '../../../../src-shared/domain/dates/date-text.ts'
import { documentKindName, type DocumentKind } from '../../../../src-shared/domain/documents.ts'
import { formatAmount, formatDecimal6 } from '../../../../src-shared/domain/amounts/money.ts'
import { formatUnitPrice } from '../../../../src-shared/domain/amounts/unit-price.ts'
import type { EntryTexts } from '../../../../src-shared/kit/history.ts'
import type { Readable } from '../../../db/connection.ts'
import { companyRules } from '../../facts/company.ts'

const NAMES = {
  customer: `SELECT code || ' ' || name FROM customer WHERE id = ?`,
  account: `SELECT code || ' ' || name FROM account WHERE id = ?`,
  terms: 'SELECT name FROM terms WHERE id = ?',
  taxCode: 'SELECT code FROM tax_code WHERE id = ?',
  product: `SELECT code || ' ' || name FROM product WHERE id = ?`,
  reason: `SELECT code || ' ' || name FROM reason_code WHERE id = ?`,
  person: 'SELECT name FROM user WHERE id = ?',
  batch: 'SELECT name FROM receipt_batch WHERE id = ?',
  recurring: 'SELECT name FROM recurring_invoice WHERE id = ?',
  unidentified: 'SELECT number FROM unidentified_receipt WHERE id = ?',
} as const

interface NamedDocument {
  readonly kind: DocumentKind
  readonly number: string
  readonly currency: string
}

const MISSING = 'one that is gone'

/** How this company writes what its entries name and hold. */
export function entryTexts(db: Readable): EntryTexts {
  const { baseCurrency, settings } = companyRules(db)
  const decimal = settings.decimalMark
  const style = {
    decimal,
    group: decimal === '.' ? ',' : '.',
    negative: settings.negativeStyle,
    grouping: settings.digitGrouping,
  }
  const dateStyle = settings.dateOrder === 'ymd' ? 'iso' : 'text'
  const named =
    (what: keyof typeof NAMES) =>
    (id: number): string =>
      db.value<string>(NAMES[what], [id]) ?? MISSING
  const document = (id: number): NamedDocument | undefined =>
    db.get<NamedDocument>('SELECT kind, number, currency FROM document WHERE id = ?', [id])
  return {
    baseCurrency,
    amount: (minor, currency) => `${formatAmount(minor, currency, style)} ${currency}`,
    decimal: (millionths) => formatDecimal6(millionths, decimal),
    price: (price) => formatUnitPrice(price, decimal),
    date: (day) => formatDate(day as CalendarDate, dateStyle),
    customer: named('customer'),
    document: (id) => {
      const found = document(id)
      return found === undefined ? MISSING : `${documentKindName[found.kind]} ${found.number}`
    },
    currencyOf: (id) => document(id)?.currency ?? baseCurrency,
    currencyOfBatch: (id) => db.value<string>('SELECT currency FROM receipt_batch WHERE id = ?', [id]) ?? baseCurrency,
    account: named('account'),
    terms: named('terms'),
    taxCode: named('taxCode'),
    product: named('product'),
    reason: named('reason'),
    person: named('person'),
    batch: named('batch'),
    recurring: named('recurring'),
    unidentified: named('unidentified'),
  }
}
