import type { AgingReport } from '../../../src-shared/reports/contract/aging.ts'
import type { TieOut } from '../../../src-shared/reports/contract/ledger.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'

/** Whether the report's total is what the control account holds; minor units of the report's currency. */
export type Tie =
  | { readonly kind: 'equal'; readonly account: string }
  | { readonly kind: 'different'; readonly account: string; readonly difference: MinorUnits }
  /** The account was summed for another day or currency than the report. */
  | { readonly kind: 'unknown' }

/** The report against the control account; the total shown is compared, not a sum made elsewhere. */
export function tieOf(report: AgingReport | undefined, tieOut: TieOut | undefined): Tie {
  if (report === undefined || tieOut === undefined) return { kind: 'unknown' }
  if (report.asOf !== tieOut.asOf || report.currency !== tieOut.currency || report.in !== tieOut.in)
    return { kind: 'unknown' }
  const name = `${tieOut.account.code} ${tieOut.account.name}`
  // One currency of several is a part of what the account holds.
  const account = report.in === 'base' ? name : `${name}, ${report.currency} items`
  const difference = report.totals.total - tieOut.controlAccount
  return difference === 0 ? { kind: 'equal', account } : { kind: 'different', account, difference }
}

/** The last two buckets stand out among three or more late ones; among fewer, the last. */
export const isOldBucket = (index: number, count: number): boolean => index > 0 && index >= count - (count > 3 ? 2 : 1)

/** "8 customers, 98 open items". */
export const countText = (customers: number, items: number): string =>
  `${customers} ${customers === 1 ? 'customer' : 'customers'}, ${items} open ${items === 1 ? 'item' : 'items'}`

/** Every currency as the books carry it, in the company's: what the list of currencies says for it, and its value there. */
export const IN_BASE = 'base'

/** The currencies to choose from; more than one also as a whole. */
export const currencyChoices = (
  currencies: readonly string[],
  baseCurrency: string,
): readonly { readonly value: string; readonly label: string }[] => [
  ...currencies.map((code) => ({ value: code, label: code })),
  ...(currencies.length > 1 ? [{ value: IN_BASE, label: `all, in ${baseCurrency}` }] : []),
]

/** What the ledger is asked for a choice. */
export const currencyOfChoice = (
  choice: string,
): { readonly currency: string | null; readonly in: 'currency' | 'base' } =>
  choice === IN_BASE ? { currency: null, in: 'base' } : { currency: choice, in: 'currency' }
