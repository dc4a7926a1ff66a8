import { v7 as uuidV7 } from 'uuid'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { api } from '../../api/client.ts'
import type { Started } from '../../entry/posting/PostingScreen.tsx'
import type { Place } from '../../keyboard/places.ts'
import { blankPark, parkDraft } from './entry.ts'
import type { ParkEntry } from './entry.ts'

export type ParkReceiptPlace = Extract<Place, { screen: 'parkReceipt' }>

/** What the screen opens with: a draft, what was typed under Receive payment, or nothing. */
export async function startPark(place: ParkReceiptPlace, workDate: CalendarDate): Promise<Started<ParkEntry>> {
  const commandUid = uuidV7()
  if (place.draftUid !== undefined) {
    return { entry: parkDraft.read(await api.drafts.get({ uid: place.draftUid }), commandUid), isResumed: true }
  }
  const { baseCurrency } = await api.company.profile({})
  const like = place.like ?? {
    currency: baseCurrency,
    date: workDate,
    method: 'transfer',
    depositAccountId: null,
    batchId: null,
  }
  const blank = blankPark(commandUid, like)
  const { amount = null, reference = '', memo = '' } = place.typed ?? {}
  return { entry: { ...blank, amount, reference, memo }, isResumed: false }
}

export const nextPark = ({ currency, date, method, depositAccountId, batchId }: ParkEntry): ParkEntry =>
  blankPark(uuidV7(), { currency, date, method, depositAccountId, batchId })
