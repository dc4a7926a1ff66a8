import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { receiptMethods } from '../../../src-shared/domain/receipt-method.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { RATE_ONE, type ExchangeRate } from '../../../src-shared/domain/exchange-rate.ts'
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
  seriesId: integer('series_id'),
  seriesNumber: integer('series_number'),
  customerId: integer('customer_id').notNull(),
  documentDate: date('document_date').notNull(),
  dueDate: date('due_date').notNull(),
  currency: text('currency').notNull(),
  total: integer('total').notNull(),
  baseTotal: integer('base_total').notNull(),
  reference: text('reference').notNull(),
  memo: text('memo').notNull(),
  termsId: integer('terms_id'),
  pricesIncludeTax: integer('prices_include_tax', { mode: 'boolean' }).notNull().default(false),
  method: text('method', { enum: receiptMethods }),
  depositAccountId: integer('deposit_account_id'),
  discountUntil: date('discount_until'),
  discount: integer('discount').notNull().default(0),
  graceDays: integer('grace_days').notNull().default(0),
  reversesId: integer('reverses_id'),
  creditsId: integer('credits_id'),
  reasonCodeId: integer('reason_code_id'),
  batchId: integer('batch_id'),
  unappliedAs: text('unapplied_as', { enum: unappliedKinds }),
  documentDiscountPercent: integer('document_discount_percent'),
  rate: text('rate').$type<ExchangeRate>().notNull().default(RATE_ONE),
  cashRounding: integer('cash_rounding').notNull().default(0),
  numberKey: text('number_key'),
  checkKey: text('check_key'),
  discountable: integer('discountable'),
  toleranceMost: integer('tolerance_most'),
  generatedMemo: text('generated_memo'),
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
    discountPercent: integer('discount_percent').notNull(),
    net: integer('net').notNull(),
    taxCodeId: integer('tax_code_id'),
    accountId: integer('account_id').notNull(),
    documentDiscount: integer('document_discount').notNull().default(0),
    creditsLineNo: integer('credits_line_no'),
    isRounding: integer('is_rounding', { mode: 'boolean' }).notNull().default(false),
    unitPriceText: text('unit_price_text'),
    earnsDiscount: integer('earns_discount', { mode: 'boolean' }).notNull().default(true),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.lineNo] })],
)

export const documentTax = sqliteTable(
  'document_tax',
  {
    documentId: integer('document_id').notNull(),
    taxCodeId: integer('tax_code_id').notNull(),
    rate: integer('rate').notNull(),
    base: integer('base').notNull(),
    tax: integer('tax').notNull(),
    position: integer('position').notNull().default(0),
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
    documentId: integer('document_id').notNull(),
    commandSeq: integer('command_seq').notNull(),
    through: integer('through'),
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

export const itemMark = sqliteTable('item_mark', {
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
