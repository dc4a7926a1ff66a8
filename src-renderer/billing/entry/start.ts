import { v7 as uuidV7 } from 'uuid'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { api } from '../../api/client.ts'
import { optionOfCustomer } from '../../entry/head/customer-options.ts'
import type { Started } from '../../entry/posting/PostingScreen.tsx'
import { billingDraft, blankBilling } from './entry.ts'
import type { BillingEntry } from './entry.ts'

/** What a place says of the entry to begin with. */
export type BillingPlace = { readonly customerId?: number; readonly draftUid?: string }

/** What the screen opens with: the draft or the customer its place names. Rejects when one of them is gone. */
export async function startBilling(place: BillingPlace, workDate: CalendarDate): Promise<Started<BillingEntry>> {
  const commandUid = uuidV7()
  if (place.draftUid !== undefined) {
    const draft = await api.drafts.get({ uid: place.draftUid })
    return { entry: billingDraft.read(draft, commandUid), isResumed: true }
  }
  const { settings } = await api.company.profile({})
  const customer =
    place.customerId === undefined
      ? null
      : optionOfCustomer((await api.customers.get({ id: place.customerId, asOf: workDate })).customer)
  const entry = blankBilling({
    commandUid,
    customer,
    documentDate: workDate,
    pricesIncludeTax: settings.pricesIncludeTax,
  })
  return { entry, isResumed: false }
}

/** The next of a sitting: dated as the one before. */
export const nextBilling = (before: BillingEntry, workDate: CalendarDate): BillingEntry =>
  blankBilling({
    commandUid: uuidV7(),
    customer: null,
    documentDate: before.documentDate ?? workDate,
    pricesIncludeTax: before.pricesIncludeTax,
  })
