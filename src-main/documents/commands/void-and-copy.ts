import { formatDate } from '../../../src-shared/domain/dates/date-text.ts'
import type { Warning } from '../../../src-shared/kit/warning.ts'
import type { CommandContext, CommandHandler } from '../../kernel/command-handler.ts'
import { insertOccurrence } from '../../billing/commands/recurring/occurrence.ts'
import { copyOf } from './copied.ts'
import { reverseDocument } from '../../ledger/facts/documents/reverse.ts'
import type { Stored } from '../../db/stored.ts'

/** Voids a document and keeps what it said as a draft, both or neither. */
export const voidAndCopyDocument: CommandHandler<'documents.voidAndCopy'> = (context, input) => {
  // What it settles is read while it still does.
  const { kind, customerId, title, body, total, currency } = copyOf(context.tx, input.id, input.date)
  const reversal = reverseDocument(context, input)
  const uid = context.newUid()
  context.tx.run(
    `INSERT INTO draft (uid, kind, customer_id, title, body, updated_at, total, currency)
     VALUES (:uid, :kind, :customerId, :title, :body, :recordedAt, :total, :currency)`,
    { uid, kind, customerId, title, body: JSON.stringify(body), recordedAt: context.recordedAt, total, currency },
  )
  const warnings = [...reversal.warnings, ...leaveDayToCopy(context, input.id)]
  return { ...reversal, warnings, draft: { uid, kind } }
}

const BILLED_DAY = `
  SELECT o.recurring_id AS recurringId, o.due_on AS dueOn, r.name
  FROM recurring_occurrence AS o JOIN recurring_invoice AS r ON r.id = o.recurring_id
  WHERE o.document_id = ?`

/** The day that a recurring invoice was billed for would be due again beside the copy, which bills it. */
const leaveDayToCopy = (context: CommandContext, documentId: number): readonly Warning[] => {
  const day = context.tx.get<
    Stored<'recurringOccurrence', 'recurringId' | 'dueOn'> & Stored<'recurringInvoice', 'name'>
  >(BILLED_DAY, [documentId])
  if (day === undefined) return []
  insertOccurrence(context, day, 'skipped')
  const date = formatDate(day.dueOn, 'text')
  return [{ code: 'copy_bills_skipped_day', params: { name: day.name, date } }]
}
