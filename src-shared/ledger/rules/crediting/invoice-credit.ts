import { creditTotal, decideCredit } from './crediting.ts'
import { discountableParts, isPartlyDiscountable } from '../settlement/discountable.ts'
import type { LeftOfDocument } from '../settlement/discountable.ts'
import type { Credit, CreditableLine, CreditableTax, CreditedTax, CreditRefusal, WantedCredit } from './crediting.ts'
import { inProportion, sum } from '../../../domain/amounts/money.ts'
import type { MinorUnits } from '../../../domain/amounts/money.ts'
import { minus, nothingOf, partsTotal, plus, standing, takeBack } from '../settlement/reductions.ts'
import type { CreditProgress, Reduction, TaxedParts } from '../settlement/reductions.ts'

/** What a document billed and what has become of it, as far as crediting it asks. In the document's own signs. */
export type CreditableDocument = {
  readonly lines: readonly CreditableLine[]
  /** `creditedTax` and `creditedBase` are what its lines took back, before reductions. */
  readonly taxes: readonly CreditableTax[]
  readonly reductions: readonly Reduction[]
  /** What credit notes had taken back when a reduction was last given or undone. */
  readonly creditedThen: TaxedParts
}

/** Part of a reduction that a credit note takes back: it gives back that much less. */
export type ReductionReversal = TaxedParts & {
  readonly reduction: Reduction
  /** Of each tax: the part of its base. */
  readonly bases: readonly MinorUnits[]
}

/** What a credit note says: its lines and taxes before reductions, what it takes back of these, and what is left of it. */
export type InvoiceCredit = {
  readonly lines: Credit['lines']
  /** After reductions: what is reported. */
  readonly taxes: readonly CreditedTax[]
  readonly reductions: readonly ReductionReversal[]
  readonly gross: MinorUnits
  readonly total: MinorUnits
  /** Whether nothing of the document is left after it. */
  readonly isAll: boolean
  /** What is left of the lines that earn the early payment discount, their taxes included; null when all lines do. */
  readonly discountableLeft: MinorUnits | null
}

export type InvoiceCreditRefusal =
  | CreditRefusal
  | { readonly code: 'credit_total_negative' }
  | { readonly code: 'credit_exceeds_document'; readonly total: MinorUnits; readonly left: MinorUnits }
  | {
      readonly code: 'credit_exceeds_tax'
      readonly taxCodeId: number
      readonly tax: MinorUnits
      readonly left: MinorUnits
    }

export type InvoiceCreditDecision =
  { readonly ok: true; readonly credit: InvoiceCredit } | { readonly ok: false; readonly refusal: InvoiceCreditRefusal }

type Figures = Pick<CreditableDocument, 'lines' | 'taxes'>

/** What a document billed, net and tax by tax. */
export const billedParts = ({ lines, taxes }: Figures): TaxedParts => ({
  net: sum(lines.map(({ net }) => net)),
  taxes: taxes.map(({ tax }) => tax),
})

/** What credit notes took back of its lines and taxes, before reductions. */
export const creditedParts = ({ lines, taxes }: Figures): TaxedParts => ({
  net: sum(lines.map(({ creditedNet }) => creditedNet)),
  taxes: taxes.map(({ creditedTax }) => creditedTax),
})

/**
 * What credit notes may still give back of a document, net and tax by tax: billed, less what they gave back and what was
 * given away on it without money.
 */
export const leftToCredit = (document: CreditableDocument): TaxedParts =>
  document.reductions.reduce(
    (left, reduction) => minus(left, standing(reduction)),
    minus(billedParts(document), creditedParts(document)),
  )

/**
 * What a credit note for parts of a document says. It never gives back more than was billed, in total and tax by tax, less
 * what discounts, write-offs, allowed deductions and adjustments settled. Amounts in the document's own signs.
 * @param wanted null takes back everything that is left
 */
export function decideInvoiceCredit(
  document: CreditableDocument,
  wanted: readonly WantedCredit[] | null,
): InvoiceCreditDecision {
  const decided = decideCredit(document.lines, document.taxes, wanted)
  if (!decided.ok && (decided.refusal.code !== 'nothing_to_credit' || partsTotal(leftToCredit(document)) <= 0))
    return decided
  const taken: Credit = decided.ok ? decided.credit : { lines: [], taxes: [] }
  const credit = lessReductions(document, taken)
  const refusal = beyondDocument(document, credit)
  return refusal === null ? { ok: true, credit } : { ok: false, refusal }
}

function lessReductions(document: CreditableDocument, taken: Credit): InvoiceCredit {
  const gross = creditTotal(taken)
  const isAll = document.lines.every((line) => isFullyCredited(line, taken))
  const discountable = isPartlyDiscountable(document.lines) ? discountableAfter(document, taken) : null
  const discountableLeft = discountable === null ? null : partsTotal(discountable)
  if (document.reductions.length === 0)
    return { ...taken, reductions: [], gross, total: gross, isAll, discountableLeft }
  const now = inTaxOrder(document, taken)
  const progress = {
    leftThen: minus(billedParts(document), document.creditedThen),
    creditedSince: plus(minus(creditedParts(document), document.creditedThen), now),
    now: gross,
    isAll,
  }
  const parts = takeBack(
    document.reductions,
    progress,
    discountable === null ? progress : discountableProgress(document, taken, discountable, gross),
  )
  const reductions = document.reductions.flatMap((reduction, index) => {
    const back = parts[index] ?? nothingOf(now)
    const isNothing = back.net === 0 && back.taxes.every((tax) => tax === 0)
    return isNothing ? [] : [{ reduction, ...back, bases: basesOf(document, taken, reduction, back) }]
  })
  const total = gross - sum(reductions.map(partsTotal))
  const taxes = taxesLess(document, taken, reductions)
  return { lines: taken.lines, taxes, reductions, gross, total, isAll, discountableLeft }
}

