import type { Draft } from '../../../src-shared/ledger/contract/drafts.ts'
import type { InputOf } from '../../../src-shared/contract.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import type { MinorUnits } from '../../../src-shared/domain/money.ts'
import { bodyOf, dateIn, optionIn, textIn, wholeIn } from '../../entry/draft-body.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import type { Drafted } from '../../entry/draft-schema.ts'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'

export type Bearer = NonNullable<InputOf<'receipts.returnPayment'>['fee']>['bearer']

/** A payment the bank took back, as it is typed. */
export type ReturnEntry = Drafted & {
  readonly receipt: PickerOption | null
  readonly date: CalendarDate | null
  readonly fee: MinorUnits | null
  /** What the fee was typed in: the receipt's currency as it was then. */
  readonly feeCurrency: string
  readonly bearer: Bearer
  /** For the fee on a foreign payment; empty takes the table's. */
  readonly rate: string
  readonly reason: string
}

export const blankReturn = (
  commandUid: string,
  date: CalendarDate,
  receipt: PickerOption | null = null,
): ReturnEntry => ({
  commandUid,
  draftUid: crypto.randomUUID(),
  receipt,
  date,
  fee: null,
  feeCurrency: '',
  bearer: 'customer',
  rate: '',
  reason: '',
})

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
  const { commandUid, receipt, date, fee, bearer, rate, reason } = entry
  if (receipt === null || date === null) return null
  const charged = fee === null || fee === 0 ? null : { amount: fee, bearer, rate: exchangeRateOf(rate) }
  return { commandUid, id: Number(receipt.key), date, reason, fee: charged }
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

/** The entry as it was left; `commandUid` stands in where the draft has none. */
export function returnOfDraft({ uid, body: saved }: Draft, commandUid: string): ReturnEntry {
  const body = bodyOf(saved)
  return {
    commandUid: textIn(body, 'commandUid') || commandUid,
    draftUid: uid,
    receipt: optionIn(body, 'receipt'),
    date: dateIn(body, 'date'),
    fee: wholeIn(body, 'fee'),
    feeCurrency: textIn(body, 'feeCurrency'),
    bearer: body['bearer'] === 'company' ? 'company' : 'customer',
    rate: textIn(body, 'rate'),
    reason: textIn(body, 'reason'),
  }
}
