import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { receiptMethods } from '../../../src-shared/domain/receipt-method.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { ExchangeRate } from '../../../src-shared/domain/amounts/exchange-rate.ts'

/** Money received from a payer nobody knows yet, and how it ended; batches of receipts. Amounts are minor units. */

const date = (name: string) => text(name).$type<CalendarDate>()

export const unidentifiedReceipt = sqliteTable('unidentified_receipt', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  commandSeq: integer('command_seq').notNull(),
  postingId: integer('posting_id').notNull(),
  number: text('number').notNull(),
  deviceId: integer('device_id').notNull(),
  seriesNumber: integer('series_number').notNull(),
  receiptDate: date('receipt_date').notNull(),
  currency: text('currency').notNull(),
  rate: text('rate').$type<ExchangeRate>().notNull(),
  amount: integer('amount').notNull(),
  baseAmount: integer('base_amount').notNull(),
  method: text('method', { enum: receiptMethods }).notNull(),
  reference: text('reference').notNull(),
  payer: text('payer').notNull(),
  memo: text('memo').notNull(),
  depositAccountId: integer('deposit_account_id').notNull(),
  unidentifiedAccountId: integer('unidentified_account_id').notNull(),
  batchId: integer('batch_id'),
})

export const unidentifiedReceiptEnd = sqliteTable('unidentified_receipt_end', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  unidentifiedId: integer('unidentified_id').notNull(),
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
  closedSeq: integer('closed_seq'),
  version: integer('version').notNull().default(1),
})
export const deduction = sqliteTable('deduction', {
  documentId: integer('document_id').primaryKey(),
  commandSeq: integer('command_seq').notNull(),
  creditId: integer('credit_id').notNull(),
  invoiceId: integer('invoice_id').notNull(),
  receiptId: integer('receipt_id').notNull(),
})

export const deductionResolution = sqliteTable('deduction_resolution', {
  creditId: integer('credit_id').primaryKey(),
  commandSeq: integer('command_seq').notNull(),
  deductionId: integer('deduction_id').notNull(),
  outcome: text('outcome', { enum: ['allowed', 'charged_back'] }).notNull(),
  chargebackId: integer('chargeback_id'),
})

export const overpayment = sqliteTable('overpayment', {
  documentId: integer('document_id').primaryKey(),
  commandSeq: integer('command_seq').notNull(),
  receiptId: integer('receipt_id').notNull(),
})
