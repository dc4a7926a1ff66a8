import type { InputOf } from '../../../src-shared/contract.ts'
import { receiptMethods } from '../../../src-shared/domain/receipt-method.ts'
import { defineDraft, draftField } from '../../entry/draft-schema.ts'
import type { EntryOf } from '../../entry/draft-schema.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'

/** Money of an unknown payer as it is typed. */
export const parkDraft = defineDraft({
  amount: draftField.whole,
  currency: draftField.currencyOrEmpty,
  date: draftField.date,
  method: draftField.choice(receiptMethods, 'transfer'),
  payer: draftField.text,
  reference: draftField.text,
  memo: draftField.text,
  rate: draftField.text,
  /** Null is undeposited funds. */
  depositAccountId: draftField.whole,
  batchId: draftField.whole,
})

export type UnidentifiedEntry = EntryOf<typeof parkDraft>

/** What the next one takes over. */
export type LikeUnidentified = Pick<UnidentifiedEntry, 'currency' | 'date' | 'method' | 'depositAccountId' | 'batchId'>

export const blankUnidentified = (commandUid: string, like: LikeUnidentified): UnidentifiedEntry => ({
  ...parkDraft.blank(commandUid),
  ...like,
})

/** A rate is one of its currency. */
export const withCurrency = (entry: UnidentifiedEntry, currency: string): UnidentifiedEntry => ({
  ...entry,
  currency,
  rate: currency === entry.currency ? entry.rate : '',
})

export const isBlankUnidentified = ({ amount, payer, reference, memo }: UnidentifiedEntry): boolean =>
  (amount ?? 0) === 0 && [payer, reference, memo].every((text) => text.trim() === '')

/** Everything that keeps the entry from being posted; the ledger has the last word. */
export function checkUnidentified(entry: UnidentifiedEntry): FieldErrors {
  const errors: Record<string, string> = {}
  if (entry.amount === null || entry.amount <= 0) errors['amount'] = 'Enter the amount received.'
  if (entry.date === null) errors['date'] = 'Enter the date of the payment.'
  return errors
}

/** Null while the entry is not complete; `checkUnidentified` says why. */
export function unidentifiedInput(
  entry: UnidentifiedEntry,
): (InputOf<'unidentifiedReceipts.post'> & { readonly commandUid: string }) | null {
  const { amount, date, rate, ...typed } = entry
  if (amount === null || date === null) return null
  return { ...typed, amount, date, rate: exchangeRateOf(rate) }
}

const fields = new Set(['amount', 'currency', 'date', 'rate', 'payer', 'reference', 'memo', 'depositAccountId'])

export const unidentifiedFieldOf = (path: string): string | null => (fields.has(path) ? path : null)
