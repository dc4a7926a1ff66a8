import type { CalendarDate } from '../../domain/dates/calendar.ts'
import type { DocumentKind } from '../../domain/documents.ts'
import { date } from '../../kit/fields.ts'
import { output, report } from '../../kit/operation.ts'

/** A document as a register lists it; amounts in minor units of its currency, what lowers the receivable negative. */
export interface BilledDocument {
  readonly documentId: number
  readonly kind: DocumentKind
  readonly number: string
  readonly customerCode: string
  readonly customerName: string
  readonly date: CalendarDate
  readonly currency: string
  readonly net: number
  readonly tax: number
  readonly total: number
}

/** What was billed in one currency, in its minor units. */
export type BilledTotal = Pick<BilledDocument, 'currency' | 'net' | 'tax' | 'total'>

export interface InvoiceRegister {
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** By date and number; at most `ROWS_MOST`, while the totals are of all. */
  readonly rows: readonly BilledDocument[]
  readonly count: number
  readonly totals: readonly BilledTotal[]
}

export const ROWS_MOST = 20_000

export const registers = {
  /**
   * The invoices, debit notes, finance charges and credit notes dated in a period, voids on their own dates with the
   * opposite amounts. Opening balances were billed in the old books and are left out. Empty when `to` is before `from`.
   */
  'registers.invoices': report(
    { from: date, to: date },
    { output: output<InvoiceRegister>(), refusals: ['cancelled'] },
  ),
}
