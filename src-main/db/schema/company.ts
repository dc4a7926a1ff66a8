import { draftKinds } from '../../../src-shared/ledger/contract/drafts.ts'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { roles } from '../../../src-shared/kit/operation.ts'
import { approvedActs } from '../../../src-shared/company/contract/people.ts'
import type { CompanySettings } from '../../../src-shared/company/contract/company.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'

/** The company itself, its people and machines, what they asked for, and the log of every command. */

export const schemaMigration = sqliteTable('schema_migration', {
  number: integer('number').primaryKey(),
  name: text('name').notNull(),
  sha256: text('sha256').notNull(),
  appliedAt: text('applied_at').notNull(),
})

export const commandLog = sqliteTable('command_log', {
  seq: integer('seq').primaryKey(),
  uid: text('uid').notNull(),
  name: text('name').notNull(),
  userId: integer('user_id').notNull(),
  deviceId: integer('device_id').notNull(),
  recordedAt: text('recorded_at').notNull(),
  hlc: text('hlc').notNull(),
  input: text('input').notNull(),
  result: text('result').notNull(),
  factsHash: text('facts_hash').notNull(),
  prevHash: text('prev_hash').notNull(),
  hash: text('hash').notNull(),
  before: text('before'),
})

/** The commands of a day (UTC). */
export const commandDay = sqliteTable('command_day', {
  day: text('day').primaryKey(),
  firstSeq: integer('first_seq').notNull(),
  lastSeq: integer('last_seq').notNull(),
})

/** What each command was about. */
export const commandSubject = sqliteTable(
  'command_subject',
  {
    kind: text('kind').notNull(),
    recordId: integer('record_id').notNull(),
    seq: integer('seq').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.recordId, table.seq] })],
)

export const user = sqliteTable('user', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  name: text('name').notNull(),
  active: integer('active', { mode: 'boolean' }).notNull().default(true),
  version: integer('version').notNull().default(1),
  role: text('role', { enum: roles }).notNull().default('viewer'),
})

export const userPin = sqliteTable('user_pin', {
  userId: integer('user_id').primaryKey(),
  salt: text('salt').notNull(),
  hash: text('hash').notNull(),
  cost: integer('cost').notNull(),
  blockSize: integer('block_size').notNull(),
  parallelization: integer('parallelization').notNull(),
})

/** What the recovery phrase is checked against; one row once there is a phrase. */
export const recoveryPhrase = sqliteTable('recovery_phrase', {
  id: integer('id').primaryKey(),
  version: integer('version').notNull(),
  salt: text('salt').notNull(),
  hash: text('hash').notNull(),
  cost: integer('cost').notNull(),
  blockSize: integer('block_size').notNull(),
  parallelization: integer('parallelization').notNull(),
})

/** What a supervisor let pass, in minor units. */
export const approval = sqliteTable('approval', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  commandSeq: integer('command_seq').notNull(),
  userId: integer('user_id').notNull(),
  act: text('act', { enum: approvedActs }).notNull(),
  currency: text('currency').notNull(),
  most: integer('most'),
  amount: integer('amount'),
})

export const device = sqliteTable('device', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  name: text('name').notNull(),
  continuesId: integer('continues_id'),
})

export const company = sqliteTable('company', {
  id: integer('id').primaryKey(),
  uid: text('uid').notNull(),
  name: text('name').notNull(),
  address: text('address').notNull().default(''),
  phone: text('phone').notNull().default(''),
  email: text('email').notNull().default(''),
  taxNumber: text('tax_number').notNull().default(''),
  baseCurrency: text('base_currency').notNull(),
  closingDate: text('closing_date').$type<CalendarDate>(),
  settings: text('settings', { mode: 'json' }).$type<CompanySettings>().notNull(),
  version: integer('version').notNull().default(1),
})

export const preference = sqliteTable('preference', {
  key: text('key').primaryKey(),
  value: text('value', { mode: 'json' }).notNull(),
})

export const draft = sqliteTable('draft', {
  uid: text('uid').primaryKey(),
  kind: text('kind', { enum: draftKinds }).notNull(),
  customerId: integer('customer_id'),
  title: text('title').notNull(),
  total: integer('total'),
  currency: text('currency'),
  body: text('body', { mode: 'json' }).notNull(),
  updatedAt: text('updated_at').notNull(),
})
