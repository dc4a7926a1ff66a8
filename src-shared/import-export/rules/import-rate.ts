import { isNearRate, isRateText, quotedDecimal, rateQuoted } from '../../domain/amounts/exchange-rate.ts'
import type { ExchangeRate } from '../../domain/amounts/exchange-rate.ts'
import type { ImportBooks } from './import-books.ts'
import type { ImportRow, RowProblem } from './import-row.ts'

type Rated = Pick<ImportRow, 'currency' | 'invoiceDate' | 'rateDigits'>
type RateOfRow = { readonly rate: ExchangeRate | null; readonly problems: readonly RowProblem[] }

/**
 * The rate a row is posted at: its own, in the direction the company quotes the currency, else the table's of its day. One
 * of its own that is far from the table's counts the other direction, or other units, and is no guess of ours.
 */
export function rateOfRow({ currency, invoiceDate, rateDigits }: Rated, books: ImportBooks): RateOfRow {
  const ofTable = books.rate(currency, invoiceDate)
  if (rateDigits === null || /^0*(?:\.0*)?$/.test(rateDigits)) {
    if (ofTable !== null) return { rate: ofTable, problems: [] }
    const problem = `There is no exchange rate for ${currency} on ${invoiceDate}: enter one in Setup under Exchange rates.`
    return { rate: null, problems: [{ field: 'currency', value: currency, problem }] }
  }
  const refused = (problem: string): RateOfRow => ({
    rate: null,
    problems: [{ field: 'exchange_rate', value: rateDigits, problem }],
  })
  if (currency === books.currency) {
    const isOne = /^0*1(?:\.0*)?$/.test(rateDigits)
    const remedy = 'correct it, or choose no column for the rate.'
    return isOne
      ? { rate: ofTable, problems: [] }
      : refused(`${currency} is the company\u2019s own currency: ${remedy}`)
  }
  const quote = books.quote(currency)
  if (!isRateText(rateDigits)) return refused('It is not an exchange rate: correct it.')
  const rate = rateQuoted(rateDigits, quote)
  if (ofTable === null || isNearRate(rate, ofTable)) return { rate, problems: [] }
  const units = quote === 'direct' ? `${books.currency} for one ${currency}` : `${currency} for one ${books.currency}`
  const known = quotedDecimal(ofTable)
  const remedy = 'correct the file, or choose no column for the rate.'
  return refused(`Read as ${units} it is far from the ${known} under Exchange rates: ${remedy}`)
}
