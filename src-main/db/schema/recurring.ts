import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { occurrenceOutcomes, type RecurringBody } from '../../../src-shared/billing/contract/recurring.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { Schedule } from '../../../src-shared/billing/rules/schedule.ts'

/** Invoices that come again and again, and what became of each day due. */

export const recurringInvoice = sqliteTable('recurring_invoice', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  name: text('name').notNull(),
  customerId: integer('customer_id').notNull(),
  body: text('body', { mode: 'json' }).$type<RecurringBody>().notNull(),
  schedule: text('schedule', { mode: 'json' }).$type<Schedule>().notNull(),
  paused: integer('paused', { mode: 'boolean' }).notNull().default(false),
  version: integer('version').notNull().default(1),
})

export const recurringOccurrence = sqliteTable('recurring_occurrence', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  commandSeq: integer('command_seq').notNull(),
  recurringId: integer('recurring_id').notNull(),
  dueOn: text('due_on').$type<CalendarDate>().notNull(),
  outcome: text('outcome', { enum: occurrenceOutcomes }).notNull(),
  documentId: integer('document_id'),
})
