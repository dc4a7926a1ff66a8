import type { Draft } from '../../../src-shared/ledger/contract/drafts.ts'
import type { InputOf } from '../../../src-shared/contract.ts'
import { receiptMethods } from '../../../src-shared/domain/receipt-method.ts'
import type { ReceiptMethod } from '../../../src-shared/domain/receipt-method.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import type { MinorUnits } from '../../../src-shared/domain/money.ts'
import { isKnownCurrency } from '../../../src-shared/domain/money.ts'
import { bodyOf, dateIn, textIn, wholeIn } from '../../entry/draft-body.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import type { Drafted } from '../../entry/draft-schema.ts'

/** Money of an unknown payer as it is typed. */
export type ParkEntry = Drafted & {
  readonly amount: MinorUnits | null
  readonly currency: string
  readonly date: CalendarDate | null
  readonly method: ReceiptMethod
  readonly payer: string
  readonly reference: string
  readonly memo: string
  readonly rate: string
  /** Null is undeposited funds. */
  readonly depositAccountId: number | null
  readonly batchId: number | null
}

/** What the next one takes over. */
export type LikePark = Pick<ParkEntry, 'currency' | 'date' | 'method' | 'depositAccountId' | 'batchId'>

export const blankPark = (commandUid: string, like: LikePark): ParkEntry => ({
  ...like,
  commandUid,
  draftUid: crypto.randomUUID(),
  amount: null,
  payer: '',
  reference: '',
  memo: '',
  rate: '',
})

/** A rate is one of its currency. */
export const withCurrency = (entry: ParkEntry, typed: string): ParkEntry => {
  const currency = typed.toUpperCase()
  return { ...entry, currency, rate: currency === entry.currency ? entry.rate : '' }
}

export const isBlankPark = ({ amount, payer, reference, memo }: ParkEntry): boolean =>
  (amount ?? 0) === 0 && [payer, reference, memo].every((text) => text.trim() === '')

/** Everything that keeps the entry from being posted; the ledger has the last word. */
export function checkPark(entry: ParkEntry): FieldErrors {
  const errors: Record<string, string> = {}
  if (entry.amount === null || entry.amount <= 0) errors['amount'] = 'Enter the amount received.'
  if (entry.date === null) errors['date'] = 'Enter the date of the payment.'
  if (!isKnownCurrency(entry.currency)) errors['currency'] = 'Enter a currency such as USD.'
  return errors
}

/** Null while the entry is not complete; `checkPark` says why. */
export function parkInput(entry: ParkEntry): (InputOf<'parkedReceipts.post'> & { readonly commandUid: string }) | null {
  const { amount, date, rate, ...typed } = entry
  if (amount === null || date === null) return null
  return { ...typed, amount, date, rate: exchangeRateOf(rate) }
}

const fields = new Set(['amount', 'currency', 'date', 'rate', 'payer', 'reference', 'memo', 'depositAccountId'])

export const parkFieldOf = (path: string): string | null => (fields.has(path) ? path : null)

/** The entry as it was left; `commandUid` stands in where the draft has none. */
export function parkOfDraft({ uid, body: saved }: Draft, commandUid: string): ParkEntry {
  const body = bodyOf(saved)
  return {
    commandUid: textIn(body, 'commandUid') || commandUid,
    draftUid: uid,
    amount: wholeIn(body, 'amount'),
    currency: textIn(body, 'currency'),
    date: dateIn(body, 'date'),
    method: receiptMethods.find((method) => method === body['method']) ?? 'transfer',
    payer: textIn(body, 'payer'),
    reference: textIn(body, 'reference'),
    memo: textIn(body, 'memo'),
    rate: textIn(body, 'rate'),
    depositAccountId: wholeIn(body, 'depositAccountId'),
    batchId: wholeIn(body, 'batchId'),
  }
}
