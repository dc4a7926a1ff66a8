import type { DocumentLine, DocumentView } from '../../../src-shared/ledger/contract/documents.ts'
import { lineNet, sum } from '../../../src-shared/domain/amounts/money.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'

/** A receipt or credit note: what it lowers the balance by is shown as a plain figure. */
export const isCredit = ({ total, status }: Pick<DocumentView, 'total' | 'status'>): boolean =>
  total < 0 && status !== 'reversal'

/** `amount` is the line as it was printed: before its share of the discount on the document. */
export type BilledLine = DocumentLine & { readonly amount: MinorUnits }

/** A document of lines as its reader sees it: a credit note in positive figures. Minor units. */
export type Billed = {
  readonly lines: readonly BilledLine[]
  /** Whether the lines' amounts have tax in them. */
  readonly includesTax: boolean
  /** Less the discount, the lines add up to net, or with tax in them to the total. */
  readonly discount: MinorUnits
  readonly net: MinorUnits
  readonly taxes: DocumentView['taxes']
  /** To the smallest coin; in the total of a document of lines. */
  readonly rounding: MinorUnits
  readonly total: MinorUnits
}

export function billedOf(document: DocumentView): Billed {
  const turned = isCredit(document) ? (amount: number) => 0 - amount : (amount: number) => amount
  const lines = document.lines.map((line) => ({
    ...line,
    quantity: turned(line.quantity),
    net: turned(line.net),
    documentDiscount: turned(line.documentDiscount),
  }))
  const total = turned(document.total)
  const rounding = turned(document.rounding)
  const discount = sum(lines.map(({ documentDiscount }) => documentDiscount))
  return {
    ...linesAsPrinted(document, lines, discount, total - rounding),
    net: turned(document.net),
    taxes: document.taxes.map((tax) => ({ ...tax, base: turned(tax.base), tax: turned(tax.tax) })),
    rounding,
    total,
  }
}

/**
 * Prices with tax give amounts with tax. The ledger keeps what is left without it, so they are worked out again; where
 * they do not add up, as in a part of a line that was credited, the amounts without tax and discount stand instead.
 */
function linesAsPrinted(
  { pricesIncludeTax, currency }: DocumentView,
  lines: readonly DocumentLine[],
  discount: MinorUnits,
  total: MinorUnits,
): Pick<Billed, 'lines' | 'includesTax' | 'discount'> {
  if (!pricesIncludeTax) {
    const printed = lines.map((line) => ({ ...line, amount: line.net + line.documentDiscount }))
    return { lines: printed, includesTax: false, discount }
  }
  const printed = lines.map((line) => ({ ...line, amount: lineNet(line, currency) }))
  const addsUp = sum(printed.map(({ amount }) => amount)) - discount === total
  return addsUp
    ? { lines: printed, includesTax: true, discount }
    : { lines: lines.map((line) => ({ ...line, amount: line.net })), includesTax: false, discount: 0 }
}
