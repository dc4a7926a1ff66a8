import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { ExchangeRate } from '../../../../src-shared/domain/amounts/exchange-rate.ts'
import { sum } from '../../../../src-shared/domain/amounts/money.ts'
import type { CompanyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'
import { latestRate } from '../../../company/queries/rates/rates.ts'
import { toBase } from '../documents/base-currency.ts'

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

/** A credit used in another currency: its own amount, and what that counts in the currency of what is paid. */
export interface CreditWorth {
  readonly currency: string
  readonly rate: ExchangeRate
  readonly amount: number
  readonly worth: number
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
      const item = db.get<Stored<'document', 'currency' | 'rate'>>('SELECT currency, rate FROM document WHERE id = ?', [
        documentId,
      ])
      // One that is not there, or is in the same currency, is refused where it is settled.
      if (item === undefined || item.currency === currency) return 0
      const worth = worthOn(db, baseCurrency, date)
      return givenBeyond(worth(settles, item.currency, item.rate), worth(amount, currency, rate))
    }),
  )

/** The same of credits in other currencies that count as money: what they count beyond what they are worth. */
export const givenByCredits = (
  db: Readable,
  { baseCurrency }: CompanyRules,
  { currency, rate, date }: SettlingMoney,
  credits: readonly CreditWorth[],
): number =>
  sum(
    credits.map((credit) => {
      if (credit.currency === currency) return 0
      const worth = worthOn(db, baseCurrency, date)
      return givenBeyond(worth(credit.worth, currency, rate), worth(credit.amount, credit.currency, credit.rate))
    }),
  )

/** In the company's currency, by the table's rate of the day or else the document's own. */
const worthOn =
  (db: Readable, baseCurrency: string, date: CalendarDate) =>
  (amount: number, of: string, own: ExchangeRate): number =>
    of === baseCurrency ? amount : toBase(amount, of, baseCurrency, latestRate(db, of, date)?.rate ?? own)

const givenBeyond = (settled: number, paid: number): number => {
  const given = settled - paid
  return given * 10 > paid * FAIR_TENTHS ? given : 0
}
