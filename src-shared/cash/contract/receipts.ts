import { z } from 'zod'
import type { CalendarDate } from '../../domain/dates/calendar.ts'
import {
  cashRounding,
  date,
  documentCurrency,
  id,
  memo,
  positive,
  positiveOrZero,
  rate,
  reference,
  text,
} from '../../kit/fields.ts'
import { unappliedKinds } from '../../domain/documents.ts'
import type { LateNews } from '../../ledger/contract/late-charges.ts'
import type { PostedDocument } from '../../kit/posted.ts'
import { command, output, query } from '../../kit/operation.ts'
import { applicationRefusals, postingRefusals } from '../../ledger/messages/refusals.ts'
import { receiptMethods } from '../../domain/receipt-method.ts'

/** What money settles in the debit's currency, where that is another one; null where both are the same. */
export const settles = positiveOrZero.nullable().default(null)

/**
 * What settles one debit item: money, an early payment discount, a write-off with its reason. Minor units, the money's in
 * its own currency, all else in the debit's.
 */
export const applicationLine = z.strictObject({
  documentId: id,
  amount: positiveOrZero,
  settles,
  discount: positiveOrZero,
  writeOff: positiveOrZero,
  writeOffReason: text(100),
})

/**
 * How much of a credit the customer has left is used up, in its own currency; and what that counts in the currency of what
 * is paid, where that is another one. Minor units.
 */
export const creditUse = z.strictObject({ documentId: id, amount: positive, settles })

/** Credits named in one command. */
export const CREDITS_MOST = 500

/** What the payer kept back of an item, and why; the item is settled by it, and the deduction stays open instead. */
export const deductionLine = z.strictObject({ reasonCodeId: id, amount: positive, memo: text(200) })

/** What a clerk may say of the rest: what it is meant for, or that it was paid too much and is not worth returning. */
export const restChoices = [...unappliedKinds, 'written_off'] as const
export type RestChoice = (typeof restChoices)[number]

export const receiptLine = applicationLine.extend({ deductions: z.array(deductionLine).max(20).default([]) })

/**
 * The day of the applications, on or after the document's own; null takes the later of both documents' dates. An item that
 * was settled when the money came and is open again since can be settled again from the day it is open.
 */
export const applicationDate = date.nullable().default(null)

/** An item open now that was settled, or used up, on a day. */
export interface LeftOutItem {
  readonly documentId: number
  readonly number: string
  /** The first day on which all that is open can be settled. */
  readonly from: CalendarDate
}

export interface ProposalLine {
  readonly documentId: number
  readonly amount: number
  readonly discount: number
  /** A small difference proposed as a write-off within tolerance; 0 without. */
  readonly writeOff: number
}

/** A way to apply a receipt, with the reason as the clerk reads it. */
export interface Proposal {
  readonly reason: string
  readonly lines: readonly ProposalLine[]
  /** Credits of the customer used up with the receipt; positive amounts. */
  readonly credits: readonly { readonly documentId: number; readonly amount: number }[]
}

export interface EarlierCheck {
  readonly id: number
  readonly number: string
  readonly date: CalendarDate
  /** Minor units received. */
  readonly amount: number
}

export const receipts = {
  /**
   * Posts money received and its applications in one transaction, and uses up credits with it: the lines are covered by
   * both. What the money has left stays unapplied.
   */
  'receipts.post': command(
    {
      customerId: id,
      date,
      /** Minor units of the receipt's currency. */
      amount: positive,
      currency: documentCurrency,
      /**
       * What the cash is more than what it settles, where the smallest coin is the reason: -2 for 10.00 that settle 10.02.
       */
      rounding: cashRounding,
      method: z.enum(receiptMethods),
      rate,
      reference,
      memo,
      /** The account the money goes to; null is undeposited funds. */
      depositAccountId: id.nullable(),
      applications: z.array(receiptLine).max(2000),
      credits: z.array(creditUse).max(CREDITS_MOST).default([]),
      applicationDate,
      /** What becomes of the rest that is not applied, where the clerk says so; written off only within tolerance. */
      unappliedAs: z.enum(restChoices).nullable().default(null),
      /** The batch it belongs to. */
      batchId: id.nullable().default(null),
      draftUid: z.uuid().nullable(),
    },
    {
      office: 'alone',
      giveWay: 'stands',
      output: output<PostedDocument & LateNews & { readonly unapplied: number }>(),
      refusals: [
        ...postingRefusals,
        ...applicationRefusals,
        'account_not_found',
        'account_unfit',
        'rate_missing',
        'over_every_limit',
        'credits_unused',
        'reason_code_not_found',
        'batch_not_found',
        'batch_closed',
        'batch_currency',
        'overpayment_over_tolerance',
        'cash_rounding_unfit',
      ],
      approvable: ['over_limit'],
    },
  ),
  /** The bank took the payment back: reverses the receipt, reopens what it settled, books the fee, counts it. */
  'receipts.returnPayment': command(
    {
      id,
      date,
      reason: memo,
      /** What the bank charges, in minor units of the receipt's currency: billed to the customer, or the company's. */
      fee: z.strictObject({ amount: positive, bearer: z.enum(['customer', 'company']), rate }).nullable(),
      draftUid: z.uuid().nullable().default(null),
    },
    {
      office: 'alone',
      giveWay: 'not_taken',
      output: output<
        PostedDocument &
          LateNews & {
            readonly unapplied: number
            /** The debit note for the fee, when the customer bears it. */
            readonly fee: { readonly id: number; readonly number: string } | null
            /** Of this customer, this one included. */
            readonly returnedPayments: number
          }
      >(),
      refusals: [
        ...postingRefusals,
        'document_not_found',
        'not_a_receipt',
        'rate_missing',
        'already_void',
        'is_reversal',
        'void_too_early',
      ],
    },
  ),
  /** A receipt of the customer's, not void, with a check of this number; null when there is none. */
  'receipts.earlierCheck': query({ customerId: id, reference }, { output: output<EarlierCheck | null>() }),
  /** Ways to apply an amount, best first; the first is shown, F5 goes to the next. Nothing is changed. */
  'receipts.propose': query(
    {
      customerId: id,
      date,
      amount: positiveOrZero,
      /** Of the money; only items in it are proposed. */
      currency: documentCurrency,
      remittanceText: text(2000),
      /** Paid in cash, which may be rounded to the smallest coin. */
      isCash: z.boolean().default(false),
      applicationDate,
    },
    { output: output<readonly Proposal[]>(), refusals: ['customer_not_found'] },
  ),
  /** What is open now and yet not proposed, because it was settled on the day of the application. */
  'receipts.leftOut': query(
    { customerId: id, date, currency: documentCurrency },
    { output: output<readonly LeftOutItem[]>(), refusals: ['customer_not_found'] },
  ),
}
