import type { ReactNode } from 'react'
import type { CurrencyLimitStanding, CustomerCard } from '../../../src-shared/customers/contract/customers.ts'
import type { Format } from '../../ui/conventions.tsx'
import type { Fact } from '../../ui/FactLine.tsx'
import { Figure } from '../../ui/Figure.tsx'

/** What a clerk asks of a customer first. */
export function cardFacts(card: CustomerCard, format: Format): readonly Fact[] {
  const { currency, creditLimit } = card.customer
  const figure = (amount: number) => <Figure amount={amount} currency={currency} />
  return [
    { label: 'Balance', value: <Figure amount={card.balance} currency={currency} showCurrency /> },
    ...otherFacts(card),
    { label: 'Overdue', value: figure(card.overdue), tone: card.overdue > 0 ? 'overdue' : undefined },
    { label: 'Unapplied', value: figure(card.unapplied) },
    ...(creditLimit === null ? [] : limitFacts(card, creditLimit, figure)),
    ...card.currencyLimits.flatMap(currencyLimitFacts),
    { label: 'Usually pays', value: habit(card.averageDaysLate) },
    {
      label: 'Last payment',
      value:
        card.lastReceipt === null
          ? 'none yet'
          : `${format.date(card.lastReceipt.date)}, ${format.amount(card.lastReceipt.amount, card.lastReceipt.currency)}${card.lastReceipt.currency === currency ? '' : ` ${card.lastReceipt.currency}`}`,
    },
  ]
}

/** What is open in other currencies, and all of it in the company's own. */
function otherFacts({ others, inBase }: CustomerCard): readonly Fact[] {
  if (others.length === 0) return []
  return [
    ...others.map(({ currency, balance, overdue }) => ({
      label: `Balance in ${currency}`,
      value: <Figure amount={balance} currency={currency} />,
      tone: overdue > 0 ? ('overdue' as const) : undefined,
    })),
    { label: 'All together', value: <Figure amount={inBase.balance} currency={inBase.currency} showCurrency /> },
  ]
}

/** What is open and what drafts will bill, against the limit. */
function limitFacts(card: CustomerCard, limit: number, figure: (amount: number) => ReactNode): readonly Fact[] {
  if (card.exposure === null) return [{ label: 'Credit limit', value: figure(limit) }]
  const { open, drafts } = card.exposure
  const exposure = open + drafts
  const left = limit - exposure
  return [
    { label: 'Credit limit', value: figure(limit) },
    ...(drafts === 0
      ? []
      : [
          { label: 'In drafts', value: figure(drafts) },
          { label: 'Exposure', value: figure(exposure) },
        ]),
    left < 0
      ? { label: 'Over the credit limit by', value: figure(0 - left), tone: 'overdue' }
      : { label: 'Credit left', value: figure(left) },
  ]
}

/** What is left of the limit of one currency, which holds besides. */
function currencyLimitFacts({ currency, limit, open, drafts }: CurrencyLimitStanding): readonly Fact[] {
  const left = limit - open - drafts
  const figure = (amount: number) => <Figure amount={amount} currency={currency} />
  return [
    { label: `Limit for ${currency}`, value: figure(limit) },
    left < 0
      ? { label: `Over the limit for ${currency} by`, value: figure(0 - left), tone: 'overdue' }
      : { label: `Credit left in ${currency}`, value: figure(left) },
  ]
}

/** Mean days after the due date of the last twelve months, as one says it. */
export function habit(averageDaysLate: number | null): string {
  if (averageDaysLate === null) return 'not known yet'
  const days = Math.round(averageDaysLate)
  if (days <= 0) return 'on time'
  return `${days} ${days === 1 ? 'day' : 'days'} late`
}