/** What no credit note has taken back of the lines that earn the early payment discount. */
export const discountableNow = (document: Figures): TaxedParts =>
  discountableParts(document, {
    nets: document.lines.map(({ net, creditedNet }) => sum([net, 0 - creditedNet])),
    taxes: document.taxes.map(({ tax, creditedTax }) => sum([tax, 0 - creditedTax])),
  })

const discountableAfter = (document: Figures, taken: Credit): TaxedParts => {
  const now = inTaxOrder(document, taken)
  const left: LeftOfDocument = {
    nets: document.lines.map(({ lineNo, net, creditedNet }) => {
      const own = taken.lines.find((line) => line.lineNo === lineNo)?.net ?? 0
      return sum([net, 0 - creditedNet, 0 - own])
    }),
    taxes: document.taxes.map(({ tax, creditedTax }, index) =>
      sum([tax, 0 - creditedTax, 0 - (now.taxes[index] ?? 0)]),
    ),
  }
  return discountableParts(document, left)
}

/** The same progress as the document's, but of the lines that earn the discount: it is theirs. */
function discountableProgress(
  document: CreditableDocument,
  taken: Credit,
  after: TaxedParts,
  now: MinorUnits,
): CreditProgress {
  const leftThen = discountableParts(document, {
    nets: document.lines.map(({ net, creditedNetThen = 0 }) => sum([net, 0 - creditedNetThen])),
    taxes: document.taxes.map(({ tax }, index) => sum([tax, 0 - (document.creditedThen.taxes[index] ?? 0)])),
  })
  const earning = document.lines.filter(({ earnsDiscount }) => earnsDiscount !== false)
  const isAll = earning.every((line) => isFullyCredited(line, taken))
  return { leftThen, creditedSince: minus(leftThen, after), now, isAll }
}

const isFullyCredited = ({ lineNo, quantity, creditedQuantity }: CreditableLine, { lines }: Credit): boolean =>
  quantity - creditedQuantity === (lines.find((line) => line.lineNo === lineNo)?.quantity ?? 0)

const inTaxOrder = ({ taxes }: Figures, taken: Credit): TaxedParts => ({
  net: sum(taken.lines.map(({ net }) => net)),
  taxes: taxes.map(({ taxCodeId }) => taken.taxes.find((tax) => tax.taxCodeId === taxCodeId)?.tax ?? 0),
})

/** A reduction that takes its tax along lowers what was taxed: of each tax the share that its base is of what is credited. */
const basesOf = (document: Figures, taken: Credit, { withTax }: Reduction, back: TaxedParts): readonly MinorUnits[] => {
  const credited = sum(taken.lines.map(({ net }) => net))
  const billed = billedParts(document).net
  return document.taxes.map(({ taxCodeId, base }) => {
    if (!withTax) return 0
    const creditedBase = taken.taxes.find((tax) => tax.taxCodeId === taxCodeId)?.base ?? 0
    if (credited !== 0) return inProportion(back.net, creditedBase, credited)
    return billed === 0 ? 0 : inProportion(back.net, base, billed)
  })
}

const taxesLess = (
  { taxes }: Figures,
  taken: Credit,
  reductions: readonly ReductionReversal[],
): readonly CreditedTax[] =>
  taxes.flatMap(({ taxCodeId, rate }, index) => {
    const own = taken.taxes.find((tax) => tax.taxCodeId === taxCodeId)
    const tax = (own?.tax ?? 0) - sum(reductions.map((back) => back.taxes[index] ?? 0))
    const base = (own?.base ?? 0) - sum(reductions.map((back) => back.bases[index] ?? 0))
    return own === undefined && tax === 0 && base === 0 ? [] : [{ taxCodeId, rate, base, tax }]
  })

/** The first bound that a credit breaks; null when it stays within the document. */
function beyondDocument(document: CreditableDocument, credit: InvoiceCredit): InvoiceCreditRefusal | null {
  if (credit.total < 0) return { code: 'credit_total_negative' }
  const left = leftToCredit(document)
  const total = partsTotal(left)
  if (credit.total > total) return { code: 'credit_exceeds_document', total: credit.total, left: total }
  for (const [index, { taxCodeId, tax: billed }] of document.taxes.entries()) {
    const tax = credit.taxes.find((own) => own.taxCodeId === taxCodeId)?.tax ?? 0
    const leftOfTax = left.taxes[index] ?? 0
    const after = leftOfTax - tax
    if (after < Math.min(0, billed) || after > Math.max(0, billed))
      return { code: 'credit_exceeds_tax', taxCodeId, tax, left: leftOfTax }
  }
  return null
}
