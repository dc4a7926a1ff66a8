import type { CustomerCard } from '../../../src-shared/customers/contract/customers.ts'
import { documentRounding } from '../../../src-shared/domain/amounts/cash-rounding.ts'
import type { CashRoundingRule } from '../../../src-shared/domain/amounts/cash-rounding.ts'
import { discountOfInput, isBeyondLines } from '../../../src-shared/ledger/rules/document-totals/document-discount.ts'
import { invoiceTotals } from '../../../src-shared/ledger/rules/document-totals/invoice-totals.ts'
import type { InvoiceTotals } from '../../../src-shared/ledger/rules/document-totals/invoice-totals.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import type { TaxRounding } from '../../../src-shared/company/rules/tax/tax.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import type { BillingEntry } from './entry.ts'
import { isDiscountWithin, usualTax } from './line.ts'
import type { EntryLine, UsualTaxes } from './line.ts'

/** What the figures of an entry depend on besides what is typed. */
export type BillingTerms = UsualTaxes & {
  readonly currency: string
  readonly taxRounding: TaxRounding
  readonly cashRounding: CashRoundingRule
  /** The company's own: totals in another are not rounded to the smallest coin. */
  readonly baseCurrency: string
}

/** What stands for the customer chosen, or the company's own while none is; `entered` is a currency of its own. */
export const billingTermsOf = (
  entered: string | null,
  card: CustomerCard | null,
  { profile, products, taxCodes }: EntrySetup,
): BillingTerms => ({
  currency: entered ?? card?.customer.currency ?? profile.baseCurrency,
  taxRounding: profile.settings.taxRounding,
  cashRounding: profile.settings,
  baseCurrency: profile.baseCurrency,
  customerTaxCodeId: card?.customer.taxCodeId ?? null,
  companyTaxCodeId: profile.settings.defaultTaxCodeId,
  products,
  taxCodes,
})

/** The tax code a line is posted with. */
export const taxCodeIdOf = (line: EntryLine, terms: BillingTerms): number | null =>
  line.taxChoice === 'usual' ? usualTax(line, terms).taxCodeId : line.taxChoice

/** What the lines come to; the total is rounded to the smallest coin where the company rounds totals. */
export type RoundedTotals = InvoiceTotals & { readonly rounding: MinorUnits }

export type EntryTotals =
  | {
      readonly ok: true
      readonly totals: RoundedTotals
      /** The discount is more than the lines add up to; it is left out of the totals. */
      readonly isDiscountBeyond: boolean
    }
  /** Price times quantity is beyond what the ledger holds. */
  | { readonly ok: false }

const roundedTotals = (
  totals: InvoiceTotals,
  { cashRounding, currency, baseCurrency }: BillingTerms,
): RoundedTotals => {
  const rounding = documentRounding(totals.total, cashRounding, currency, baseCurrency)
  return { ...totals, rounding, total: totals.total + rounding }
}

/** What of an entry its figures follow from. */
export type Totalled = Pick<BillingEntry, 'lines' | 'pricesIncludeTax' | 'documentDiscount'>

/** The figures while they are typed, one line of totals for each line of the entry; what is not typed counts nothing. */
export function entryTotals(entry: Totalled, terms: BillingTerms): EntryTotals {
  const lines = entry.lines.map((line) => {
    const taxCode = terms.taxCodes.find(({ id }) => id === taxCodeIdOf(line, terms))
    const discount = line.discountPercent ?? 0
    return {
      quantity: line.quantity ?? 0,
      unitPrice: line.unitPrice ?? 0,
      discountPercent: isDiscountWithin(discount) ? discount : 0,
      taxes: (taxCode?.taxes ?? []).map((tax) => ({ ...tax, taxCode: tax.code })),
    }
  })
  const { documentDiscount: discount, pricesIncludeTax } = entry
  const { currency, taxRounding } = terms
  try {
    const undiscounted = invoiceTotals({ currency, taxRounding, lines, pricesIncludeTax })
    const isBeyond = discount !== null && isBeyondLines(discount, undiscounted)
    if (discount === null || isBeyond)
      return { ok: true, totals: roundedTotals(undiscounted, terms), isDiscountBeyond: isBeyond }
    const totals = invoiceTotals({ currency, taxRounding, lines, pricesIncludeTax, ...discountOfInput(discount) })
    return { ok: true, totals: roundedTotals(totals, terms), isDiscountBeyond: false }
  } catch (error: unknown) {
    // Said by the screen as "too large"; anything else is a defect.
    if (error instanceof RangeError) return { ok: false }
    throw error
  }
}
