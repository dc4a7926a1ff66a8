import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'

/** Rates are base currency for one unit, in thousand-millionths. */
export const exchangeRate = sqliteTable(
  'exchange_rate',
  {
    currency: text('currency').notNull(),
    date: text('date').$type<CalendarDate>().notNull(),
    rate: integer('rate').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.currency, table.date] })],
)
