import type { ImportBooks, KnownTaxCode } from './import-books.ts'
import type { ImportedAs } from './import-fields.ts'
import type { ImportRow, RowProblem } from './import-row.ts'
import { looksLike } from '../../domain/text/look-alike.ts'
import { allocate, formatAmount, formatDecimal6, sum } from '../../domain/amounts/money.ts'
import type { Millionths, MinorUnits } from '../../domain/amounts/money.ts'
import { combinedRate, taxesWithin } from '../../company/rules/tax/tax-code.ts'

/** One tax within a row's amount. Minor units; `base` is what it is charged on. */
export type TaxWithin = {
  readonly taxCodeId: number
  readonly accountId: number
  readonly rate: Millionths
  readonly base: MinorUnits
  readonly tax: MinorUnits
}

/** The code a row is taxed by, and each of its taxes in the law's order. */
export type TaxedRow = { readonly code: KnownTaxCode; readonly taxes: readonly TaxWithin[] }

type Taxable = Pick<ImportRow, 'kind' | 'amount' | 'tax' | 'taxCode' | 'taxRate' | 'currency'>
type TaxBooks = Pick<ImportBooks, 'taxCodes'>

/** The tax of an invoice or credit note, by the code the row names or the one whose rate it says or makes. Open items have none. */
export function taxOfRow(row: Taxable, documents: ImportedAs, books: TaxBooks): TaxedRow | RowProblem | null {
  const { kind, amount, tax, taxCode, taxRate, currency } = row
  if (documents === 'open_items' || kind === 'payment') return null
  if (taxCode === '' && (taxRate ?? 0) > 0) return ofRate(row, taxRate ?? 0, books)
  if (taxCode === '' && (tax ?? 0) === 0) return null
  if (taxCode === '') return ofTaxAlone(amount, tax ?? 0, currency, books)
  const code = codeNamed(taxCode, books)
  if (code === null) {
    const problem = `There is no tax code ${taxCode}: make it under Setup first, or correct the file.`
    return { field: 'tax_code', value: taxCode, problem }
  }
  if (taxRate !== null && taxRate !== rateOf(code)) {
    const problem = `Tax code ${code.code} is at ${formatDecimal6(rateOf(code))}%, the file says another rate: correct one.`
    return { field: 'tax_rate', value: formatDecimal6(taxRate), problem }
  }
  const made = sum(taxesWithin(amount, code.taxes))
  if (tax === null || isNear(tax, made)) return taxedBy(code, amount, tax ?? made)
  const shown = formatAmount(tax, currency)
  const problem = `Tax code ${code.code} makes ${formatAmount(made, currency)} of it, the file says ${shown}: correct one.`
  return { field: 'tax_amount', value: shown, problem }
}

/** The code of that name; else the only one that looks like it. */
function codeNamed(name: string, { taxCodes }: TaxBooks): KnownTaxCode | null {
  const named = taxCodes.find(({ code }) => code.toLowerCase() === name.toLowerCase())
  const alike = taxCodes.filter(({ code }) => looksLike(code, name))
  return named ?? (alike.length === 1 ? (alike[0] ?? null) : null)
}

/** The only code of that rate, or the only one whose taxes come to what the file says. */
function ofRate(row: Taxable, taxRate: Millionths, { taxCodes }: TaxBooks): TaxedRow | RowProblem {
  const { amount, tax, currency } = row
  const value = formatDecimal6(taxRate)
  const [code, ...others] = taxCodes.filter((each) => rateOf(each) === taxRate)
  if (code === undefined) {
    const problem = `There is no tax code of ${value}%: make it under Setup first, or correct the file.`
    return { field: 'tax_rate', value, problem }
  }
  if (others.length > 0) {
    const problem = `More than one tax code is at ${value}%: choose the column of the tax code.`
    return { field: 'tax_rate', value, problem }
  }
  const made = sum(taxesWithin(amount, code.taxes))
  if (tax === null || isNear(tax, made)) return taxedBy(code, amount, tax ?? made)
  const shown = formatAmount(tax, currency)
  const problem = `${value}% makes ${formatAmount(made, currency)} of it, the file says ${shown}: correct one.`
  return { field: 'tax_amount', value: shown, problem }
}

/** What all taxes of a code come to, in percent of the net. */
const rateOf = (code: KnownTaxCode): Millionths => combinedRate(code.taxes)

function ofTaxAlone(
  amount: MinorUnits,
  tax: MinorUnits,
  currency: string,
  { taxCodes }: TaxBooks,
): TaxedRow | RowProblem {
  const fitting = taxCodes.filter(({ taxes }) => isNear(tax, sum(taxesWithin(amount, taxes))))
  const exact = fitting.filter(({ taxes }) => sum(taxesWithin(amount, taxes)) === tax)
  const [code] = exact.length === 1 ? exact : fitting
  if (code !== undefined && (exact.length === 1 || fitting.length === 1)) return taxedBy(code, amount, tax)
  const shown = formatAmount(tax, currency)
  const remedy = 'choose the column of the tax code, or no column for the tax.'
  const what = code === undefined ? 'No tax code makes' : 'More than one tax code makes'
  return { field: 'tax_amount', value: shown, problem: `${what} this tax of ${shown}: ${remedy}` }
}

/** The file's tax divided among the taxes of the code as they come by themselves. */
function taxedBy(code: KnownTaxCode, amount: MinorUnits, tax: MinorUnits): TaxedRow {
  const own = taxesWithin(amount, code.taxes)
  const shares = sum(own) === tax ? own : allocate(tax, own)
  const net = amount - tax
  const taxes = code.taxes.map(({ taxCodeId, accountId, rate, onEarlier }, index) => ({
    taxCodeId,
    accountId,
    rate,
    base: onEarlier ? sum([net, ...shares.slice(0, index)]) : net,
    tax: shares[index] ?? 0,
  }))
  return { code, taxes }
}

/** Taxes of several lines were each rounded; more than that is another rate. */
const NEAR = 5
const isNear = (tax: MinorUnits, made: MinorUnits): boolean =>
  made === 0 ? tax === 0 : Math.abs(tax - made) <= Math.max(NEAR, made / 100)
