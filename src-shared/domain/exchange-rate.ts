import { addDaysWithin, type CalendarDate } from './calendar.ts'
import { convert, convertBack, convertInverse, type MinorUnits } from './money.ts'

/** Base currency for one unit of another, as a whole number of thousand-millionths: 1.0845 is 1,084,500,000. */
export type StoredRate = number

const RATE_DIGITS = 9
export const RATE_ONE: StoredRate = 10 ** RATE_DIGITS

/** Decimal text with all nine digits, for the money module. */
const exactText = (rate: StoredRate): string => {
  const digits = String(rate).padStart(RATE_DIGITS + 1, '0')
  return `${digits.slice(0, -RATE_DIGITS)}.${digits.slice(-RATE_DIGITS)}`
}

/** The shortest decimal text of a rate: 1.0845, or 50. */
export const rateText = (rate: StoredRate): string => exactText(rate).replace(/\.?0+$/, '')

/** Reads decimal text exactly; the contract allows six digits before the point and nine after, which fit. */
export const storedRate = (text: string): StoredRate => {
  const [whole = '', fraction = ''] = text.split('.')
  return Number(whole) * RATE_ONE + Number(fraction.padEnd(RATE_DIGITS, '0'))
}

/** An amount of another currency in the company's, rounded half away from zero. Minor units. */
export const toBase = (amount: MinorUnits, currency: string, baseCurrency: string, rate: StoredRate): MinorUnits =>
  currency === baseCurrency ? amount : convert(amount, currency, baseCurrency, exactText(rate))

/** An amount of the company's currency in another, rounded half away from zero. Minor units. */
export const inCurrency = (amount: MinorUnits, currency: string, baseCurrency: string, rate: StoredRate): MinorUnits =>
  currency === baseCurrency ? amount : convertInverse(amount, baseCurrency, currency, exactText(rate))

/** The most of another currency that is worth no more than an amount of the company's. Minor units. */
export const fromBase = (amount: MinorUnits, currency: string, baseCurrency: string, rate: StoredRate): MinorUnits =>
  currency === baseCurrency ? amount : convertBack(amount, baseCurrency, currency, exactText(rate))

/** A rate of a week ago is a guess: the clerk is told how old it is. */
const DAYS_FRESH = 7

/** Whether a rate of one day is too old to be taken for another without a word. */
export const isOldRate = (rateDate: CalendarDate, date: CalendarDate): boolean =>
  rateDate < addDaysWithin(date, -DAYS_FRESH)
