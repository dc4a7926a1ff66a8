import { v7 as uuidV7 } from 'uuid'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { api } from '../../api/client.ts'
import { optionOfCustomer } from '../../entry/customer-options.ts'
import type { Started } from '../../entry/posting/use-posting.ts'
import type { Place } from '../../keyboard/places.ts'
import { adjustmentOfDraft, blankAdjustment } from './entry.ts'
import type { AdjustmentEntry } from './entry.ts'

export type AdjustmentPlace = Extract<Place, { screen: 'adjustment' }>

/** What the screen opens with. With a document: a write-off of what is open of it. */
export async function startAdjustment(
  place: AdjustmentPlace,
  workDate: CalendarDate,
): Promise<Started<AdjustmentEntry>> {
  const commandUid = uuidV7()
  if (place.draftUid !== undefined) {
    return { entry: adjustmentOfDraft(await api.drafts.get({ uid: place.draftUid }), commandUid), isResumed: true }
  }
  if (place.documentId !== undefined) {
    return { entry: await writeOffOf(place.documentId, commandUid, workDate), isResumed: false }
  }
  if (place.customerId === undefined) return { entry: blankAdjustment(commandUid, workDate), isResumed: false }
  const { customer } = await api.customers.get({ id: place.customerId, asOf: workDate })
  return { entry: blankAdjustment(commandUid, workDate, optionOfCustomer(customer)), isResumed: false }
}

async function writeOffOf(documentId: number, commandUid: string, workDate: CalendarDate): Promise<AdjustmentEntry> {
  const { customerId, customerCode, customerName, currency, open } = await api.documents.get({ id: documentId })
  const customer = optionOfCustomer({ id: customerId, code: customerCode, name: customerName })
  const reasons = await api.reasonCodes.list({})
  const reason = reasons.find(({ kind, archived }) => kind === 'write_off' && !archived)
  return {
    ...blankAdjustment(commandUid, workDate, customer),
    reasonCodeId: reason?.id ?? null,
    currency,
    taken: open > 0 ? { [documentId]: open } : {},
  }
}

/** The next of its kind, on the same day and for the same reason. */
export const nextAdjustment = (before: AdjustmentEntry, workDate: CalendarDate): AdjustmentEntry => ({
  ...blankAdjustment(uuidV7(), before.date ?? workDate),
  direction: before.direction,
  reasonCodeId: before.reasonCodeId,
})
