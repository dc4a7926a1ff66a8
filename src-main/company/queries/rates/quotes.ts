import type { QuotedCurrency } from '../../../../src-shared/company/contract/rates.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

const QUOTES = 'SELECT currency, quote, version FROM currency_quote ORDER BY currency'

/** The currencies whose direction the company has chosen. */
export const quotedCurrencies: QueryHandler<'rates.quotes'> = ({ db }) => db.all<QuotedCurrency>(QUOTES)
