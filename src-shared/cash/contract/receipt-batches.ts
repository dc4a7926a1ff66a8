import { z } from 'zod'
import type { CalendarDate } from '../../domain/dates/calendar.ts'
import { currency, date, id, limit, name, positiveOrZero, text, version } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/operation.ts'
import { receiptMethods, type ReceiptMethod } from '../../domain/receipt-method.ts'

/** A batch of receipts counted before it is entered. Amounts are minor units of its currency. */
export interface ReceiptBatch {
  readonly id: number
  readonly version: number
  readonly name: string
  readonly date: CalendarDate
  readonly currency: string
  readonly method: ReceiptMethod
  /** Null is undeposited funds. */
  readonly depositAccountId: number | null
  readonly isClosed: boolean
  /** What the clerk counted. */
  readonly controlCount: number
  readonly controlTotal: number
  /**
   * What is entered: receipts, those of unknown payers too, that are neither void nor sent back. Of a closed batch, what
   * was when it was closed.
   */
  readonly count: number
  readonly total: number
  /** Of these, what was undone since the batch was closed: void, returned by the bank or sent back. */
  readonly undoneCount: number
  readonly undoneTotal: number
}

export interface BatchReceipt {
  /** The receipt's document; null for money whose payer is not known. */
  readonly documentId: number | null
  readonly number: string
  /** The customer's name, or what is known of the payer. */
  readonly payer: string
  readonly reference: string
  readonly amount: number
  /** How, when and by which document it was undone since its batch was closed; money of an unknown payer by none. */
  readonly undone: {
    readonly how: 'void' | 'returned'
    readonly on: CalendarDate
    readonly by: { readonly documentId: number; readonly number: string } | null
  } | null
}

const controls = {
  name,
  date,
  method: z.enum(receiptMethods),
  depositAccountId: id.nullable(),
  controlCount: z.int().min(0, { error: 'negative' }).max(100_000),
  controlTotal: positiveOrZero,
}
type Made = { readonly id: number; readonly version: number }
type Changed = { readonly version: number }
const changeRefusals = ['batch_not_found', 'stale_version'] as const

export const receiptBatches = {
  'receiptBatches.open': command(
    { ...controls, currency },
    { office: 'alone', giveWay: 'stands', output: output<Made>(), refusals: ['account_not_found', 'account_unfit'] },
  ),
  /** Corrects what was counted, while the batch is open. */
  'receiptBatches.update': command(
    { id, version, ...controls },
    {
      office: 'alone',
      giveWay: 'by_field',
      output: output<Changed>(),
      refusals: [...changeRefusals, 'batch_closed', 'account_not_found', 'account_unfit'],
    },
  ),
  /** Only once what is entered is what was counted. */
  'receiptBatches.close': command(
    { id, version },
    {
      office: 'alone',
      giveWay: 'not_taken',
      output: output<Changed>(),
      refusals: [...changeRefusals, 'batch_closed', 'batch_differs'],
    },
  ),
  /** A supervisor does it, or approves it in place. */
  'receiptBatches.reopen': command(
    { id, version, reason: text(1000, 1) },
    {
      office: 'together',
      giveWay: 'never',
      output: output<Changed>(),
      refusals: [...changeRefusals, 'batch_open'],
      approvable: ['batch_reopens'],
    },
  ),
  /** Newest first; `limit` rows after the row whose [date, id] is `after`. */
  'receiptBatches.list': query(
    { state: z.enum(['open', 'all']).default('all'), after: z.tuple([date, id]).nullable().default(null), limit },
    {
      output: output<{
        readonly rows: readonly ReceiptBatch[]
        readonly next: readonly [CalendarDate, number] | null
      }>(),
    },
  ),
  'receiptBatches.get': query(
    { id },
    {
      output: output<ReceiptBatch & { readonly receipts: readonly BatchReceipt[] }>(),
      refusals: ['batch_not_found'],
    },
  ),
}
