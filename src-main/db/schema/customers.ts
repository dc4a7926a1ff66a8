import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'

/** Customers with their addresses and contacts. credit_limit is in minor units of the customer's currency. */

export const customer = sqliteTable('customer', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  code: text('code').notNull(),
  codeKey: text('code_key'),
  name: text('name').notNull(),
  currency: text('currency').notNull(),
  termsId: integer('terms_id').notNull(),
  taxCodeId: integer('tax_code_id'),
  payingParentId: integer('paying_parent_id'),
  creditLimit: integer('credit_limit'),
  onHold: integer('on_hold', { mode: 'boolean' }).notNull().default(false),
  archived: integer('archived', { mode: 'boolean' }).notNull().default(false),
  phone: text('phone').notNull().default(''),
  email: text('email').notNull().default(''),
  taxNumber: text('tax_number').notNull().default(''),
  memo: text('memo').notNull().default(''),
  version: integer('version').notNull().default(1),
  vendorNumber: text('vendor_number').notNull().default(''),
})

/** The currencies a customer has documents in; kept by a trigger. */
export const customerCurrency = sqliteTable(
  'customer_currency',
  {
    customerId: integer('customer_id').notNull(),
    currency: text('currency').notNull(),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.currency] })],
)

/** The most a customer may owe in one currency, in its minor units; customer.credit_limit is of all together. */
export const customerCurrencyLimit = sqliteTable(
  'customer_currency_limit',
  {
    customerId: integer('customer_id').notNull(),
    currency: text('currency').notNull(),
    creditLimit: integer('credit_limit').notNull(),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.currency] })],
)

export const customerAddress = sqliteTable(
  'customer_address',
  {
    customerId: integer('customer_id').notNull(),
    use: text('use', { enum: ['billing', 'shipping'] }).notNull(),
    line1: text('line1').notNull(),
    line2: text('line2').notNull(),
    city: text('city').notNull(),
    region: text('region').notNull(),
    postalCode: text('postal_code').notNull(),
    country: text('country').notNull(),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.use] })],
)

export const contact = sqliteTable(
  'contact',
  {
    customerId: integer('customer_id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    role: text('role').notNull(),
    phone: text('phone').notNull(),
    email: text('email').notNull(),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.position] })],
)

/** Where goods go besides the customer's own shipping address. Not in use yet. */
export const shipToAddress = sqliteTable('ship_to_address', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  customerId: integer('customer_id').notNull(),
  name: text('name').notNull(),
  line1: text('line1').notNull(),
  line2: text('line2').notNull(),
  city: text('city').notNull(),
  region: text('region').notNull(),
  postalCode: text('postal_code').notNull(),
  country: text('country').notNull(),
  archived: integer('archived', { mode: 'boolean' }).notNull().default(false),
  version: integer('version').notNull().default(1),
})

/** What was said or seen, and the day to look again. Not in use yet. */
export const note = sqliteTable('note', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  commandSeq: integer('command_seq').notNull(),
  customerId: integer('customer_id').notNull(),
  documentId: integer('document_id'),
  text: text('text').notNull(),
  followUpOn: text('follow_up_on').$type<CalendarDate>(),
  correctsId: integer('corrects_id'),
})

/** Files kept with the company, each once. Not in use yet. */
export const attachmentContent = sqliteTable('attachment_content', {
  sha256: text('sha256').primaryKey(),
  content: blob('content', { mode: 'buffer' }).notNull(),
})

/** A file with a customer or a document. Not in use yet. */
export const attachment = sqliteTable('attachment', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  commandSeq: integer('command_seq').notNull(),
  customerId: integer('customer_id').notNull(),
  documentId: integer('document_id'),
  sha256: text('sha256').notNull(),
  fileName: text('file_name').notNull(),
  mediaType: text('media_type').notNull(),
  size: integer('size').notNull(),
})
