import { bindFields } from '../../entry/head/bind-fields.ts'
import { EntryHead, HeadRow, Place } from '../../entry/head/EntryHead.tsx'
import { MemoField, PlainReferenceField } from '../../entry/head/text-fields.tsx'
import { CheckField } from '../../ui/fields/CheckField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { creditSteps } from './credit-preview.ts'
import type { InvoiceCreditState } from './use-invoice-credit.ts'

/** Which invoice is credited, when and why. */
export function InvoiceCreditHeader({ state }: { readonly state: InvoiceCreditState }) {
  const { entry, invoice, creditable, update, form } = state
  const field = bindFields(entry, update, form.errors)
  const format = useFormat()
  const withTax = (label: string, tax: number): string =>
    tax === 0 ? label : `${label}, ${format.amount(tax, invoice.currency)} tax`
  const figure = (amount: number) => <Figure amount={amount} currency={invoice.currency} />
  return (
    <EntryHead
      facts={[
        { label: 'Customer', value: `${invoice.customerCode} ${invoice.customerName}` },
        { label: 'Dated', value: format.date(invoice.documentDate) },
        ...creditSteps(creditable).map(({ label, amount, tax }) => ({
          label: withTax(label, tax),
          value: figure(amount),
        })),
        { label: 'Open', value: figure(invoice.open) },
      ]}
    >
      <HeadRow>
        <Place width={1.1}>
          <DateField label="Credit note date" {...field('documentDate')} required />
        </Place>
        <Place width={1}>
          <PlainReferenceField {...field('reference')} placeholder={invoice.number} />
        </Place>
        <Place width={2.4}>
          <MemoField label="Reason" {...field('memo')} quick autoFocus />
        </Place>
        <Place width="190px" isCheck>
          <CheckField label="Apply to the invoice" {...field('apply')} />
        </Place>
      </HeadRow>
    </EntryHead>
  )
}
