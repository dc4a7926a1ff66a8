import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import type { ExchangeRate } from '../../../src-shared/domain/exchange-rate.ts'
import { sum } from '../../../src-shared/domain/money.ts'
import type { CompanyRules } from '../../company/facts/company.ts'
import type { Readable } from '../../db/connection.ts'
import { latestRate } from '../../company/queries/rates/latest.ts'
import { toBase } from './base-currency.ts'

/** The money that settles: its currency, the rate it came at, and the day of the command. */
export interface SettlingMoney {
  readonly currency: string
  readonly rate: ExchangeRate
  readonly date: CalendarDate
}

/** A line of a settlement; `settles` where it is between two currencies. */
export interface CrossLine {
  readonly documentId: number
  readonly amount: number
  readonly settles?: number | null
}

/** Banks and payers take a few percent; what is further off than a tenth is no rate but a gift. */
const FAIR_TENTHS = 1

/**
 * What lines between two currencies give away by their rate, in minor units of the company's currency: what they settle
 * beyond what the money is worth, where that is more than a tenth of it. Both are measured by the table's rates of the day,
 * or else the documents' own. It counts against the limit of write-offs, which such a rate would go round.
 */
export const givenByRate = (
  db: Readable,
  { baseCurrency }: CompanyRules,
  { currency, rate, date }: SettlingMoney,
  lines: readonly CrossLine[],
): number =>
  sum(
    lines.map(({ documentId, amount, settles }) => {
      if (settles == null) return 0
      const item = db.get<{ currency: string; rate: ExchangeRate }>(
        'SELECT currency, rate FROM document WHERE id = ?',
        [documentId],
      )
      // One that is not there, or is in the same currency, is refused where it is settled.
      if (item === undefined || item.currency === currency) return 0
      const worth = (money: number, of: string, own: ExchangeRate): number =>
        of === baseCurrency ? money : toBase(money, of, baseCurrency, latestRate(db, of, date)?.rate ?? own)
      const paid = worth(amount, currency, rate)
      const given = worth(settles, item.currency, item.rate) - paid
      return given * 10 > paid * FAIR_TENTHS ? given : 0
    }),
  )
