import type { ParsedInput } from '../../../src-shared/contract/index.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { formatDate } from '../../../src-shared/domain/date-text.ts'
import { formatAmount } from '../../../src-shared/domain/money.ts'
import type { Readable } from '../../db/connection.ts'
import type { BilledCustomer } from '../facts/customer.ts'

interface Earlier {
  readonly number: string
  readonly date: CalendarDate
  readonly total: number
}

const EARLIER = `
  SELECT d.number, d.document_date AS date, d.total FROM document AS d INDEXED BY document_by_reference
  WHERE d.reference <> '' AND d.reference = ? COLLATE NOCASE AND d.customer_id = ? AND d.kind = 'receipt'
    AND d.method = 'check' AND d.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = d.id)
  ORDER BY d.id LIMIT 1`

/** A check is entered twice more often than two checks bear one number: the clerk is told, not stopped. */
export const duplicateCheckWarnings = (
  db: Readable,
  customer: BilledCustomer,
  { method, reference }: Pick<ParsedInput<'receipts.post'>, 'method' | 'reference'>,
): readonly string[] => {
  if (method !== 'check' || reference === '') return []
  const earlier = db.get<Earlier>(EARLIER, [reference, customer.id])
  if (!earlier) return []
  const amount = formatAmount(0 - earlier.total, customer.currency)
  return [
    `Check ${reference} of ${customer.code} was received before: ${earlier.number} of ${formatDate(earlier.date, 'text')}, ${amount}.`,
  ]
}
