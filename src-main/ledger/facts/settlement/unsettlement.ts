import type { GeneratedMemo } from '../../../../src-shared/kit/memo.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'
import { beginPosting, type OpenPosting } from '../documents/posting.ts'
import type { Stored } from '../../../db/stored.ts'

/** An application as it was posted. Minor units. */
export interface PostedApplication extends Stored<
  'application',
  | 'id'
  | 'postingId'
  | 'creditId'
  | 'debitId'
  | 'effectiveDate'
  | 'amount'
  | 'discount'
  | 'writeOff'
  | 'writeOffReason'
  | 'reversesId'
> {
  /** What the amount settled in the debit's currency, and the posting of it; null where both are in one currency. */
  readonly debitAmount: number | null
  readonly debitPostingId: number | null
  readonly reversedBy: number | null
}

export const selectApplication = `SELECT application.id, application.posting_id AS postingId, application.credit_id AS creditId,
  application.debit_id AS debitId, application.effective_date AS effectiveDate, application.amount, application.discount,
  application.write_off AS writeOff, application.write_off_reason AS writeOffReason, application.reverses_id AS reversesId,
  application.debit_amount AS debitAmount, application.debit_posting_id AS debitPostingId,
  (SELECT later.id FROM application AS later WHERE later.reverses_id = application.id) AS reversedBy
  FROM application`

type EntryRow = Stored<'entry', 'accountId' | 'amount' | 'baseAmount' | 'customerId' | 'itemId'>

/**
 * Undoes applications on a day: those within one currency by a posting of that currency, each between two by a posting in
 * either. Returns the reversals' ids in the order of the originals.
 */
export const unsettle = (
  context: CommandContext,
  { date, memo }: { readonly date: CalendarDate; readonly memo: GeneratedMemo },
  originals: readonly PostedApplication[],
): readonly number[] => {
  const within = originals.filter(({ debitAmount }) => debitAmount === null)
  const [first] = within
  const reversals = new Map<number, number>()
  if (first !== undefined) {
    const posting = beginPosting(context, date, currencyOf(context, first.postingId), memo)
    for (const original of within) {
      const id = insertReversal(context, posting, original, null)
      reversals.set(original.id, id)
      turnEntries(context, posting, original.postingId, original.id, id)
    }
    posting.seal()
  }
  for (const original of originals) {
    if (original.debitAmount !== null) reversals.set(original.id, unsettleAcross(context, date, memo, original))
  }
  return originals.map(({ id }) => reversals.get(id) ?? 0)
}

const unsettleAcross = (
  context: CommandContext,
  date: CalendarDate,
  memo: GeneratedMemo,
  original: PostedApplication,
): number => {
  const { id: originalId, postingId, debitPostingId } = original
  const posting = beginPosting(context, date, currencyOf(context, postingId), memo)
  // The debit's posting is the next one, so its id is known.
  const id = insertReversal(context, posting, original, debitPostingId === null ? null : posting.id + 1)
  turnEntries(context, posting, postingId, originalId, id)
  posting.seal()
  if (debitPostingId === null) return id
  const ofDebit = beginPosting(context, date, currencyOf(context, debitPostingId), memo)
  turnEntries(context, ofDebit, debitPostingId, originalId, id)
  ofDebit.seal()
  return id
}

const currencyOf = ({ tx }: CommandContext, postingId: number): string => {
  const currency = tx.value<string>('SELECT currency FROM posting WHERE id = ?', [postingId])
  if (currency === undefined) throw new Error(`posting ${postingId} vanished`)
  return currency
}

/** The application again with the opposite amounts. */
const insertReversal = (
  context: CommandContext,
  posting: OpenPosting,
  original: PostedApplication,
  debitPostingId: number | null,
): number => {
  const id = context.newId('application')
  context.tx.run(
    `INSERT INTO application (id, uid, command_seq, posting_id, credit_id, debit_id, effective_date, amount, discount, write_off, write_off_reason,
       reverses_id, debit_amount, debit_posting_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
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
      original.debitAmount === null ? null : 0 - original.debitAmount,
      debitPostingId,
    ],
  )
  return id
}

/** The opposite of every entry that the application made in one posting. */
const turnEntries = (
  context: CommandContext,
  posting: OpenPosting,
  postingId: number,
  originalId: number,
  applicationId: number,
): void => {
  const entries = context.tx.all<EntryRow>(
    `SELECT account_id AS accountId, amount, base_amount AS baseAmount, customer_id AS customerId, item_id AS itemId
     FROM entry WHERE posting_id = ? AND application_id = ? ORDER BY line_no`,
    [postingId, originalId],
  )
  for (const { accountId, amount, baseAmount, customerId, itemId } of entries) {
    const moved = customerId === null || itemId === null ? {} : { customerId, itemId }
    posting.add({ accountId, amount: 0 - amount, baseAmount: 0 - baseAmount, applicationId, ...moved })
  }
}
