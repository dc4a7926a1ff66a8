import type { ReceiptMethod } from '../../../src-shared/domain/receipt-method.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import type { RestChoice } from '../../../src-shared/cash/contract/receipts.ts'
import type { MinorUnits } from '../../../src-shared/domain/money.ts'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'
import type { Payments } from './payment-row.ts'

/**
 * How the receipt is applied: as the ledger proposes, the first of its proposals or one further on; or as the clerk entered
 * it, which no proposal overwrites.
 */
export type Allocation =
  { readonly kind: 'proposed'; readonly index: number } | { readonly kind: 'byHand'; readonly payments: Payments }

/** A payment received, as it is typed. */
export type ReceiptEntry = {
  /** One for the entry until it is posted, so that posting it again after an uncertain answer posts it once. */
  readonly commandUid: string
  readonly draftUid: string
  readonly customer: PickerOption | null
  /** What the customer was found by, such as an invoice's number: the payer may mean that invoice. */
  readonly foundBy: string
  readonly amount: MinorUnits | null
  readonly date: CalendarDate | null
  /** A later day on which it is applied; null is the later of both documents' dates. */
  readonly applicationDate: CalendarDate | null
  readonly method: ReceiptMethod
  readonly reference: string
  /** Null is undeposited funds. */
  readonly depositAccountId: number | null
  /** The counted pile it belongs to. */
  readonly batchId: number | null
  /** Null is the customer's. */
  readonly currency: string | null
  /** Base currency for one unit of a foreign currency, as decimal text. */
  readonly rate: string
  /** What the bank paid in the company's currency, where it was typed: the rate follows from it. */
  readonly bankPaid: MinorUnits | null
  readonly memo: string
  /** What the rest that is not applied is meant to be; null says nothing of it. */
  readonly unappliedAs: RestChoice | null
  readonly allocation: Allocation
}

/** What the next receipt of a pile takes over from the one before. */
export type LikeEntry = Pick<ReceiptEntry, 'date' | 'method' | 'depositAccountId' | 'batchId' | 'currency'>

export const FIRST_PROPOSAL: Allocation = { kind: 'proposed', index: 0 }
export const NOTHING_APPLIED: Allocation = { kind: 'byHand', payments: {} }

export const blankReceipt = (
  commandUid: string,
  like: LikeEntry,
  customer: PickerOption | null = null,
): ReceiptEntry => ({
  ...like,
  commandUid,
  draftUid: crypto.randomUUID(),
  customer,
  foundBy: '',
  amount: null,
  applicationDate: null,
  reference: '',
  rate: '',
  bankPaid: null,
  memo: '',
  unappliedAs: null,
  allocation: FIRST_PROPOSAL,
})

/** Another customer has other items, so what was applied goes; the payment itself stays. */
export const withCustomer = (entry: ReceiptEntry, customer: PickerOption | null, foundBy: string): ReceiptEntry =>
  customer?.key === entry.customer?.key
    ? { ...entry, customer }
    : {
        ...withCurrency(entry, entry.batchId === null ? null : entry.currency),
        customer,
        foundBy,
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
