import { useMemo } from 'react'
import type { DocumentView } from '../../../src-shared/contract/documents.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { FactLine } from '../../ui/FactLine.tsx'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { Picker } from '../../ui/fields/Picker.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { Figure } from '../../ui/Figure.tsx'
import type { Bearer, ReturnEntry } from './entry.ts'
import { receiptSearch } from './receipt-search.ts'
import css from '../../entry/entry.module.css'

export type ReturnHeaderProps = {
  readonly entry: ReturnEntry
  readonly onChange: (entry: ReturnEntry) => void
  /** The receipt chosen, once it is read. */
  readonly receipt: DocumentView | null
  readonly currency: string
  readonly errors: FieldErrors
}

const bearers = [
  { value: 'customer', label: 'Charge the customer' },
  { value: 'company', label: 'The company bears it' },
] as const satisfies readonly { value: Bearer; label: string }[]

/** The receipt, the day, the bank's fee and who bears it. */
export function ReturnHeader({ entry, onChange, receipt, currency, errors }: ReturnHeaderProps) {
  const { workDate } = useConventions()
  const format = useFormat()
  const search = useMemo(() => receiptSearch(workDate, format), [workDate, format])
  const change = (changes: Partial<ReturnEntry>): void => onChange({ ...entry, ...changes })
  return (
    <>
      <div className={css.fields}>
        <FieldRow columns="minmax(0, 2fr) minmax(0, 1.1fr) minmax(0, 1.1fr) minmax(0, 1.3fr)">
          <Picker
            label="Receipt"
            name="receipt"
            noun="receipt"
            placeholder="Number, check number or amount"
            value={entry.receipt}
            onChange={(picked) => change({ receipt: picked })}
            search={search}
            error={errors['receipt']}
            quick
            required
            autoFocus={entry.receipt === null}
          />
          <DateField
            label="Returned on"
            name="date"
            value={entry.date}
            onChange={(date) => change({ date })}
            error={errors['date']}
            quick
            required
            autoFocus={entry.receipt !== null}
          />
          <AmountField
            label="Bank’s fee"
            name="fee"
            currency={currency}
            value={entry.fee}
            onChange={(fee) => change({ fee })}
            error={errors['fee']}
            quick
          />
          <SelectField
            label="Who bears it"
            name="bearer"
            value={entry.bearer}
            onChange={(bearer) => change({ bearer })}
            options={bearers}
            isDisabled={(entry.fee ?? 0) === 0}
          />
        </FieldRow>
        <TextField
          label="Reason"
          name="reason"
          value={entry.reason}
          onChange={(reason) => change({ reason })}
          error={errors['reason']}
          placeholder="As the bank gives it: no funds, account closed, stopped"
          maxLength={1000}
          quick
        />
      </div>
      {receipt !== null && (
        <div className={css.facts}>
          <FactLine
            facts={[
              { label: 'Payment of', value: receipt.customerName },
              { label: 'Received', value: format.dateWithDay(receipt.documentDate) },
              { label: 'Amount', value: <Figure amount={-receipt.total} currency={currency} /> },
              ...(receipt.reference === '' ? [] : [{ label: 'Reference', value: receipt.reference }]),
            ]}
          />
        </div>
      )}
    </>
  )
}
