import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { limitedActs, limitedRoles, reasonKinds } from '../../../src-shared/company/contract/policies.ts'
import { accountRoles } from '../../../src-shared/company/contract/setup.ts'
import { seriesKinds } from '../../../src-shared/domain/documents.ts'
import type { PaymentTerms } from '../../../src-shared/company/rules/terms/terms.ts'

/** What entry screens choose from. Percentages and prices are integers in millionths. */

export const account = sqliteTable('account', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  code: text('code').notNull(),
  codeKey: text('code_key'),
  name: text('name').notNull(),
  type: text('type', { enum: ['asset', 'liability', 'equity', 'income', 'expense'] }).notNull(),
  isControl: integer('is_control', { mode: 'boolean' }).notNull().default(false),
  version: integer('version').notNull().default(1),
})

export const accountRole = sqliteTable('account_role', {
  role: text('role', { enum: accountRoles }).primaryKey(),
  accountId: integer('account_id').notNull(),
})

export const terms = sqliteTable('terms', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  code: text('code').notNull(),
  codeKey: text('code_key'),
  name: text('name').notNull(),
  rule: text('rule', { mode: 'json' }).$type<PaymentTerms>().notNull(),
  version: integer('version').notNull().default(1),
})

export const taxCode = sqliteTable('tax_code', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  code: text('code').notNull(),
  codeKey: text('code_key'),
  name: text('name').notNull(),
  rate: integer('rate').notNull(),
  accountId: integer('account_id').notNull(),
  version: integer('version').notNull().default(1),
})

/** One of the taxes of a code that charges several. */
export const taxCodeComponent = sqliteTable(
  'tax_code_component',
  {
    taxCodeId: integer('tax_code_id').notNull(),
    position: integer('position').notNull(),
    componentId: integer('component_id').notNull(),
    onEarlier: integer('on_earlier', { mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.taxCodeId, table.position] })],
)

export const product = sqliteTable('product', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  code: text('code').notNull(),
  codeKey: text('code_key'),
  name: text('name').notNull(),
  unitPrice: integer('unit_price').notNull(),
  unitPriceText: text('unit_price_text'),
  taxCodeId: integer('tax_code_id'),
  accountId: integer('account_id').notNull(),
  earnsDiscount: integer('earns_discount', { mode: 'boolean' }).notNull().default(true),
  version: integer('version').notNull().default(1),
})

export const numberSeries = sqliteTable('number_series', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  commandSeq: integer('command_seq').notNull(),
  kind: text('kind', { enum: seriesKinds }).notNull(),
  deviceId: integer('device_id').notNull(),
  prefix: text('prefix').notNull(),
  width: integer('width').notNull(),
  firstNumber: integer('first_number').notNull(),
  template: text('template'),
  year: integer('year'),
})

export const reasonCode = sqliteTable('reason_code', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  code: text('code').notNull(),
  codeKey: text('code_key'),
  name: text('name').notNull(),
  kind: text('kind', { enum: reasonKinds }).notNull(),
  accountId: integer('account_id').notNull(),
  archived: integer('archived', { mode: 'boolean' }).notNull().default(false),
  version: integer('version').notNull().default(1),
})

export const roleLimit = sqliteTable(
  'role_limit',
  {
    role: text('role', { enum: limitedRoles }).notNull(),
    act: text('act', { enum: limitedActs }).notNull(),
    most: integer('most'),
    version: integer('version').notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.role, table.act] })],
)
