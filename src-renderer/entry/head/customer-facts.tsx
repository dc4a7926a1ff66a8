import type { CustomerCard } from '../../../src-shared/customers/contract/customers.ts'
import type { Fact } from '../../ui/FactLine.tsx'
import { Figure } from '../../ui/Figure.tsx'

/** What is known of the customer under the head of an entry; nothing before one is chosen. */
export function customerFacts(card: CustomerCard | null): readonly Fact[] {
  if (card === null) return []
  const figure = (amount: number) => <Figure amount={amount} currency={card.customer.currency} />
  return [
    { label: 'Balance', value: <Figure amount={card.balance} currency={card.customer.currency} showCurrency /> },
    ...card.others.map(({ currency, balance }) => ({
      label: `In ${currency}`,
      value: <Figure amount={balance} currency={currency} />,
    })),
    { label: 'Overdue', value: figure(card.overdue), tone: card.overdue > 0 ? 'overdue' : undefined },
    { label: 'Unapplied', value: figure(card.unapplied) },
  ]
}
