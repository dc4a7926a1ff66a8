import type { CreditableLine, CreditableTax } from '../crediting/crediting.ts'
import { HUNDRED_PERCENT, inProportion, percentOf, sum } from '../../../domain/amounts/money.ts'
import type { MinorUnits } from '../../../domain/amounts/money.ts'
import type { TaxedParts } from './reductions.ts'

/**
 * Lines such as freight earn no early payment discount. The discount is then offered on what the others come to with their
 * taxes, and reduces those taxes alone; what is left of them decides.
 */
type BilledLine = Pick<CreditableLine, 'taxes' | 'earnsDiscount'>

/** A document whose lines do not all earn the discount that it offers. */
export const isPartlyDiscountable = (lines: readonly BilledLine[]): boolean =>
  lines.some(({ earnsDiscount }) => earnsDiscount === false)

/** What is left of a document: of each line before tax, and of each tax. Minor units in the document's own signs. */
export type LeftOfDocument = { readonly nets: readonly MinorUnits[]; readonly taxes: readonly MinorUnits[] }

/**
 * What of it the lines that earn the discount come to, before tax and tax by tax. A tax that other lines bear too goes with
 * what it is charged on, rounded half away from zero; by its rate where lines of opposite signs take that beyond the whole.
 */
export function discountableParts(
  { lines, taxes }: { readonly lines: readonly BilledLine[]; readonly taxes: readonly TaxOnLines[] },
  left: LeftOfDocument,
): TaxedParts {
  const earning = lines.map(({ earnsDiscount }) => earnsDiscount !== false)
  const chargedOn = lines.map((line, index) => chargesOf(line, left.nets[index] ?? 0))
  return {
    net: sum(left.nets.filter((_, index) => earning[index])),
    taxes: taxes.map(({ taxCodeId, rate }, index) => {
      const bases = chargedOn.map((charges) => charges.get(taxCodeId) ?? 0)
      const part = sum(bases.filter((_, line) => earning[line]))
      return taxOfPart({ tax: left.taxes[index] ?? 0, rate }, part, sum(bases))
    }),
  }
}

type TaxOnLines = Pick<CreditableTax, 'taxCodeId' | 'rate'>

const chargesOf = ({ taxes }: BilledLine, net: MinorUnits): ReadonlyMap<number, MinorUnits> =>
  new Map(taxes.map(({ taxCodeId, chargedOn: on }) => [taxCodeId, on === HUNDRED_PERCENT ? net : percentOf(net, on)]))

const taxOfPart = (
  { tax, rate }: Pick<CreditableTax, 'tax' | 'rate'>,
  part: MinorUnits,
  whole: MinorUnits,
): MinorUnits => {
  if (part === 0 || part === whole) return part === 0 ? 0 : tax
  const isWithin = part >= Math.min(0, whole) && part <= Math.max(0, whole)
  return isWithin ? inProportion(tax, part, whole) : percentOf(part, rate)
}
