import { z } from 'zod'
import type { CalendarDate } from '../../domain/dates/calendar.ts'
import type { DocumentKind, UnappliedAs } from '../../domain/documents.ts'
import type { Address } from '../../customers/contract/customers.ts'
import { currency, date, id } from '../../kit/fields.ts'
import { output, query, report, shell } from '../../kit/operation.ts'

export interface StatementLine {
  readonly date: CalendarDate
  readonly kind: DocumentKind
  readonly number: string
  /** What an unapplied receipt is meant to be. */
  readonly unappliedAs?: UnappliedAs | null
  readonly reference: string
  readonly dueDate: CalendarDate | null
  readonly original: number
  /** Settled as of the statement date; open-item form only. */
  readonly paid: number
  readonly open: number
  /**
   * What the books carry of `open` in the company's currency, for a customer billed in another one. Balance forward: what
   * the row moved, each at its own rate; together with what was brought forward they make the total.
   */
  readonly openInBase: number | null
  readonly runningBalance: number
}

/** The foot once more as the books carry it on that day, in minor units of the company's currency. */
export interface StatementInBase {
  readonly currency: string
  readonly unapplied: number
  readonly buckets: readonly number[]
  readonly pastDue: number
  readonly total: number
}

export interface Statement {
  readonly form: 'open_item' | 'balance_forward'
  readonly company: { readonly name: string; readonly address: string; readonly phone: string; readonly email: string }
  readonly customer: { readonly id: number; readonly code: string; readonly name: string; readonly address: Address }
  readonly currency: string
  /** Others that the customer has documents in: each has a statement of its own. */
  readonly otherCurrencies: readonly string[]
  readonly statementDate: CalendarDate
  /** First day of activity; balance forward only. */
  readonly from: CalendarDate | null
  readonly openingBalance: number
  /** As the books carried it; null for the open-item form, and for a customer billed in the company's own currency. */
  readonly openingInBase: number | null
  readonly lines: readonly StatementLine[]
  /** Open credits, as a positive figure. */
  readonly unapplied: number
  readonly aging: { readonly labels: readonly string[]; readonly buckets: readonly number[] }
  readonly pastDue: number
  readonly total: number
  /** Null for a customer billed in the company's own currency. */
  readonly inBase: StatementInBase | null
  readonly message: string
}

export interface StatementPdf {
  readonly pdf: string
  readonly pages: number
  readonly fileName: string
  /** Characters that no typeface has; they are printed as boxes. */
  readonly unprintable: readonly string[]
}

const which = {
  customerId: id,
  statementDate: date,
  /** One statement tells of one currency; null is the customer's own. */
  currency: currency.nullable().default(null),
  form: z.enum(['open_item', 'balance_forward']),
  from: date.nullable().default(null),
}

export const statements = {
  'statements.data': query(which, { output: output<Statement>(), refusals: ['customer_not_found'] }),
  /** The statement as a PDF, base64; the very bytes that are previewed, saved and printed. */
  'statements.pdf': report(which, {
    output: output<StatementPdf>(),
    refusals: ['customer_not_found', 'cancelled'],
  }),
  /** Shows the save dialog and writes the PDF. Null when the clerk closes the dialog. */
  'statements.savePdf': shell(which, {
    output: output<{ readonly file: string } | null>(),
    refusals: ['customer_not_found', 'file_read_only', 'disk_full', 'disk_error', 'no_company_open'],
  }),
  'statements.print': shell(which, {
    output: output<{ readonly pages: number } | null>(),
    refusals: ['customer_not_found', 'no_printer', 'print_failed', 'no_company_open'],
  }),
}
