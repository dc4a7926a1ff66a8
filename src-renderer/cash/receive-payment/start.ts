import { v7 as uuidV7 } from 'uuid'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { discountOn } from '../../../src-shared/ledger/rules/settlement/open-debit.ts'
import { payableOn } from '../../../src-shared/ledger/rules/settlement/due-now.ts'
import { LAST_DATE } from '../../../src-shared/domain/dates/calendar.ts'
import { api } from '../../api/client.ts'
import { optionOfCustomer } from '../../entry/head/customer-options.ts'
import type { Place } from '../../keyboard/places.ts'
import { blankReceipt, receiptDraft } from './entry.ts'
import type { LikeEntry, ReceiptEntry } from './entry.ts'

export type ReceivePaymentPlace = Extract<Place, { screen: 'receivePayment' }>

/** An entry to begin with, new or resumed from a draft. */
export type StartedReceipt = { readonly entry: ReceiptEntry; readonly isResumed: boolean }

/**
 * What the screen opens with: the draft, the customer or the document its place names. With a document the amount is what
 * is due of it now, so that the first proposal settles that. Rejects when one of them is gone.
 */
export async function startReceipt(place: ReceivePaymentPlace, workDate: CalendarDate): Promise<StartedReceipt> {
  const commandUid = uuidV7()
  if (place.draftUid !== undefined) {
    const draft = await api.drafts.get({ uid: place.draftUid })
    return { entry: receiptDraft.read(draft, commandUid), isResumed: true }
  }
  const like = await likeOf(place, workDate)
  if (place.documentId !== undefined) {
    return { entry: await receiptForDocument(place.documentId, commandUid, like, workDate), isResumed: false }
  }
  if (place.customerId === undefined) return { entry: blankReceipt(commandUid, like), isResumed: false }
  const { customer } = await api.customers.get({ id: place.customerId, asOf: workDate })
  return { entry: blankReceipt(commandUid, like, optionOfCustomer(customer)), isResumed: false }
}

/** In a batch, as it was counted. */
async function likeOf({ batchId }: ReceivePaymentPlace, workDate: CalendarDate): Promise<LikeEntry> {
  if (batchId === undefined) {
    return { date: workDate, method: 'check', depositAccountId: null, batchId: null, currency: null }
  }
  const { date, method, depositAccountId, currency } = await api.receiptBatches.get({ id: batchId })
  return { date, method, depositAccountId, batchId, currency }
}

async function receiptForDocument(
  documentId: number,
  commandUid: string,
  like: LikeEntry,
  workDate: CalendarDate,
): Promise<ReceiptEntry> {
  const document = await api.documents.get({ id: documentId })
  const customer = { id: document.customerId, code: document.customerCode, name: document.customerName }
  const blank = { ...blankReceipt(commandUid, like, optionOfCustomer(customer)), searchText: document.number }
  const items = await api.openItems.forCustomer({ customerId: document.customerId, asOf: LAST_DATE })
  const item = items.find((open) => open.documentId === documentId && open.open > 0)
  if (item === undefined) return blank
  const payable = payableOn(item.parts, workDate)
  // Paying all of it may earn a discount, an instalment alone does not.
  const discount = payable === item.open ? discountOn(item, workDate, { graceDays: 0 }) : 0
  return { ...blank, currency: item.currency, amount: payable - discount }
}

/** The next receipt of a sitting: dated, paid and deposited as the one before. */
export const nextReceipt = (before: ReceiptEntry, workDate: CalendarDate): StartedReceipt => ({
  entry: blankReceipt(uuidV7(), {
    date: before.date ?? workDate,
    method: before.method,
    depositAccountId: before.depositAccountId,
    batchId: before.batchId,
    currency: before.batchId === null ? null : before.currency,
  }),
  isResumed: false,
})
