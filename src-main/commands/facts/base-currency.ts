import { Refusal } from '../../../src-shared/contract/refusal.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { convert } from '../../../src-shared/domain/money.ts'

/** Rates are stored as whole thousand-millionths: 1.0845 is 1,084,500,000. */
const RATE_DIGITS = 9
export const RATE_ONE = 10 ** RATE_DIGITS

/** Decimal text of a stored rate, for the money module. */
const rateText = (rate: number): string => {
  const digits = String(rate).padStart(RATE_DIGITS + 1, '0')
  return `${digits.slice(0, -RATE_DIGITS)}.${digits.slice(-RATE_DIGITS)}`
}

/** Reads decimal text exactly; the contract allows six digits before the point and nine after, which fit. */
const storedRate = (text: string): number => {
  const [whole = '', fraction = ''] = text.split('.')
  return Number(whole) * RATE_ONE + Number(fraction.padEnd(RATE_DIGITS, '0'))
}

/** An amount of a document's currency in the company's, rounded half away from zero. Minor units. */
export const toBase = (amount: number, currency: string, baseCurrency: string, rate: number): number =>
  currency === baseCurrency ? amount : convert(amount, currency, baseCurrency, rateText(rate))

/** The rate to store: 1 in the company's own currency; in another one the clerk has to give it. */
export const rateFor = (currency: string, baseCurrency: string, entered: string | null, date: CalendarDate): number => {
  if (currency === baseCurrency) return RATE_ONE
  if (entered === null) throw new Refusal('rate_missing', { currency, date }, 'rate')
  return storedRate(entered)
}
