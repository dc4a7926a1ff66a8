import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { ExchangeRate } from '../../../src-shared/domain/amounts/exchange-rate.ts'

/** Double entry, what settles what, and the open items derived from both. Amounts are signed minor units. */

const date = (name: string) => text(name).$type<CalendarDate>()

export const posting = sqliteTable('posting', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  commandSeq: integer('command_seq').notNull(),
  postingDate: date('posting_date').notNull(),
  currency: text('currency').notNull(),
  memo: text('memo').notNull(),
  generatedMemo: text('generated_memo'),
})

export const entry = sqliteTable(
  'entry',
  {
    postingId: integer('posting_id').notNull(),
    lineNo: integer('line_no').notNull(),
    accountId: integer('account_id').notNull(),
    postingDate: date('posting_date').notNull(),
    amount: integer('amount').notNull(),
    baseAmount: integer('base_amount').notNull(),
    customerId: integer('customer_id'),
    itemId: integer('item_id'),
    applicationId: integer('application_id'),
  },
  (table) => [primaryKey({ columns: [table.postingId, table.lineNo] })],
)

export const application = sqliteTable('application', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  commandSeq: integer('command_seq').notNull(),
  postingId: integer('posting_id').notNull(),
  debitPostingId: integer('debit_posting_id'),
  creditId: integer('credit_id').notNull(),
  debitId: integer('debit_id').notNull(),
  effectiveDate: date('effective_date').notNull(),
  amount: integer('amount').notNull(),
  debitAmount: integer('debit_amount'),
  discount: integer('discount').notNull().default(0),
  writeOff: integer('write_off').notNull().default(0),
  writeOffReason: text('write_off_reason').notNull().default(''),
  reversesId: integer('reverses_id'),
})

/** The tax that a discount, a write-off or an adjustment takes along. */
export const applicationTax = sqliteTable(
  'application_tax',
  {
    applicationId: integer('application_id').notNull(),
    kind: text('kind', { enum: ['discount', 'write_off', 'adjustment'] }).notNull(),
    taxCodeId: integer('tax_code_id').notNull(),
    tax: integer('tax').notNull(),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.kind, table.taxCodeId] })],
)

export const accountTotal = sqliteTable(
  'account_total',
  {
    accountId: integer('account_id').notNull(),
    side: integer('side').notNull(),
    currency: text('currency').notNull(),
    total: integer('total').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.side, table.currency] })],
)

/** What entries moved each account by on a day: in the currency of their postings, and in the company's. */
export const accountDay = sqliteTable(
  'account_day',
  {
    accountId: integer('account_id').notNull(),
    currency: text('currency').notNull(),
    date: date('date').notNull(),
    amount: integer('amount').notNull(),
    baseAmount: integer('base_amount').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.currency, table.date] })],
)

/** What documents and their settlements moved what customers owe by on a day, in their currency and in the company's. */
export const receivableDay = sqliteTable(
  'receivable_day',
  {
    currency: text('currency').notNull(),
    date: date('date').notNull(),
    amount: integer('amount').notNull(),
    baseAmount: integer('base_amount').notNull(),
  },
  (table) => [primaryKey({ columns: [table.currency, table.date] })],
)

export const openItem = sqliteTable('open_item', {
  documentId: integer('document_id').primaryKey(),
  customerId: integer('customer_id').notNull(),
  currency: text('currency').notNull(),
  documentDate: date('document_date').notNull(),
  dueDate: date('due_date').notNull(),
  instalments: integer('instalments').notNull().default(0),
  amount: integer('amount').notNull(),
  balance: integer('balance').notNull(),
  baseBalance: integer('base_balance').notNull(),
  firstAppliedOn: date('first_applied_on').notNull(),
  lastEntryOn: date('last_entry_on').notNull(),
  closedOn: date('closed_on').notNull(),
})

/** What brought open items to the rate of a day, and its reversal on the next; the rate is text as it is quoted. */
export const revaluation = sqliteTable('revaluation', {
  postingId: integer('posting_id').primaryKey(),
  reversalPostingId: integer('reversal_posting_id').notNull(),
  commandSeq: integer('command_seq').notNull(),
  date: date('date').notNull(),
  currency: text('currency').notNull(),
  rate: text('rate').$type<ExchangeRate>().notNull(),
})

/** The last document whose words are in the index of words, in the order in which the file got them. */
export const documentWordsUntil = sqliteTable('document_words_until', {
  id: integer('id').primaryKey(),
  seq: integer('seq').notNull(),
  documentId: integer('document_id').notNull(),
})
