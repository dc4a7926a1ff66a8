import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { quotes, type ExchangeRate } from '../../../src-shared/domain/amounts/exchange-rate.ts'

/** Rates are text as they are quoted. */
export const exchangeRate = sqliteTable(
  'exchange_rate',
  {
    currency: text('currency').notNull(),
    date: text('date').$type<CalendarDate>().notNull(),
    rate: text('rate').$type<ExchangeRate>().notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.currency, table.date] })],
)

/** The direction a currency's rates are entered in, where the company says so. */
export const currencyQuote = sqliteTable('currency_quote', {
  currency: text('currency').primaryKey(),
  quote: text('quote', { enum: quotes }).notNull(),
  version: integer('version').notNull().default(1),
})
