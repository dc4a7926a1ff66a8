import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import type { Fact } from '../../ui/FactLine.tsx'
import { Figure } from '../../ui/Figure.tsx'
import type { CurrencySum } from './currency-sums.ts'

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
