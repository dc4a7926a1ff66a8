import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { formatDate } from '../../../../src-shared/domain/dates/date-text.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertFresh } from '../records/fresh-version.ts'
import { storedExchangeRate } from './stored.ts'

/** Takes the rate of one currency and day off the table; the log of commands keeps what it was. */
export const removeRate: CommandHandler<'rates.remove'> = ({ tx }, { currency, date, version }) => {
  const stored = storedExchangeRate(tx, currency, date)
  const shown = formatDate(date, 'text')
  if (!stored) throw new Refusal('rate_not_found', { currency, date: shown }, 'date')
  assertFresh(`The rate of ${currency} on ${shown}`, version, {}, { version: stored.version })
  tx.run('DELETE FROM exchange_rate WHERE currency = ? AND date = ?', [currency, date])
  return null
}
