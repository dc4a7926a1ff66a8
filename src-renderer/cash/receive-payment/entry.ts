import { receiptMethods } from '../../../src-shared/domain/receipt-method.ts'
import { restChoices } from '../../../src-shared/cash/contract/receipts.ts'
import type { RestChoice } from '../../../src-shared/cash/contract/receipts.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import { defineDraft, draftField, draftPart } from '../../entry/draft-schema.ts'
import type { EntryOf } from '../../entry/draft-schema.ts'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'
import { paymentDraft } from './payment-row.ts'
import type { Payments } from './payment-row.ts'

/**
 * How the receipt is applied: as the ledger proposes, the first of its proposals or one further on; or as the clerk entered
 * it, which no proposal overwrites.
 */
export type Allocation =
  { readonly kind: 'proposed'; readonly index: number } | { readonly kind: 'byHand'; readonly payments: Payments }

const allocationField = draftPart({
  kind: draftField.choice(['proposed', 'byHand'], 'proposed'),
  index: draftField.count,
  payments: draftField.by(paymentDraft),
}).transform(({ kind, index, payments }): Allocation => (kind === 'byHand' ? { kind, payments } : { kind, index }))

/** A payment received, as it is typed. */
export const receiptDraft = defineDraft({
  customer: draftField.option,
  /** What the customer was found by, such as an invoice's number: the payer may mean that invoice. */
  searchText: draftField.text,
  amount: draftField.whole,
  date: draftField.date,
  /** A later day on which it is applied; null is the later of both documents' dates. */
  applicationDate: draftField.date,
  method: draftField.choice(receiptMethods, 'check'),
  reference: draftField.text,
  /** Null is undeposited funds. */
  depositAccountId: draftField.whole,
  /** The batch it belongs to. */
  batchId: draftField.whole,
  currency: draftField.currency,
  /** Base currency for one unit of a foreign currency, as decimal text. */
  rate: draftField.text,
  /** What the bank paid in the company's currency, where it was typed: the rate follows from it. */
  bankPaid: draftField.whole,
  memo: draftField.text,
  /** What the rest that is not applied is meant to be; null says nothing of it. */
  unappliedAs: draftField.choiceOrNone(restChoices),
  allocation: allocationField,
})

export type ReceiptEntry = EntryOf<typeof receiptDraft>

/** What the next receipt of a sitting takes over from the one before. */
export type LikeEntry = Pick<ReceiptEntry, 'date' | 'method' | 'depositAccountId' | 'batchId' | 'currency'>

export const FIRST_PROPOSAL: Allocation = { kind: 'proposed', index: 0 }
export const NOTHING_APPLIED: Allocation = { kind: 'byHand', payments: {} }

export const blankReceipt = (
  commandUid: string,
  like: LikeEntry,
  customer: PickerOption | null = null,
): ReceiptEntry => ({
  ...receiptDraft.blank(commandUid),
  ...like,
  customer,
})

/** Another customer has other items, so what was applied goes; the payment itself stays. */
export const withCustomer = (entry: ReceiptEntry, customer: PickerOption | null, searchText: string): ReceiptEntry =>
  customer?.key === entry.customer?.key
    ? { ...entry, customer }
    : {
        ...withCurrency(entry, entry.batchId === null ? null : entry.currency),
        customer,
        searchText,
        applicationDate: null,
        allocation: FIRST_PROPOSAL,
      }

/** Money of another currency: its rate and what is proposed follow it. */
export const withCurrency = (entry: ReceiptEntry, currency: string | null): ReceiptEntry => ({
  ...entry,
  currency,
  rate: '',
  bankPaid: null,
  allocation: FIRST_PROPOSAL,
})

/** A rate typed stands in place of what the bank paid, and the other way round. */
export const withRate = (entry: ReceiptEntry, rate: string): ReceiptEntry => ({ ...entry, rate, bankPaid: null })
export const withBankPaid = (entry: ReceiptEntry, bankPaid: MinorUnits | null): ReceiptEntry => ({
  ...entry,
  bankPaid,
  rate: '',
})

/** What is said of the rest needs a rest: a proposal that would leave none is taken away, to be asked for with F5. */
export const withUnappliedAs = (
  entry: ReceiptEntry,
  unappliedAs: RestChoice | null,
  unapplied: MinorUnits,
): ReceiptEntry => {
  const isInTheWay = unappliedAs !== null && unapplied === 0 && entry.allocation.kind === 'proposed'
  return { ...entry, unappliedAs, allocation: isInTheWay ? NOTHING_APPLIED : entry.allocation }
}

/**
 * Nothing typed worth keeping as a draft; a customer alone, brought here from its card, is nothing typed, nor is the amount
 * that was offered with a document.
 */
export const isBlankReceipt = (entry: ReceiptEntry, offered: MinorUnits | null = null): boolean =>
  ((entry.amount ?? 0) === 0 || entry.amount === offered) &&
  entry.reference.trim() === '' &&
  entry.memo.trim() === '' &&
  (entry.allocation.kind === 'proposed' || Object.keys(entry.allocation.payments).length === 0)
