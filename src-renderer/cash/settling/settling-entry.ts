import { v7 as uuidV7 } from 'uuid'
import type { DocumentView } from '../../../src-shared/ledger/contract/documents.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { api } from '../../api/client.ts'
import { optionOfCustomer } from '../../entry/head/customer-options.ts'
import { draftField } from '../../entry/draft-schema.ts'
import type { Drafted } from '../../entry/draft-schema.ts'
import type { Draft } from '../../../src-shared/ledger/contract/drafts.ts'
import type { Started } from '../../entry/posting/PostingScreen.tsx'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'
import type { AppliedAmounts } from './settle-row.ts'

/** What an entry has that takes a customer's open items. */
export const settlingFields = {
  customer: draftField.option,
  date: draftField.date,
  /** Of the items to choose from. */
  currency: draftField.currency,
  rate: draftField.text,
  reference: draftField.text,
  memo: draftField.text,
  /** What is taken of each item. */
  applied: draftField.by(draftField.count),
  /** What is settled of items in other currencies, and rates typed for them. */
  settles: draftField.by(draftField.count),
  rates: draftField.by(draftField.text),
}

export type SettlingEntry = Drafted & {
  readonly customer: PickerOption | null
  readonly date: CalendarDate | null
  readonly currency: string | null
  readonly rate: string
  readonly reference: string
  readonly memo: string
  readonly applied: AppliedAmounts
  readonly settles: AppliedAmounts
  readonly rates: Readonly<Record<string, string>>
}

/** Where it begins: with nothing, a customer, a document or a draft. */
export type SettlingPlace = { readonly customerId?: number; readonly documentId?: number; readonly draftUid?: string }

/** Which items are taken: what is owed, or what is left to use. */
export type Side = 'debits' | 'credits'

/** A customer alone is nothing typed. */
export const isBlankSettling = ({ reference, memo, applied }: SettlingEntry): boolean =>
  reference.trim() === '' && memo.trim() === '' && Object.keys(applied).length === 0

type StartOptions<Entry> = {
  readonly side: Side
  readonly draft: {
    readonly blank: (commandUid: string) => Entry
    readonly read: (draft: Draft, commandUid: string) => Entry
  }
}

/** What the screen opens with. With a document: all that is open of it. */
export async function startSettling<Entry extends SettlingEntry>(
  place: SettlingPlace,
  workDate: CalendarDate,
  { side, draft }: StartOptions<Entry>,
): Promise<Started<Entry>> {
  const commandUid = uuidV7()
  if (place.draftUid !== undefined) {
    return { entry: draft.read(await api.drafts.get({ uid: place.draftUid }), commandUid), isResumed: true }
  }
  const blank = { ...draft.blank(commandUid), date: workDate }
  if (place.documentId !== undefined) {
    const document = await api.documents.get({ id: place.documentId })
    return { entry: { ...blank, ...settlingAllOf(document, side) }, isResumed: false }
  }
  if (place.customerId === undefined) return { entry: blank, isResumed: false }
  const { customer } = await api.customers.get({ id: place.customerId, asOf: workDate })
  return { entry: { ...blank, customer: optionOfCustomer(customer) }, isResumed: false }
}

function settlingAllOf(
  { id, customerId, customerCode, customerName, currency, open }: DocumentView,
  side: Side,
): Pick<SettlingEntry, 'customer' | 'currency' | 'applied'> {
  const takeable = side === 'debits' ? open : 0 - open
  return {
    customer: optionOfCustomer({ id: customerId, code: customerCode, name: customerName }),
    currency,
    applied: takeable > 0 ? { [id]: takeable } : {},
  }
}
