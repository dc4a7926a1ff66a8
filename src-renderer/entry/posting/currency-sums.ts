import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'

export type CurrencySum = { readonly currency: string; readonly total: MinorUnits }

/** Sums by currency; the company's own stands first, also while it has none. */
export function byCurrency<Item extends { readonly currency: string }, Sum>(
  items: readonly Item[],
  baseCurrency: string,
  sumOf: (own: readonly Item[], currency: string) => Sum,
): readonly Sum[] {
  const currencies = [...new Set([baseCurrency, ...items.map(({ currency }) => currency)])]
  return currencies.map((currency) =>
    sumOf(
      items.filter((item) => item.currency === currency),
      currency,
    ),
  )
}
