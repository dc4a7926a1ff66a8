import { NO_ERRORS } from '../../entry/field-errors.ts'
import type { EntryRefusal, FieldErrors } from '../../entry/field-errors.ts'
import type { PaymentRow } from './payment-row.ts'
import type { ApplicationLine, ApplicationPlan, CreditUse } from './plan.ts'

/** A refusal of one row's field; rows move when the ledger changes, so it goes by document. */
export type RowError = { readonly documentId: number; readonly field: string; readonly text: string }

export type ReceiptRefusal = {
  readonly errors: FieldErrors
  readonly row: RowError | null
  /** Said above when no field shows it. */
  readonly banner: string | null
}

const headFields = new Set(['customerId', 'date', 'amount', 'rate', 'reference', 'memo', 'depositAccountId'])

/** Where the refusal of the receipt, or of the use of a credit, is said. */
export function placeReceiptRefusal(
  refusal: EntryRefusal,
  at: 'receipt' | CreditUse,
  plan: ApplicationPlan,
): ReceiptRefusal {
  const { path, message } = refusal
  if (at === 'receipt' && headFields.has(path)) return { errors: { [path]: message }, row: null, banner: null }
  const row = rowError(refusal, at === 'receipt' ? plan.byReceipt : at.lines)
  return { errors: NO_ERRORS, row, banner: row === null ? message : null }
}

/** Paths name lines as `applications.2.discount` and `lines.2.documentId`. */
function rowError({ path, message }: EntryRefusal, lines: readonly ApplicationLine[]): RowError | null {
  const [list, index, field = 'amount'] = path.split('.')
  const line = list === 'applications' || list === 'lines' ? lines[Number(index)] : undefined
  if (line === undefined) return null
  return { documentId: line.documentId, field: field === 'documentId' ? 'amount' : field, text: message }
}

/** The row's error by the grid's path; nothing when the row is gone. */
export function rowErrorAt(error: RowError | null, rows: readonly PaymentRow[]): FieldErrors {
  const index = rows.findIndex(({ documentId }) => documentId === error?.documentId)
  return error === null || index < 0 ? NO_ERRORS : { [`lines.${index}.${error.field}`]: error.text }
}
