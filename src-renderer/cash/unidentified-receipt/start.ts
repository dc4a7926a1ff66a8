import { v7 as uuidV7 } from 'uuid'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { api } from '../../api/client.ts'
import type { Started } from '../../entry/posting/PostingScreen.tsx'
import type { Place } from '../../keyboard/places.ts'
import { blankUnidentified, parkDraft } from './entry.ts'
import type { UnidentifiedEntry } from './entry.ts'

export type UnidentifiedReceiptPlace = Extract<Place, { screen: 'unidentifiedReceipt' }>

/** What the screen opens with: a draft, what was typed under Receive payment, or nothing. */
export async function startUnidentified(
  place: UnidentifiedReceiptPlace,
  workDate: CalendarDate,
): Promise<Started<UnidentifiedEntry>> {
  const commandUid = uuidV7()
  const { baseCurrency } = await api.company.profile({})
  if (place.draftUid !== undefined) {
    const entry = parkDraft.read(await api.drafts.get({ uid: place.draftUid }), commandUid)
    return { entry: { ...entry, currency: entry.currency || baseCurrency }, isResumed: true }
  }
  const like = place.like ?? {
    currency: baseCurrency,
    date: workDate,
    method: 'transfer',
    depositAccountId: null,
    batchId: null,
  }
  const blank = blankUnidentified(commandUid, like)
  const { amount = null, reference = '', memo = '' } = place.typed ?? {}
  return { entry: { ...blank, amount, reference, memo }, isResumed: false }
}

export const nextUnidentified = ({
  currency,
  date,
  method,
  depositAccountId,
  batchId,
}: UnidentifiedEntry): UnidentifiedEntry =>
  blankUnidentified(uuidV7(), { currency, date, method, depositAccountId, batchId })
