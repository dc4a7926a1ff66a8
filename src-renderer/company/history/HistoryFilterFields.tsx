import { api } from '../../api/client.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { CustomerPicker } from '../../entry/head/CustomerPicker.tsx'
import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { useConventions } from '../../ui/conventions.tsx'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { IdSelectField } from '../../ui/fields/IdSelectField.tsx'
import { Picker } from '../../ui/fields/Picker.tsx'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { kindOf, kindOptions, type Wanted } from './history-filter.ts'
import css from './history.module.css'

export type HistoryFilterFieldsProps = {
  readonly wanted: Wanted
  readonly onChange: (changes: Partial<Wanted>) => void
  /** The company's, which the amount is typed in. */
  readonly currency: string
}

/** By whom, what, when, of whom, which document and how much. */
export function HistoryFilterFields({ wanted, onChange, currency }: HistoryFilterFieldsProps) {
  const { workDate } = useConventions()
  const { data: people = [] } = useLedgerQuery('people.list', {})

  async function searchDocuments(text: string, signal: AbortSignal): Promise<readonly PickerOption[]> {
    const call = api.start('documents.list', { asOf: workDate, filter: text, limit: 12 })
    signal.addEventListener('abort', call.cancel, { once: true })
    const { rows } = await call.promise
    return rows.map(({ id, kind, number, customerName }) => ({
      key: String(id),
      code: number,
      name: `${documentKindName[kind]}, ${customerName}`,
    }))
  }

  return (
    <>
      <div className={css.person}>
        <IdSelectField
          label="Who"
          value={wanted.personId}
          onChange={(personId) => onChange({ personId })}
          none="Everybody"
          options={people.map(({ id, name }) => ({ id, label: name }))}
          autoFocus
        />
      </div>
      <div className={css.kind}>
        <SelectField
          label="What"
          value={wanted.kind ?? ''}
          onChange={(chosen) => onChange({ kind: kindOf(chosen) })}
          options={kindOptions}
        />
      </div>
      <DateField label="From" value={wanted.from} onChange={(from) => onChange({ from })} className={css.date ?? ''} />
      <DateField label="To" value={wanted.to} onChange={(to) => onChange({ to })} className={css.date ?? ''} />
      <div className={css.customer}>
        <CustomerPicker
          value={wanted.customer}
          onChange={(customer) => onChange({ customer })}
          other={{ label: 'Customer', name: 'customer', placeholder: 'Any' }}
        />
      </div>
      <div className={css.customer}>
        <Picker
          label="Document"
          name="document"
          noun="document"
          placeholder="Any number"
          value={wanted.document}
          onChange={(document) => onChange({ document })}
          search={searchDocuments}
        />
      </div>
      <AmountField
        label="Amount"
        value={wanted.amount}
        onChange={(amount) => onChange({ amount })}
        currency={currency}
        className={css.amount ?? ''}
      />
    </>
  )
}
