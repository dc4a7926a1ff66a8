import { addChecked, allocate, lineNet, percentOf, sum } from '../../../domain/amounts/money.ts'
import type { Millionths, MinorUnits, UnitPrice } from '../../../domain/amounts/money.ts'
import { taxLines } from '../../../company/rules/tax/tax.ts'
import type { TaxedLine, TaxRounding } from '../../../company/rules/tax/tax.ts'
import type { CodeTax } from '../../../company/rules/tax/tax-code.ts'

/** One of a line's taxes; all that is charged under one code is added up in one total. */
export type LineTax = CodeTax & { readonly taxCode: string }

export type InvoiceLine = {
  readonly quantity: Millionths
  /** With tax when the invoice's prices include it. */
  readonly unitPrice: UnitPrice
  readonly discountPercent: Millionths
  /** In the order in which the law charges them; none is not taxed. */
  readonly taxes: readonly LineTax[]
}

export type InvoiceInput = {
  readonly currency: string
  readonly lines: readonly InvoiceLine[]
  readonly pricesIncludeTax: boolean
  readonly taxRounding: TaxRounding
  /** A discount on the whole document, as a percentage or as an amount; it lowers tax as well. Not both. */
  readonly documentDiscountPercent?: Millionths
  readonly documentDiscountAmount?: MinorUnits
}

/** `amount` is the line as printed; net, taxes and gross are what is left of it after its share of the document discount. */
export type LineTotals = TaxedLine & {
  readonly amount: MinorUnits
  readonly documentDiscount: MinorUnits
  readonly tax: MinorUnits
  readonly gross: MinorUnits
}

export type TaxTotal = {
  readonly taxCode: string
  readonly rate: Millionths
  /** What the rate is charged on: earlier taxes too, where the law says so. */
  readonly base: MinorUnits
  readonly tax: MinorUnits
}

/** Minor units of the invoice's currency. The lines add up to net, tax and total; so do the taxes to tax. */
export type InvoiceTotals = {
  readonly lines: readonly LineTotals[]
  readonly taxes: readonly TaxTotal[]
  readonly net: MinorUnits
  readonly tax: MinorUnits
  readonly total: MinorUnits
  readonly documentDiscount: MinorUnits
}

/**
 * The figures of an invoice or credit note, the same on screen, in the ledger and on paper.
 * @throws RangeError when an amount is too large, both document discounts are given, or an amount of discount meets
 * lines that add up to nothing.
 */
export function invoiceTotals(invoice: InvoiceInput): InvoiceTotals {
  const amounts = invoice.lines.map((line) => lineNet(line, invoice.currency))
  const documentDiscount = discountOnDocument(invoice, sum(amounts))
  const shares = allocate(documentDiscount, amounts)
  const kept = amounts.map((amount, index) => amount - (shares[index] ?? 0))
  const toTax = kept.map((amount, index) => ({ amount, taxes: keyed(invoice.lines[index]) }))
  const taxed = taxLines(toTax, invoice.pricesIncludeTax, invoice.taxRounding)
  const lines = amounts.map((amount, index) => lineTotals(amount, shares[index] ?? 0, taxed[index] ?? NOTHING))
  const net = sum(lines.map((line) => line.net))
  const tax = sum(lines.map((line) => line.tax))
  return { lines, taxes: taxTotals(invoice.lines, lines), net, tax, total: addChecked(net, tax), documentDiscount }
}

function discountOnDocument(invoice: InvoiceInput, whole: MinorUnits): MinorUnits {
  const { documentDiscountPercent: percent, documentDiscountAmount: amount } = invoice
  if (percent !== undefined && amount !== undefined) {
    throw new RangeError('A document discount is a percentage or an amount: give one of them.')
  }
  return percent === undefined ? (amount ?? 0) : percentOf(whole, percent)
}

const NOTHING: TaxedLine = { net: 0, taxes: [] }

const keyed = (line: InvoiceLine | undefined) => (line?.taxes ?? []).map((tax) => ({ ...tax, key: tax.taxCode }))

const lineTotals = (amount: MinorUnits, documentDiscount: MinorUnits, { net, taxes }: TaxedLine): LineTotals => {
  const tax = sum(taxes)
  return { amount, documentDiscount, net, taxes, tax, gross: addChecked(net, tax) }
}

/** What the tax return wants: base and tax of each code and rate. Lines that are not taxed are in none. */
function taxTotals(lines: readonly InvoiceLine[], totals: readonly LineTotals[]): readonly TaxTotal[] {
  const found = new Map<string, TaxTotal>()
  lines.forEach(({ taxes }, index) => {
    const { net, taxes: amounts } = totals[index] ?? NOTHING
    taxes.forEach(({ taxCode, rate, onEarlier }, place) => {
      const earlier = onEarlier ? amounts.slice(0, place) : []
      const key = JSON.stringify([taxCode, rate])
      const { base, tax } = found.get(key) ?? { base: 0, tax: 0 }
      const total = { base: sum([base, net, ...earlier]), tax: sum([tax, amounts[place] ?? 0]) }
      found.set(key, { taxCode, rate, ...total })
    })
  })
  return [...found.values()]
}
