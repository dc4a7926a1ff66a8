import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { receiptMethods } from '../../../src-shared/domain/receipt-method.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { RATE_ONE, type ExchangeRate } from '../../../src-shared/domain/exchange-rate.ts'

/** Money received from a payer nobody knows yet, and how it ended; piles of receipts. Amounts are minor units. */

const date = (name: string) => text(name).$type<CalendarDate>()

export const parkedReceipt = sqliteTable('parked_receipt', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  commandSeq: integer('command_seq').notNull(),
  postingId: integer('posting_id').notNull(),
  number: text('number').notNull(),
  deviceId: integer('device_id').notNull(),
  seriesNumber: integer('series_number').notNull(),
  receiptDate: date('receipt_date').notNull(),
  currency: text('currency').notNull(),
  amount: integer('amount').notNull(),
  baseAmount: integer('base_amount').notNull(),
  method: text('method', { enum: receiptMethods }).notNull(),
  reference: text('reference').notNull(),
  payer: text('payer').notNull(),
  memo: text('memo').notNull(),
  depositAccountId: integer('deposit_account_id').notNull(),
  parkedAccountId: integer('parked_account_id').notNull(),
  batchId: integer('batch_id'),
  rate: text('rate').$type<ExchangeRate>().notNull().default(RATE_ONE),
})

export const parkedReceiptEnd = sqliteTable('parked_receipt_end', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  parkedId: integer('parked_id').notNull(),
  commandSeq: integer('command_seq').notNull(),
  postingId: integer('posting_id').notNull(),
  outcome: text('outcome', { enum: ['identified', 'returned'] }).notNull(),
  documentId: integer('document_id'),
  endedOn: date('ended_on').notNull(),
  memo: text('memo').notNull(),
})

export const receiptBatch = sqliteTable('receipt_batch', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  name: text('name').notNull(),
  batchDate: date('batch_date').notNull(),
  currency: text('currency').notNull(),
  method: text('method', { enum: receiptMethods }).notNull(),
  depositAccountId: integer('deposit_account_id'),
  controlCount: integer('control_count').notNull(),
  controlTotal: integer('control_total').notNull(),
  isClosed: integer('is_closed', { mode: 'boolean' }).notNull().default(false),
  version: integer('version').notNull().default(1),
  closedSeq: integer('closed_seq'),
})
