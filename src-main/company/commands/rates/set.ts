import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { formatDate } from '../../../../src-shared/domain/dates/date-text.ts'
import { companyRules } from '../../facts/company.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertFresh } from '../records/fresh-version.ts'
import { storedExchangeRate } from './stored.ts'

/** Sets the rate of one currency and day; documents keep the rate they were posted at. */
export const setRate: CommandHandler<'rates.set'> = ({ tx }, { currency, date, rate, version }) => {
  if (currency === companyRules(tx).baseCurrency) throw new Refusal('rate_of_base', { currency }, 'currency')
  const stored = storedExchangeRate(tx, currency, date)
  if (!stored) {
    tx.run('INSERT INTO exchange_rate (currency, date, rate) VALUES (?, ?, ?)', [currency, date, rate])
    return { version: 1 }
  }
  assertFresh(
    `The rate of ${currency} on ${formatDate(date, 'text')}`,
    version ?? 0,
    { rate },
    { rate: stored.rate, version: stored.version },
  )
  tx.run('UPDATE exchange_rate SET rate = ?, version = version + 1 WHERE currency = ? AND date = ?', [
    rate,
    currency,
    date,
  ])
  return { version: stored.version + 1 }
}
