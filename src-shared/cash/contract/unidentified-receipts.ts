import { z } from 'zod'
import type { CalendarDate } from '../../domain/dates/calendar.ts'
import type { ExchangeRate } from '../../domain/amounts/exchange-rate.ts'
import { cashRounding, currency, date, id, limit, memo, positive, rate, reference, text } from '../../kit/fields.ts'
import type { Warning } from '../../kit/warning.ts'
import type { LateNews } from '../../ledger/contract/late-charges.ts'
import type { PostedDocument } from '../../kit/posted.ts'
import { command, output, query } from '../../kit/operation.ts'
import { applicationDate, receiptLine } from './receipts.ts'
import { receiptMethods, type ReceiptMethod } from '../../domain/receipt-method.ts'
import { applicationRefusals, postingRefusals } from '../../ledger/messages/refusals.ts'

/** Money received from a payer nobody knows yet. Amounts are minor units of its currency, more than zero. */
export interface UnidentifiedReceipt {
  readonly id: number
  readonly number: string
  readonly date: CalendarDate
  readonly amount: number
  readonly currency: string
  readonly method: ReceiptMethod
  /** The payer's name as the bank or the check has it. */
  readonly payer: string
  readonly reference: string
  readonly memo: string
  readonly depositAccount: string
}

/** How a unidentified receipt ended, or ended until the receipt was voided. */
export interface UnidentifiedReceiptEnd {
  readonly outcome: 'identified' | 'returned'
  readonly date: CalendarDate
  readonly memo: string
  /** The customer's receipt that it became. */
  readonly receipt: { readonly id: number; readonly number: string; readonly isVoid: boolean } | null
}

export const unidentifiedReceipts = {
  /** Posts money whose payer is not known: to the bank and, until it is identified, to an account of its own. */
  'unidentifiedReceipts.post': command(
    {
      date,
      amount: positive,
      currency,
      method: z.enum(receiptMethods),
      rate,
      payer: text(200),
      reference,
      memo,
      /** The account the money goes to; null is undeposited funds. */
      depositAccountId: id.nullable(),
      /** The batch it belongs to. */
      batchId: id.nullable().default(null),
      draftUid: z.uuid().nullable(),
    },
    {
      office: 'alone',
      giveWay: 'stands',
      output: output<{ readonly id: number; readonly uid: string; readonly number: string }>(),
      refusals: [
        'period_locked',
        'amount_too_large',
        'account_not_found',
        'account_unfit',
        'rate_missing',
        'batch_not_found',
        'batch_closed',
        'batch_currency',
      ],
    },
  ),
  /** The payer is known now: posts the customer's receipt with that money, and applies it. */
  'unidentifiedReceipts.identify': command(
    {
      id,
      customerId: id,
      date,
      /** Null takes the rate it was unidentified at. */
      rate,
      memo,
      /** What the cash is more than what it settles, where the smallest coin is the reason. */
      rounding: cashRounding,
      applications: z.array(receiptLine).max(2000),
      applicationDate,
      draftUid: z.uuid().nullable().default(null),
    },
    {
      office: 'alone',
      giveWay: 'not_taken',
      output: output<PostedDocument & LateNews & { readonly unapplied: number }>(),
      refusals: [
        ...postingRefusals,
        ...applicationRefusals,
        'unidentified_receipt_not_found',
        'unidentified_receipt_ended',
        'unidentified_too_early',
        'over_every_limit',
        'reason_code_not_found',
        'cash_rounding_unfit',
      ],
      approvable: ['over_limit'],
    },
  ),
  /** Sends the money back to its payer, from the account it was received on unless another is named. */
  'unidentifiedReceipts.giveBack': command(
    {
      id,
      date,
      /** Null takes the rate it was unidentified at. */
      rate,
      bankAccountId: id.nullable(),
      memo,
    },
    {
      office: 'together',
      giveWay: 'never',
      output: output<{
        readonly id: number
        readonly number: string
        readonly date: CalendarDate
        readonly warnings: readonly Warning[]
      }>(),
      refusals: [
        'period_locked',
        'amount_too_large',
        'account_not_found',
        'account_unfit',
        'unidentified_receipt_not_found',
        'unidentified_receipt_ended',
        'unidentified_too_early',
        'over_every_limit',
      ],
      approvable: ['over_limit'],
    },
  ),
  /** What is unidentified as of a day, oldest first; `limit` rows after the row whose [date, id] is `after`. */
  'unidentifiedReceipts.list': query(
    { asOf: date, after: z.tuple([date, id]).nullable().default(null), limit },
    {
      output: output<{
        readonly rows: readonly UnidentifiedReceipt[]
        readonly next: readonly [CalendarDate, number] | null
      }>(),
    },
  ),
  'unidentifiedReceipts.get': query(
    { id },
    {
      output: output<
        UnidentifiedReceipt & {
          readonly isOpen: boolean
          /** It was unidentified at, as decimal text. */
          readonly rate: ExchangeRate
          /** From when on it may end: its own date, or the day it was last unidentified again. */
          readonly earliest: CalendarDate
          readonly ends: readonly UnidentifiedReceiptEnd[]
        }
      >(),
      refusals: ['unidentified_receipt_not_found'],
    },
  ),
}
