import type { CompanyProfile } from '../../src-shared/company/contract/company.ts'
import type { ReceiptMethod } from '../../src-shared/domain/receipt-method.ts'
import { cashRoundingOf } from '../../src-shared/domain/amounts/cash-rounding.ts'
import type { RoundedCash } from '../../src-shared/domain/amounts/cash-rounding.ts'
import type { MinorUnits } from '../../src-shared/domain/amounts/money.ts'

/** How money is paid, as far as rounding to the smallest coin asks. */
export type HowPaid = Pick<RoundedCash, 'rule' | 'isCash' | 'isBaseCurrency'>

export const howPaid = (
  { settings, baseCurrency }: Pick<CompanyProfile, 'settings' | 'baseCurrency'>,
  method: ReceiptMethod,
  currency: string,
): HowPaid => ({ rule: settings, isCash: method === 'cash', isBaseCurrency: currency === baseCurrency })

/**
 * What the money is more than what it settles, where the smallest coin is the reason. Minor units.
 * @param isInFull whether all that is paid is settled: a part is paid in whole coins
 */
export const roundingOfPaid = (how: HowPaid, money: MinorUnits, settled: MinorUnits, isInFull: boolean): MinorUnits =>
  isInFull && settled > 0 ? cashRoundingOf({ ...how, money, settled }) : 0
