import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { receiptMethods } from '../../../src-shared/domain/receipt-method.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { ExchangeRate } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { documentKinds, unappliedKinds } from '../../../src-shared/domain/documents.ts'

/** Posted documents and their parts. Amounts are minor units, signed as they move the receivable. */

const date = (name: string) => text(name).$type<CalendarDate>()

export const document = sqliteTable('document', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  commandSeq: integer('command_seq').notNull(),
  postingId: integer('posting_id').notNull(),
  kind: text('kind', { enum: documentKinds }).notNull(),
  number: text('number').notNull(),
  numberKey: text('number_key'),
  seriesId: integer('series_id'),
  seriesNumber: integer('series_number'),
  customerId: integer('customer_id').notNull(),
  documentDate: date('document_date').notNull(),
  dueDate: date('due_date').notNull(),
  currency: text('currency').notNull(),
  rate: text('rate').$type<ExchangeRate>().notNull(),
  total: integer('total').notNull(),
  baseTotal: integer('base_total').notNull(),
  reference: text('reference').notNull(),
  checkKey: text('check_key'),
  memo: text('memo').notNull(),
  generatedMemo: text('generated_memo'),
  termsId: integer('terms_id'),
  pricesIncludeTax: integer('prices_include_tax', { mode: 'boolean' }).notNull().default(false),
  documentDiscountPercent: integer('document_discount_percent'),
  method: text('method', { enum: receiptMethods }),
  depositAccountId: integer('deposit_account_id'),
  batchId: integer('batch_id'),
  unappliedAs: text('unapplied_as', { enum: unappliedKinds }),
  cashRounding: integer('cash_rounding').notNull().default(0),
  discountUntil: date('discount_until'),
  discount: integer('discount').notNull().default(0),
  discountable: integer('discountable'),
  graceDays: integer('grace_days').notNull().default(0),
  toleranceMost: integer('tolerance_most'),
  reversesId: integer('reverses_id'),
  creditsId: integer('credits_id'),
  reasonCodeId: integer('reason_code_id'),
})

export const documentLine = sqliteTable(
  'document_line',
  {
    documentId: integer('document_id').notNull(),
    lineNo: integer('line_no').notNull(),
    productId: integer('product_id'),
    description: text('description').notNull(),
    quantity: integer('quantity').notNull(),
    unitPrice: integer('unit_price').notNull(),
    unitPriceText: text('unit_price_text'),
    discountPercent: integer('discount_percent').notNull(),
    documentDiscount: integer('document_discount').notNull().default(0),
    net: integer('net').notNull(),
    taxCodeId: integer('tax_code_id'),
    accountId: integer('account_id').notNull(),
    creditsLineNo: integer('credits_line_no'),
    isRounding: integer('is_rounding', { mode: 'boolean' }).notNull().default(false),
    earnsDiscount: integer('earns_discount', { mode: 'boolean' }).notNull().default(true),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.lineNo] })],
)

export const documentTax = sqliteTable(
  'document_tax',
  {
    documentId: integer('document_id').notNull(),
    taxCodeId: integer('tax_code_id').notNull(),
    position: integer('position').notNull().default(0),
    rate: integer('rate').notNull(),
    base: integer('base').notNull(),
    tax: integer('tax').notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.taxCodeId] })],
)

/** What a credit note takes back of what was given away on the document it credits. */
export const creditReduction = sqliteTable(
  'credit_reduction',
  {
    documentId: integer('document_id').notNull(),
    position: integer('position').notNull(),
    creditsId: integer('credits_id').notNull(),
    kind: text('kind', { enum: ['discount', 'write_off', 'adjustment'] }).notNull(),
    accountId: integer('account_id').notNull(),
    withTax: integer('with_tax', { mode: 'boolean' }).notNull(),
    taxCodeId: integer('tax_code_id'),
    base: integer('base').notNull(),
    amount: integer('amount').notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.position] })],
)

export const numberPassedOver = sqliteTable(
  'number_passed_over',
  {
    seriesId: integer('series_id').notNull(),
    seriesNumber: integer('series_number').notNull(),
    through: integer('through'),
    documentId: integer('document_id').notNull(),
    commandSeq: integer('command_seq').notNull(),
  },
  (table) => [primaryKey({ columns: [table.seriesId, table.seriesNumber] })],
)

/** Derived: the numbers that documents brought with them, as runs without a gap. */
export const numberTaken = sqliteTable(
  'number_taken',
  {
    kind: text('kind', { enum: documentKinds }).notNull(),
    stem: text('stem').notNull(),
    first: integer('first').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.stem, table.first] })],
)

export const instalment = sqliteTable(
  'instalment',
  {
    documentId: integer('document_id').notNull(),
    position: integer('position').notNull(),
    dueDate: date('due_date').notNull(),
    amount: integer('amount').notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.position] })],
)

export const returnedPayment = sqliteTable('returned_payment', {
  reversalId: integer('reversal_id').primaryKey(),
  commandSeq: integer('command_seq').notNull(),
  customerId: integer('customer_id').notNull(),
  returnedOn: date('returned_on').notNull(),
  fee: integer('fee').notNull(),
  feeDocumentId: integer('fee_document_id'),
})

export const itemHold = sqliteTable('item_hold', {
  documentId: integer('document_id').primaryKey(),
  commandSeq: integer('command_seq').notNull(),
  state: text('state', { enum: ['disputed', 'held'] }).notNull(),
  reason: text('reason').notNull(),
})

export const financeChargeItem = sqliteTable(
  'finance_charge_item',
  {
    documentId: integer('document_id').notNull(),
    itemId: integer('item_id').notNull(),
    chargedAfter: date('charged_after').notNull(),
    chargedUntil: date('charged_until').notNull(),
    interest: integer('interest').notNull(),
    fee: integer('fee').notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.itemId] })],
)

export const financeChargeCredit = sqliteTable(
  'finance_charge_credit',
  {
    documentId: integer('document_id').notNull(),
    chargeId: integer('charge_id').notNull(),
    itemId: integer('item_id').notNull(),
    amount: integer('amount').notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.itemId] })],
)

/** A part of an item that the customer disputes, in minor units of the item's currency. Not in use yet. */
export const dispute = sqliteTable('dispute', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  commandSeq: integer('command_seq').notNull(),
  documentId: integer('document_id').notNull(),
  openedOn: date('opened_on').notNull(),
  amount: integer('amount').notNull(),
  reasonCodeId: integer('reason_code_id').notNull(),
  memo: text('memo').notNull(),
  userId: integer('user_id').notNull(),
  answerBy: date('answer_by'),
  reopensId: integer('reopens_id'),
})

/** How a dispute went on. Not in use yet. */
export const disputeStep = sqliteTable('dispute_step', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  commandSeq: integer('command_seq').notNull(),
  disputeId: integer('dispute_id').notNull(),
  stepDate: date('step_date').notNull(),
  state: text('state', { enum: ['waiting_for_customer', 'waiting_for_us', 'closed'] }).notNull(),
  outcome: text('outcome', { enum: ['credited', 'customer_pays', 'written_off', 'withdrawn', 'deduction'] }),
  documentId: integer('document_id'),
  memo: text('memo').notNull(),
})
