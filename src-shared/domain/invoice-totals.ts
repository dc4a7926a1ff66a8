import { addChecked, allocate, lineNet, percentOf, sum } from './money.ts'
import type { Millionths, MinorUnits } from './money.ts'
import { taxedTogether } from './tax.ts'
import type { Taxed, TaxRounding } from './tax.ts'

export type InvoiceLine = {
  readonly quantity: Millionths
  /** Millionths of a whole currency unit; with tax when the invoice's prices include it. */
  readonly unitPrice: Millionths
  readonly discountPercent: Millionths
  /** Percentage in millionths: 15 percent is 15000000. Null is not taxed. */
  readonly taxRate: Millionths | null
  readonly taxCode: string | null
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

/** `amount` is the line as printed; net, tax and gross are what is left of it after its share of the document discount. */
export type LineTotals = Taxed & { readonly amount: MinorUnits; readonly documentDiscount: MinorUnits }

export type TaxTotal = {
  readonly taxCode: string | null
  readonly rate: Millionths
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
  const taxedLines = taxLines(invoice, kept)
  const lines = amounts.map((amount, index) => ({
    amount,
    documentDiscount: shares[index] ?? 0,
    ...(taxedLines[index] ?? { net: 0, tax: 0, gross: 0 }),
  }))
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

/** Lines of one tax code and rate are taxed together; each line gets back its own part, in the lines' order. */
function taxLines(invoice: InvoiceInput, kept: readonly MinorUnits[]): readonly Taxed[] {
  const results: Taxed[] = []
  for (const indexes of linesByTax(invoice.lines).values()) {
    const rate = invoice.lines[indexes[0] ?? 0]?.taxRate ?? null
    const amounts = indexes.map((index) => kept[index] ?? 0)
    const together = taxedTogether(amounts, rate, invoice.pricesIncludeTax, invoice.taxRounding)
    together.forEach((line, position) => (results[indexes[position] ?? 0] = line))
  }
  return results
}

/** Line numbers by tax code and rate, in the order in which each first appears. */
function linesByTax(lines: readonly InvoiceLine[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>()
  lines.forEach(({ taxCode, taxRate }, index) => {
    const key = JSON.stringify([taxCode, taxRate])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [index])
    else group.push(index)
  })
  return groups
}

/** What the tax return wants: base and tax of each code and rate. Lines that are not taxed are in none. */
function taxTotals(lines: readonly InvoiceLine[], totals: readonly LineTotals[]): readonly TaxTotal[] {
  return [...linesByTax(lines).values()].flatMap((indexes) => {
    const first = lines[indexes[0] ?? 0]
    if (first === undefined || first.taxRate === null) return []
    const base = sum(indexes.map((index) => totals[index]?.net ?? 0))
    const tax = sum(indexes.map((index) => totals[index]?.tax ?? 0))
    return [{ taxCode: first.taxCode, rate: first.taxRate, base, tax }]
  })
}
