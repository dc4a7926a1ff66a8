import { NO_ERRORS } from '../../entry/field-errors.ts'
import type { EntryRefusal, FieldErrors } from '../../entry/field-errors.ts'
import type { PaymentRow } from './payment-row.ts'
import type { SentRows } from './posting.ts'

/** A refusal of one row's field; rows move when the ledger changes, so it goes by document. */
export type RowError = { readonly documentId: number; readonly field: string; readonly text: string }

export type ReceiptRefusal = {
  readonly errors: FieldErrors
  readonly row: RowError | null
  /** Said above when no field shows it. */
  readonly banner: string | null
}

const headFields = new Set([
  'customerId',
  'date',
  'applicationDate',
  'amount',
  'currency',
  'rate',
  'reference',
  'memo',
  'depositAccountId',
])

/** Where a refusal is said: beside the field of the head, in the row it names, else above. */
export function placeReceiptRefusal(refusal: EntryRefusal, sent: SentRows): ReceiptRefusal {
  const { path, message } = refusal
  // The rounding follows from the amount.
  if (path === 'rounding') return { errors: { amount: message }, row: null, banner: null }
  if (headFields.has(path)) return { errors: { [path]: message }, row: null, banner: null }
  const row = rowError(refusal, sent)
  return { errors: NO_ERRORS, row, banner: row === null ? message : null }
}

/** Paths name rows as `applications.2.discount` and `credits.0.amount`. */
function rowError({ path, message }: EntryRefusal, sent: SentRows): RowError | null {
  const [list, index, field = 'amount'] = path.split('.')
  const row = list === 'applications' || list === 'credits' ? sent[list][Number(index)] : undefined
  if (row === undefined) return null
  return {
    documentId: row.documentId,
    field: field === 'documentId' || field === 'deductions' ? 'amount' : field,
    text: message,
  }
}

/** The row's error by the grid's path; nothing when the row is gone. */
export function rowErrorAt(error: RowError | null, rows: readonly PaymentRow[]): FieldErrors {
  const index = rows.findIndex(({ documentId }) => documentId === error?.documentId)
  return error === null || index < 0 ? NO_ERRORS : { [`lines.${index}.${error.field}`]: error.text }
}
