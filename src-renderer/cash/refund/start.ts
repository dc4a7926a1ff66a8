import { v7 as uuidV7 } from 'uuid'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { api } from '../../api/client.ts'
import { optionOfCustomer } from '../../entry/customer-options.ts'
import type { Started } from '../../entry/posting/use-posting.ts'
import type { Place } from '../../keyboard/places.ts'
import { blankRefund, refundOfDraft } from './entry.ts'
import type { RefundEntry } from './entry.ts'

export type RefundPlace = Extract<Place, { screen: 'refund' }>

/** What the screen opens with. With a document: all that is left of that credit. */
export async function startRefund(place: RefundPlace, workDate: CalendarDate): Promise<Started<RefundEntry>> {
  const commandUid = uuidV7()
  if (place.draftUid !== undefined) {
    return { entry: refundOfDraft(await api.drafts.get({ uid: place.draftUid }), commandUid), isResumed: true }
  }
  if (place.documentId !== undefined) {
    const { customerId, customerCode, customerName, currency, open } = await api.documents.get({ id: place.documentId })
    const customer = optionOfCustomer({ id: customerId, code: customerCode, name: customerName })
    const taken = open < 0 ? { [place.documentId]: -open } : {}
    return { entry: { ...blankRefund(commandUid, workDate, customer), currency, taken }, isResumed: false }
  }
  if (place.customerId === undefined) return { entry: blankRefund(commandUid, workDate), isResumed: false }
  const { customer } = await api.customers.get({ id: place.customerId, asOf: workDate })
  return { entry: blankRefund(commandUid, workDate, optionOfCustomer(customer)), isResumed: false }
}

/** The next of its kind, paid in the same way on the same day. */
export const nextRefund = (before: RefundEntry, workDate: CalendarDate): RefundEntry =>
  blankRefund(uuidV7(), before.date ?? workDate, null, {
    method: before.method,
    bankAccountId: before.bankAccountId,
  })
