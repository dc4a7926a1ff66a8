import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { addDaysWithin, maxDate, type CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { formatDate } from '../../../../src-shared/domain/dates/date-text.ts'
import { companyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import { loadItem } from '../../../ledger/facts/documents/item.ts'
import { lateNews } from '../../../ledger/facts/finance-charges/late-charges.ts'
import { assertOpenPeriod } from '../../../ledger/facts/documents/open-period.ts'
import { selectApplication, unsettle, type PostedApplication } from '../../../ledger/facts/settlement/unsettlement.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'

/** Undoes an application by a dated reversal; the application itself stays as it was posted. */
export const unapply: CommandHandler<'applications.unapply'> = (context, input) => {
  const { tx } = context
  const { closingDate } = companyRules(tx)
  const original = undoable(tx, input.applicationId)
  const date = input.date ?? firstOpenDay(original.effectiveDate, closingDate)
  if (date < original.effectiveDate) {
    throw new Refusal('unapply_too_early', { earliest: formatDate(original.effectiveDate, 'text') }, 'date')
  }
  assertOpenPeriod(date, closingDate, 'date')
  const credit = loadItem(tx, original.creditId, 'applicationId')
  const [reversalId = 0] = unsettle(
    context,
    { date, memo: { code: 'memo_unapplication', params: { credit: credit.number } } },
    [original],
  )
  return { reversalId, date, ...lateNews(context) }
}

const undoable = (db: Readable, applicationId: number): PostedApplication => {
  const original = db.get<PostedApplication>(`${selectApplication} WHERE application.id = ?`, [applicationId])
  if (!original) throw new Refusal('application_not_found', {}, 'applicationId')
  if (original.reversesId !== null || settlesVoid(db, original))
    throw new Refusal('reversal_application', {}, 'applicationId')
  if (original.reversedBy !== null) throw new Refusal('already_unapplied', {}, 'applicationId')
  return original
}

const settlesVoid = (db: Readable, { creditId, debitId }: PostedApplication): boolean =>
  db.value('SELECT 1 FROM document WHERE id IN (?, ?) AND reverses_id IN (?, ?)', [
    creditId,
    debitId,
    creditId,
    debitId,
  ]) === 1

const firstOpenDay = (effectiveDate: CalendarDate, closingDate: CalendarDate | null): CalendarDate =>
  closingDate === null ? effectiveDate : maxDate(effectiveDate, addDaysWithin(closingDate, 1))
