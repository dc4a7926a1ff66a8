import { v7 as uuidV7 } from 'uuid'
import type { OutputOf } from '../../../src-shared/contract.ts'
import { addDaysWithin, maxDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { api } from '../../api/client.ts'
import type { Drafted } from '../../entry/draft-schema.ts'
import type { Started } from '../../entry/posting/PostingScreen.tsx'
import type { Place } from '../../keyboard/places.ts'
import { blankIdentify, identifyDraft } from './entry.ts'
import type { IdentifyEntry } from './entry.ts'

export type IdentifyPlace = Extract<Place, { screen: 'identifyReceipt' }>
export type Unidentified = OutputOf<'unidentifiedReceipts.get'>

/** An identification with the money it is about, read once. */
export type StartedIdentify = Drafted & { readonly entry: IdentifyEntry; readonly unidentified: Unidentified }

/** The day it is offered for: the day the money came where that is still open, else the work date. */
export const offeredDay = (
  earliest: CalendarDate,
  closingDate: CalendarDate | null,
  workDate: CalendarDate,
): CalendarDate =>
  closingDate === null || earliest > closingDate ? earliest : maxDate(workDate, addDaysWithin(closingDate, 1))

/** What the screen opens with. Rejects when the draft or the money is gone. */
export async function startIdentify(place: IdentifyPlace, workDate: CalendarDate): Promise<Started<StartedIdentify>> {
  const commandUid = uuidV7()
  if (place.draftUid !== undefined) {
    const entry = identifyDraft.read(await api.drafts.get({ uid: place.draftUid }), commandUid)
    return started(entry, await api.unidentifiedReceipts.get({ id: entry.unidentifiedId }), true)
  }
  const unidentified = await api.unidentifiedReceipts.get({ id: place.unidentifiedId ?? 0 })
  const { closingDate } = await api.company.profile({})
  const date = offeredDay(unidentified.earliest, closingDate, workDate)
  return started(blankIdentify(unidentified.id, commandUid, date), unidentified, false)
}

const started = (entry: IdentifyEntry, unidentified: Unidentified, isResumed: boolean): Started<StartedIdentify> => ({
  entry: { commandUid: entry.commandUid, draftUid: entry.draftUid, entry, unidentified },
  isResumed,
})
