import type { RecurringBody } from '../../../src-shared/contract/recurring.ts'
import { invoiceTotals } from '../../../src-shared/domain/invoice-totals.ts'
import type { CompanyRules } from '../../db/company.ts'
import type { Readable } from '../../db/connection.ts'

/** What an invoice with this body would come to, in minor units. */
export const bodyTotal = (db: Readable, body: RecurringBody, currency: string, rules: CompanyRules): number => {
  const { lines, pricesIncludeTax, documentDiscount: discount } = body
  return invoiceTotals({
    currency,
    pricesIncludeTax,
    taxRounding: rules.settings.taxRounding,
    lines: lines.map((line) => ({
      ...line,
      taxCode: line.taxCodeId === null ? null : String(line.taxCodeId),
      taxRate:
        line.taxCodeId === null
          ? null
          : (db.value<number>('SELECT rate FROM tax_code WHERE id = ?', [line.taxCodeId]) ?? null),
    })),
    ...(discount?.kind === 'percent' ? { documentDiscountPercent: discount.percent } : {}),
    ...(discount?.kind === 'amount' ? { documentDiscountAmount: discount.amount } : {}),
  }).total
}
