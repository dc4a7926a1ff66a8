import type { CustomerCard } from '../../../src-shared/contract/customers.ts'
import { FactLine } from '../../ui/FactLine.tsx'
import { Figure } from '../../ui/Figure.tsx'
import css from '../entry.module.css'

/** What is known of the customer under the head of an entry; nothing before one is chosen. */
export function CustomerFacts({ card }: { readonly card: CustomerCard | null }) {
  if (card === null) return null
  const figure = (amount: number) => <Figure amount={amount} currency={card.customer.currency} />
  return (
    <div className={css.facts}>
      <FactLine
        facts={[
          { label: 'Balance', value: figure(card.balance) },
          { label: 'Overdue', value: figure(card.overdue), tone: card.overdue > 0 ? 'overdue' : undefined },
          { label: 'Unapplied', value: figure(card.unapplied) },
        ]}
      />
    </div>
  )
}
