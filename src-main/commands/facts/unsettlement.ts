import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import type { CommandContext } from '../handler.ts'
import type { OpenPosting } from './posting.ts'

/** An application as it was posted. Minor units. */
export interface PostedApplication {
  readonly id: number
  readonly postingId: number
  readonly creditId: number
  readonly debitId: number
  readonly effectiveDate: CalendarDate
  readonly amount: number
  readonly discount: number
  readonly writeOff: number
  readonly writeOffReason: string
  readonly reversesId: number | null
  readonly reversedBy: number | null
}

export const selectApplication = `SELECT application.id, application.posting_id AS postingId, application.credit_id AS creditId,
  application.debit_id AS debitId, application.effective_date AS effectiveDate, application.amount, application.discount,
  application.write_off AS writeOff, application.write_off_reason AS writeOffReason, application.reverses_id AS reversesId,
  (SELECT later.id FROM application AS later WHERE later.reverses_id = application.id) AS reversedBy
  FROM application`

interface EntryRow {
  readonly accountId: number
  readonly amount: number
  readonly baseAmount: number
  readonly customerId: number | null
  readonly itemId: number | null
}

/** Appends the reversal of an application: the opposite amounts, and the opposite of every entry it made. */
export const unsettle = (context: CommandContext, posting: OpenPosting, original: PostedApplication): number => {
  const { tx } = context
  const applicationId = tx.insert(
    `INSERT INTO application (uid, command_seq, posting_id, credit_id, debit_id, effective_date, amount, discount, write_off, write_off_reason, reverses_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      context.newUid(),
      context.seq,
      posting.id,
      original.creditId,
      original.debitId,
      posting.date,
      0 - original.amount,
      0 - original.discount,
      0 - original.writeOff,
      original.writeOffReason,
      original.id,
    ],
  )
  const entries = tx.all<EntryRow>(
    `SELECT account_id AS accountId, amount, base_amount AS baseAmount, customer_id AS customerId, item_id AS itemId
     FROM entry WHERE posting_id = ? AND application_id = ? ORDER BY line_no`,
    [original.postingId, original.id],
  )
  for (const { accountId, amount, baseAmount, customerId, itemId } of entries) {
    const moved = customerId === null || itemId === null ? {} : { customerId, itemId }
    posting.add({ accountId, amount: 0 - amount, baseAmount: 0 - baseAmount, applicationId, ...moved })
  }
  return applicationId
}
