import { ONE } from '../../../../src-shared/domain/amounts/money.ts'
import { priceOfAmount } from '../../../../src-shared/domain/amounts/unit-price.ts'
import type { CompanyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import { roundingAccount } from '../../../ledger/facts/cash-rounding.ts'
import type { NewLine } from '../../../ledger/facts/documents/document.ts'

/** The last line of a document, which rounds its total to the smallest coin; none for 0. Minor units, signed as the total. */
export const roundingLines = (
  db: Readable,
  rules: CompanyRules,
  rounding: number,
  currency: string,
): readonly NewLine[] => {
  if (rounding === 0) return []
  const line = {
    productId: null,
    description: 'Rounding',
    quantity: ONE,
    unitPrice: priceOfAmount(rounding, currency),
    discountPercent: 0,
    net: rounding,
    taxCodeId: null,
    accountId: roundingAccount(db, rules),
    isRounding: true,
  }
  return [line]
}
