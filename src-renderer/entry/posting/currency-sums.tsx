import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import type { Fact } from '../../ui/FactLine.tsx'
import { Figure } from '../../ui/Figure.tsx'

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

/** The figures at the foot: of one currency its parts and their total, of several the total of each. */
export function sumFigures<Sum extends CurrencySum>(
  sums: readonly Sum[],
  partsOf: (sum: Sum) => Readonly<Record<string, MinorUnits>>,
): readonly Fact[] {
  const saysWhich = sums.length > 1
  return sums.flatMap((sum) => {
    const figure = (amount: number) => <Figure amount={amount} currency={sum.currency} />
    const parts = saysWhich ? [] : Object.entries(partsOf(sum))
    return [
      ...parts.map(([label, amount]) => ({ label, value: figure(amount) })),
      { label: saysWhich ? `Total ${sum.currency}` : 'Total', value: figure(sum.total) },
    ]
  })
}
