import type { CustomerRow } from '../../../src-shared/customers/contract/customers.ts'
import { sum } from '../../../src-shared/domain/amounts/money.ts'

/** Minor units of `currency`. */
export type CustomerTotals = { readonly currency: string; readonly balance: number; readonly overdue: number }

/** What all customers shown owe together; null when they are billed in more than one currency, or there are none. */
export function customerTotals(rows: readonly CustomerRow[]): CustomerTotals | null {
  const currency = rows[0]?.currency
  if (currency === undefined || hasSeveralCurrencies(rows)) return null
  return {
    currency,
    balance: sum(rows.map((row) => row.balance)),
    overdue: sum(rows.map((row) => row.overdue)),
  }
}

export const hasSeveralCurrencies = (rows: readonly CustomerRow[]): boolean =>
  rows.some(({ currency }) => currency !== rows[0]?.currency)
