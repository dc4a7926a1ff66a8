import { daysBetween } from '../../domain/dates/calendar.ts'
import type { CalendarDate } from '../../domain/dates/calendar.ts'
import { inCurrency } from '../../domain/amounts/exchange-rate.ts'
import { sameKey } from './import-books.ts'
import type { ImportBooks, KnownCustomer, KnownTerms } from './import-books.ts'
import type { CheckedRow } from './import-check.ts'
import type { MinorUnits } from '../../domain/amounts/money.ts'
import { discountOffered, discountUntil, dueDate, instalmentPlan } from '../../company/rules/terms/terms.ts'
import type { Instalment, PaymentTerms } from '../../company/rules/terms/terms.ts'

export type PlannedInvoice = CheckedRow & {
  readonly dueDate: CalendarDate
  /** The customer's terms when the due date follows from them, else null. */
  readonly termsId: number | null
  /** The terms' early payment discount; none where the file gives a due date, for then the terms are not known. */
  readonly discountUntil: CalendarDate | null
  /** Minor units. */
  readonly discount: MinorUnits
  readonly graceDays: number
  /** Empty unless the terms divide the invoice. */
  readonly instalments: readonly Instalment[]
}

/** Everything the file has for one customer. */
export type PlannedCustomer = {
  readonly code: string
  readonly name: string
  readonly country: string
  readonly currency: string
  readonly terms: KnownTerms
  /** Null: the customer is new. */
  readonly known: KnownCustomer | null
  readonly invoices: readonly PlannedInvoice[]
}

/** Groups checked rows by customer, in the order of the file, and settles each invoice's due date and terms. */
export function planImport(rows: readonly CheckedRow[], books: ImportBooks): readonly PlannedCustomer[] {
  const groups = new Map<string, [CheckedRow, ...CheckedRow[]]>()
  for (const row of rows) {
    const key = sameKey(row.customerCode)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return [...groups.values()].map((group) => planCustomer(group, books))
}

function planCustomer(rows: readonly [CheckedRow, ...CheckedRow[]], books: ImportBooks): PlannedCustomer {
  const code = rows[0].customerCode
  const known = books.customer(code)
  const terms = known?.terms ?? termsOfDueDates(rows, books)
  return {
    code,
    name: rows.find((row) => row.customerName !== '')?.customerName ?? code,
    country: rows.find((row) => row.country !== '')?.country ?? '',
    currency: known?.currency ?? rows[0].currency,
    terms,
    known,
    invoices: rows.map((row) => planInvoice(row, terms, books.currency)),
  }
}

function planInvoice(row: CheckedRow, { id, rule }: KnownTerms, baseCurrency: string): PlannedInvoice {
  if (row.dueDate === null) return planByTerms(row, id, rule, baseCurrency)
  const agrees = isPlain(rule) && dueDate(rule, row.invoiceDate) === row.dueDate
  const { dueDate: due } = row
  return {
    ...row,
    dueDate: due,
    termsId: agrees ? id : null,
    discountUntil: null,
    discount: 0,
    graceDays: 0,
    instalments: [],
  }
}

function planByTerms(row: CheckedRow, termsId: number, rule: PaymentTerms, baseCurrency: string): PlannedInvoice {
  // Amounts of terms are in the company's currency.
  const inRowCurrency = (amount: MinorUnits): MinorUnits => inCurrency(amount, row.currency, baseCurrency, row.rate)
  const plan = instalmentPlan(rule, row.invoiceDate, row.amount, inRowCurrency)
  return {
    ...row,
    dueDate: plan.at(-1)?.dueDate ?? dueDate(rule, row.invoiceDate),
    termsId,
    discountUntil: discountUntil(rule, row.invoiceDate),
    discount: row.earnsDiscount ? discountOffered(rule, row.amount, inRowCurrency) : 0,
    graceDays: rule.graceDays,
    instalments: plan.length > 1 ? plan : [],
  }
}

/** A new customer whose every due date is the same number of days on gets the company's net terms of those days. */
function termsOfDueDates(rows: readonly CheckedRow[], { defaultTerms, terms }: ImportBooks): KnownTerms {
  const days = new Set(rows.flatMap((row) => (row.dueDate === null ? [] : [daysBetween(row.invoiceDate, row.dueDate)])))
  const [only] = days
  if (only === undefined || days.size > 1) return defaultTerms
  return [defaultTerms, ...terms].find(({ rule }) => isPlainNet(rule, only)) ?? defaultTerms
}

const isPlain = (rule: PaymentTerms): boolean => rule.kind !== 'instalments' && rule.discount === null

const isPlainNet = (rule: PaymentTerms, days: number): boolean =>
  rule.kind === 'net' && rule.days === days && rule.discount === null
