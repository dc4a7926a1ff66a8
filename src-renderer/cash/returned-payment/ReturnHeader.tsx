import { useMemo } from 'react'
import type { DocumentView } from '../../../src-shared/ledger/contract/documents.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { bindFields } from '../../entry/head/bind-fields.ts'
import type { Update } from '../../entry/head/bind-fields.ts'
import { EntryHead, HeadRow, Place } from '../../entry/head/EntryHead.tsx'
import { MemoField } from '../../entry/head/text-fields.tsx'
import { RatePlace } from '../../entry/head/RateField.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import type { Format } from '../../ui/conventions.tsx'
import type { Fact } from '../../ui/FactLine.tsx'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { Picker } from '../../ui/fields/Picker.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { withReceipt } from './entry.ts'
import type { Bearer, ReturnEntry } from './entry.ts'
import { receiptSearch } from './receipt-search.ts'

export type ReturnHeaderProps = {
  readonly entry: ReturnEntry
  readonly update: Update<ReturnEntry>
  /** The receipt chosen, once it is read. */
  readonly receipt: DocumentView | null
  readonly baseCurrency: string
  readonly errors: FieldErrors
}

const bearers = [
  { value: 'customer', label: 'Charge the customer' },
  { value: 'company', label: 'The company bears it' },
] as const satisfies readonly { value: Bearer; label: string }[]

/** The receipt, the day, the bank's fee and who bears it. */
export function ReturnHeader({ entry, update, receipt, baseCurrency, errors }: ReturnHeaderProps) {
  const { workDate } = useConventions()
  const format = useFormat()
  const field = bindFields(entry, update, errors)
  const search = useMemo(() => receiptSearch(workDate, format), [workDate, format])
  const currency = receipt?.currency ?? baseCurrency
  return (
    <EntryHead facts={receipt === null ? [] : factsOf(receipt, format)}>
      <HeadRow>
        <Place width={2}>
          <Picker
            label="Receipt"
            noun="receipt"
            placeholder="Number, check number or amount"
            {...field('receipt')}
            onChange={(picked) => update((before) => withReceipt(before, picked))}
            search={search}
            quick
            required
            autoFocus={entry.receipt === null}
          />
        </Place>
        <Place width={1.1}>
          <DateField label="Returned on" {...field('date')} quick required autoFocus={entry.receipt !== null} />
        </Place>
        <Place width={1.1}>
          <AmountField
            label="Bank’s fee"
            {...field('fee')}
            onChange={(fee) => update((before) => ({ ...before, fee, feeCurrency: currency }))}
            currency={currency}
            quick
          />
        </Place>
        <Place width={1.3}>
          <SelectField
            label="Who bears it"
            {...field('bearer')}
            options={bearers}
            isDisabled={(entry.fee ?? 0) === 0}
          />
        </Place>
        {(entry.fee ?? 0) !== 0 && (
          <RatePlace {...field('rate')} currency={currency} baseCurrency={baseCurrency} date={entry.date} />
        )}
      </HeadRow>
      <MemoField
        label="Reason"
        {...field('reason')}
        placeholder="As the bank gives it: no funds, account closed, stopped"
        quick
      />
    </EntryHead>
  )
}

const factsOf = (receipt: DocumentView, format: Format): readonly Fact[] => [
  { label: 'Payment of', value: receipt.customerName },
  { label: 'Received', value: format.dateWithDay(receipt.documentDate) },
  { label: 'Amount', value: <Figure amount={-receipt.total} currency={receipt.currency} showCurrency /> },
  ...(receipt.reference === '' ? [] : [{ label: 'Reference', value: receipt.reference }]),
  ...(receipt.voidWith.length === 0
    ? []
    : [{ label: 'Void with it', value: receipt.voidWith.map(({ number }) => number).join(', ') }]),
  ...(receipt.batch?.isClosed ? [{ label: 'Closed batch', value: receipt.batch.name }] : []),
]
