import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Short pays with a reason and what settled them; what was paid too much and written off. */

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
