import { ActionButton } from '../../ui/ActionButton.tsx'
import { FigureBar } from '../../ui/FactLine.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { Figure } from '../../ui/Figure.tsx'
import type { BillingState } from './use-billing-entry.ts'

/** The totals as they will be posted, and the keys that post. */
export function BillingFoot({ state, isPosting }: { readonly state: BillingState; readonly isPosting: boolean }) {
  return (
    <FigureBar figures={useFigures(state)}>
      <ActionButton action="document.postAndPrint" label="Post and print" />
      <ActionButton action="document.postAndNew" label="Post and next" />
      <ActionButton action="document.post" label={isPosting ? 'Posting' : 'Post'} variant="primary" />
    </FigureBar>
  )
}

function useFigures({ totals, terms }: BillingState) {
  const format = useFormat()
  if (!totals.ok) return [{ label: 'Total', value: 'Too large', tone: 'overdue' as const }]
  const { net, taxes, total, rounding, documentDiscount } = totals.totals
  const figure = (amount: number) => <Figure amount={amount} currency={terms.currency} />
  return [
    ...(documentDiscount === 0 ? [] : [{ label: 'Discount', value: figure(-documentDiscount) }]),
    { label: 'Net', value: figure(net) },
    ...taxes
      .filter(({ rate }) => rate !== 0)
      .map(({ taxCode, rate, tax }) => ({
        label: `Tax ${taxCode} ${format.decimal(rate)}%`,
        value: figure(tax),
      })),
    ...(rounding === 0 ? [] : [{ label: 'Rounding', value: figure(rounding) }]),
    { label: `Total ${terms.currency}`, value: figure(total) },
  ]
}
