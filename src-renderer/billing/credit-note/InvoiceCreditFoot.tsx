import { ActionButton } from '../../ui/ActionButton.tsx'
import { FigureBar } from '../../ui/FactLine.tsx'
import { Figure } from '../../ui/Figure.tsx'
import type { InvoiceCreditState } from './use-invoice-credit.ts'

/** What the credit note comes to and what stays open, and the keys that post. */
export function InvoiceCreditFoot({ state }: { readonly state: InvoiceCreditState }) {
  const { invoice, preview, form } = state
  const figure = (amount: number) => <Figure amount={amount} currency={invoice.currency} />
  return (
    <FigureBar
      figures={[
        { label: 'Net', value: figure(preview.net) },
        { label: 'Tax', value: figure(preview.tax) },
        ...(preview.lessReductions === 0
          ? []
          : [{ label: 'Given away before', value: figure(0 - preview.lessReductions) }]),
        ...(preview.rounding === 0 ? [] : [{ label: 'Rounding', value: figure(preview.rounding) }]),
        { label: `Total ${invoice.currency}`, value: figure(preview.total) },
        { label: `${invoice.number} stays open`, value: figure(preview.invoiceOpen) },
        ...(preview.unapplied === 0 ? [] : [{ label: 'Unapplied credit', value: figure(preview.unapplied) }]),
      ]}
    >
      <ActionButton action="document.postAndPrint" label="Post and print" />
      <ActionButton action="document.post" label={form.isSending ? 'Posting' : 'Post'} variant="primary" />
    </FigureBar>
  )
}
