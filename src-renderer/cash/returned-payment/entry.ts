import { v7 as uuidV7 } from 'uuid'
import type { InputOf } from '../../../src-shared/contract.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { api } from '../../api/client.ts'
import { defineDraft, draftField } from '../../entry/draft-schema.ts'
import type { EntryOf } from '../../entry/draft-schema.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import type { Started } from '../../entry/posting/PostingScreen.tsx'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'
import { optionOfReceipt } from './receipt-search.ts'

export type Bearer = NonNullable<InputOf<'receipts.returnPayment'>['fee']>['bearer']

const bearers = ['customer', 'company'] as const satisfies readonly Bearer[]

/** A payment the bank took back, as it is typed. */
export const returnDraft = defineDraft({
  receipt: draftField.option,
  date: draftField.date,
  fee: draftField.whole,
  /** What the fee was typed in: the receipt's currency as it was then. */
  feeCurrency: draftField.currencyOrEmpty,
  bearer: draftField.choice(bearers, 'customer'),
  /** For the fee on a foreign payment; empty takes the table's. */
  rate: draftField.text,
  reason: draftField.text,
})

export type ReturnEntry = EntryOf<typeof returnDraft>

/** A rate is one of the receipt's currency. */
export const withReceipt = (entry: ReturnEntry, receipt: PickerOption | null): ReturnEntry =>
  receipt?.key === entry.receipt?.key ? { ...entry, receipt } : { ...entry, receipt, rate: '' }

/**
 * Everything that keeps the entry from being posted; the ledger has the last word. `currency` is the receipt's, null while
 * it is not read.
 */
export function checkReturn({ receipt, date, fee, feeCurrency }: ReturnEntry, currency: string | null): FieldErrors {
  const isOfAnother = (fee ?? 0) !== 0 && feeCurrency !== '' && currency !== null && feeCurrency !== currency
  return {
    ...(receipt === null ? { receipt: 'Choose the receipt: type its number, its check number or its amount.' } : {}),
    ...(date === null ? { date: 'Enter the day on which the bank took the payment back.' } : {}),
    ...(fee !== null && fee < 0 ? { fee: 'Enter zero or more.' } : {}),
    ...(isOfAnother ? { fee: `The payment was in ${currency}: enter the fee in that currency.` } : {}),
  }
}

/** Null while the entry is not complete; `checkReturn` says why. */
export function returnInput(
  entry: ReturnEntry,
): (InputOf<'receipts.returnPayment'> & { readonly commandUid: string }) | null {
  const { commandUid, draftUid, receipt, date, fee, bearer, rate, reason } = entry
  if (receipt === null || date === null) return null
  const charged = fee === null || fee === 0 ? null : { amount: fee, bearer, rate: exchangeRateOf(rate) }
  return { commandUid, draftUid, id: Number(receipt.key), date, reason, fee: charged }
}

const fields: Readonly<Record<string, string>> = {
  id: 'receipt',
  date: 'date',
  reason: 'reason',
  fee: 'fee',
  'fee.amount': 'fee',
  'fee.rate': 'rate',
}

export const returnFieldOf = (path: string): string | null => fields[path] ?? null

/** A receipt alone, brought here from its screen, is nothing typed. */
export const isBlankReturn = ({ fee, reason }: ReturnEntry): boolean => (fee ?? 0) === 0 && reason.trim() === ''

export type ReturnedPaymentPlace = { readonly documentId?: number; readonly draftUid?: string }

/** What the screen opens with: the draft or the receipt its place names. */
export async function startReturn(place: ReturnedPaymentPlace, workDate: CalendarDate): Promise<Started<ReturnEntry>> {
  const commandUid = uuidV7()
  if (place.draftUid !== undefined) {
    return { entry: returnDraft.read(await api.drafts.get({ uid: place.draftUid }), commandUid), isResumed: true }
  }
  const blank = { ...returnDraft.blank(commandUid), date: workDate }
  if (place.documentId === undefined) return { entry: blank, isResumed: false }
  const receipt = optionOfReceipt(await api.documents.get({ id: place.documentId }))
  return { entry: { ...blank, receipt }, isResumed: false }
}
