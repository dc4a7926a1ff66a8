import { CheckField } from '../../ui/fields/CheckField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { FactLine } from '../../ui/FactLine.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { Figure } from '../../ui/Figure.tsx'
import css from '../../entry/entry.module.css'
import type { InvoiceCreditState } from './use-invoice-credit.ts'

/** Which invoice is credited, when and why. */
export function InvoiceCreditHeader({ state }: { readonly state: InvoiceCreditState }) {
  const { entry, invoice, change, errors } = state
  const format = useFormat()
  const figure = (amount: number) => <Figure amount={amount} currency={invoice.currency} />
  return (
    <>
      <div className={css.fields}>
        <FieldRow columns="minmax(0, 1.1fr) minmax(0, 1fr) minmax(0, 2.4fr) 190px">
          <DateField
            label="Credit note date"
            name="documentDate"
            value={entry.documentDate}
            onChange={(documentDate) => change({ documentDate })}
            error={errors['documentDate']}
            required
          />
          <TextField
            label="Reference"
            name="reference"
            value={entry.reference}
            onChange={(reference) => change({ reference })}
            error={errors['reference']}
            maxLength={64}
            placeholder={invoice.number}
          />
          <TextField
            label="Reason"
            name="memo"
            value={entry.memo}
            onChange={(memo) => change({ memo })}
            error={errors['memo']}
            maxLength={1000}
            quick
            autoFocus
          />
          <CheckField
            label="Apply to the invoice"
            value={entry.apply}
            onChange={(apply) => change({ apply })}
            className={css.beside}
          />
        </FieldRow>
      </div>
      <div className={css.facts}>
        <FactLine
          facts={[
            { label: 'Customer', value: `${invoice.customerCode} ${invoice.customerName}` },
            { label: 'Dated', value: format.date(invoice.documentDate) },
            { label: 'Total', value: figure(invoice.total) },
            { label: 'Open', value: figure(invoice.open) },
          ]}
        />
      </div>
    </>
  )
}
