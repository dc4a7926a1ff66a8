import { v7 as uuidV7 } from 'uuid'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { api } from '../../api/client.ts'
import type { Started } from '../../entry/posting/use-posting.ts'
import type { Place } from '../../keyboard/places.ts'
import { blankReturn, returnOfDraft } from './entry.ts'
import type { ReturnEntry } from './entry.ts'
import { optionOfReceipt } from './receipt-search.ts'

export type ReturnedPaymentPlace = Extract<Place, { screen: 'returnedPayment' }>

/** What the screen opens with: the draft or the receipt its place names. */
export async function startReturn(place: ReturnedPaymentPlace, workDate: CalendarDate): Promise<Started<ReturnEntry>> {
  const commandUid = uuidV7()
  if (place.draftUid !== undefined) {
    return { entry: returnOfDraft(await api.drafts.get({ uid: place.draftUid }), commandUid), isResumed: true }
  }
  if (place.documentId === undefined) return { entry: blankReturn(commandUid, workDate), isResumed: false }
  const receipt = optionOfReceipt(await api.documents.get({ id: place.documentId }))
  return { entry: blankReturn(commandUid, workDate, receipt), isResumed: false }
}
