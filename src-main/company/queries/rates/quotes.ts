import type { QueryHandler } from '../../../kernel/query-handler.ts'
import type { Stored } from '../../../db/stored.ts'

const QUOTES = 'SELECT currency, quote, version FROM currency_quote ORDER BY currency'

/** The currencies whose direction the company has chosen. */
export const quotedCurrencies: QueryHandler<'rates.quotes'> = ({ db }) =>
  db.all<Stored<'currencyQuote', 'currency' | 'quote' | 'version'>>(QUOTES)
