import type { RecurringBody } from '../../../../src-shared/billing/contract/recurring.ts'
import { documentRounding } from '../../../../src-shared/domain/amounts/cash-rounding.ts'
import { invoiceTotals } from '../../../../src-shared/ledger/rules/document-totals/invoice-totals.ts'
import type { CompanyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import { taxesOfCode } from '../../../company/queries/setup/code-taxes.ts'

/** What an invoice with this body would come to, in minor units. */
export const bodyTotal = (db: Readable, body: RecurringBody, currency: string, rules: CompanyRules): number => {
  const { lines, pricesIncludeTax, documentDiscount: discount } = body
  const { total } = invoiceTotals({
    currency,
    pricesIncludeTax,
    taxRounding: rules.settings.taxRounding,
    lines: lines.map((line) => ({
      ...line,
      taxes:
        line.taxCodeId === null
          ? []
          : taxesOfCode(db, line.taxCodeId).map((tax) => ({ ...tax, taxCode: String(tax.taxCodeId) })),
    })),
    ...(discount?.kind === 'percent' ? { documentDiscountPercent: discount.percent } : {}),
    ...(discount?.kind === 'amount' ? { documentDiscountAmount: discount.amount } : {}),
  })
  return total + documentRounding(total, rules.settings, currency, rules.baseCurrency)
}
