import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { formatDate } from '../../../../src-shared/domain/dates/date-text.ts'
import { companyRules } from '../../facts/company.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertFresh } from '../records/fresh-version.ts'

export type StoredExchangeRate = Stored<'exchangeRate', 'rate' | 'version'>

/** What the table holds for exactly that day. */
export const storedExchangeRate = (
  db: Readable,
  currency: string,
  date: CalendarDate,
): StoredExchangeRate | undefined =>
  db.get<StoredExchangeRate>('SELECT rate, version FROM exchange_rate WHERE currency = ? AND date = ?', [
    currency,
    date,
  ])

/** Sets the rate of one currency and day; documents keep the rate they were posted at. */
export const setRate: CommandHandler<'rates.set'> = (context, { currency, date, rate, version }) => {
  const { tx } = context
  if (currency === companyRules(tx).baseCurrency) throw new Refusal('rate_of_base', { currency }, 'currency')
  const stored = storedExchangeRate(tx, currency, date)
  if (!stored) {
    tx.run('INSERT INTO exchange_rate (currency, date, rate) VALUES (?, ?, ?)', [currency, date, rate])
    return { version: 1 }
  }
  assertFresh(
    context,
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

/** Takes the rate of one currency and day off the table; the log of commands keeps what it was. */
export const removeRate: CommandHandler<'rates.remove'> = (context, { currency, date, version }) => {
  const { tx } = context
  const stored = storedExchangeRate(tx, currency, date)
  const shown = formatDate(date, 'text')
  if (!stored) throw new Refusal('rate_not_found', { currency, date: shown }, 'date')
  assertFresh(context, `The rate of ${currency} on ${shown}`, version, {}, { version: stored.version })
  context.wasBefore({ rate: stored.rate })
  tx.run('DELETE FROM exchange_rate WHERE currency = ? AND date = ?', [currency, date])
  return null
}
