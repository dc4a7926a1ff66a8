import { ActionButton } from '../../ui/ActionButton.tsx'
import { FigureBar } from '../../ui/FactLine.tsx'
import type { Fact } from '../../ui/FactLine.tsx'
import { Figure } from '../../ui/Figure.tsx'
import type { ReceiptState } from './use-receipt-entry.ts'

/** Where the money goes, always in sight, and the keys that post. */
export function ReceiptFoot({ state, isPosting }: { readonly state: ReceiptState; readonly isPosting: boolean }) {
  return (
    <FigureBar figures={figuresOf(state)}>
      <ActionButton action="document.post" label={isPosting ? 'Posting' : 'Post'} />
      <ActionButton action="document.postAndNew" label="Post and next" variant="primary" />
    </FigureBar>
  )
}

function figuresOf({ summary, currency }: ReceiptState): readonly Fact[] {
  const figure = (amount: number) => <Figure amount={amount} currency={currency} />
  return [
    { label: 'Amount', value: figure(summary.amount) },
    { label: 'Applied', value: figure(summary.applied) },
    { label: 'Discounts', value: figure(summary.discounts) },
    ...(summary.writeOffs === 0 ? [] : [{ label: 'Write-offs', value: figure(summary.writeOffs) }]),
    ...(summary.deducted === 0 ? [] : [{ label: 'Deducted', value: figure(summary.deducted) }]),
    ...summary.givenElsewhere.map(({ currency: of, amount }) => ({
      label: `Given in ${of}`,
      value: <Figure amount={amount} currency={of} />,
    })),
    ...(summary.rounding === 0 ? [] : [{ label: 'Rounding', value: figure(summary.rounding) }]),
    { label: 'Credits used', value: figure(summary.creditsUsed) },
    { label: 'Unapplied', value: figure(summary.unapplied), tone: summary.unapplied < 0 ? 'overdue' : undefined },
  ]
}
