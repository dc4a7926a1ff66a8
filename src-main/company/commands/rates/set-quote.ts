import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { quoteLabel } from '../../../../src-shared/domain/amounts/exchange-rate.ts'
import { companyRules } from '../../facts/company.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertFresh } from '../records/fresh-version.ts'
import type { Stored } from '../../../db/stored.ts'

/** The direction in which the rates of a currency are entered from now on; those that are kept stay as they were quoted. */
export const setQuote: CommandHandler<'rates.setQuote'> = (context, { currency, quote, version }) => {
  const { tx } = context
  const { baseCurrency } = companyRules(tx)
  if (currency === baseCurrency) throw new Refusal('rate_of_base', { currency }, 'currency')
  const stored = tx.get<Stored<'currencyQuote', 'quote' | 'version'>>(
    'SELECT quote, version FROM currency_quote WHERE currency = ?',
    [currency],
  )
  if (!stored) {
    tx.run('INSERT INTO currency_quote (currency, quote) VALUES (?, ?)', [currency, quote])
    return { version: 1 }
  }
  assertFresh(
    context,
    `How ${currency} is quoted`,
    version ?? 0,
    { quote: quoteLabel(quote, currency, baseCurrency) },
    { quote: quoteLabel(stored.quote, currency, baseCurrency), version: stored.version },
  )
  tx.run('UPDATE currency_quote SET quote = ?, version = version + 1 WHERE currency = ?', [quote, currency])
  return { version: stored.version + 1 }
}
