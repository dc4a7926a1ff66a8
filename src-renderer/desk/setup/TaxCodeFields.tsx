import { useMemo } from 'react'
import type { AccountRow, TaxCodeRow } from '../../../src-shared/company/contract/setup.ts'
import type { Format } from '../../ui/conventions.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { PercentField } from '../../ui/fields/DecimalField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { EntryGrid } from '../../ui/grid/EntryGrid.tsx'
import type { EntryColumn } from '../../ui/grid/entry-column.ts'
import { accountOptions } from './account-options.ts'
import { CodeAndName } from './CodeAndName.tsx'
import { isBlankTax, newTaxRow, singleTaxes } from './tax-code-entry.ts'
import type { TaxCodeEntry, TaxRow } from './tax-code-entry.ts'
import type { SetupForm } from './use-setup-form.ts'
import css from './setup.module.css'

const charges = [
  { value: 'one', label: 'One tax' },
  { value: 'several', label: 'Several taxes in order' },
] as const

const columnsOf = (taxCodes: readonly TaxCodeRow[], format: Format): readonly EntryColumn<TaxRow>[] => [
  {
    kind: 'select',
    id: 'taxCodeId',
    title: 'Tax',
    width: 150,
    grow: 1,
    quick: true,
    options: [
      { value: '', label: '' },
      ...singleTaxes(taxCodes).map(({ id, code, rate }) => ({
        value: String(id),
        label: `${code} ${format.decimal(rate)}%`,
      })),
    ],
    value: (row) => row.taxCodeId,
    change: (row, taxCodeId) => ({ ...row, taxCodeId }),
  },
  {
    kind: 'select',
    id: 'on',
    title: 'Charged on',
    width: 170,
    quick: true,
    options: [
      { value: 'net', label: 'The net' },
      { value: 'earlier', label: 'Net and taxes above' },
    ],
    value: (row) => row.on,
    change: (row, on) => ({ ...row, on: on === 'earlier' ? 'earlier' : 'net' }),
  },
]

const keyOf = (row: TaxRow): string => row.key

export type TaxCodeFieldsProps = {
  readonly form: SetupForm<TaxCodeEntry>
  readonly accounts: readonly AccountRow[]
  readonly taxCodes: readonly TaxCodeRow[]
}

export function TaxCodeFields({ form, accounts, taxCodes }: TaxCodeFieldsProps) {
  const { entry, change, errors } = form
  return (
    <>
      <CodeAndName form={form} />
      <SelectField
        label="Charges"
        name="charges"
        value={entry.charges}
        onChange={(value) => change({ charges: value })}
        options={charges}
      />
      {entry.charges === 'one' ? (
        <FieldRow columns="minmax(0, 1fr) minmax(0, 2fr)">
          <PercentField
            label="Rate"
            name="rate"
            value={entry.rate}
            onChange={(rate) => change({ rate })}
            error={errors['rate']}
            suffix="%"
            quick
            required
          />
          <SelectField
            label="Collected on account"
            name="accountId"
            value={entry.accountId}
            onChange={(accountId) => change({ accountId })}
            options={accountOptions(accounts, 'liability')}
            error={errors['accountId']}
          />
        </FieldRow>
      ) : (
        <SeveralTaxes form={form} taxCodes={taxCodes} />
      )}
    </>
  )
}

function SeveralTaxes({ form, taxCodes }: Pick<TaxCodeFieldsProps, 'form' | 'taxCodes'>) {
  const format = useFormat()
  const columns = useMemo(() => columnsOf(taxCodes, format), [taxCodes, format])
  return (
    <>
      <div className={css.instalments}>
        <EntryGrid
          label="Taxes"
          rows={form.entry.taxes}
          columns={columns}
          rowKey={keyOf}
          newRow={newTaxRow}
          isBlank={isBlankTax}
          errors={form.errors}
          errorPath="taxes"
          onChange={(taxes) => form.change({ taxes })}
        />
      </div>
      <p className={css.note}>
        Each tax is a code of its own, with its rate and account. Add those first; documents show them apart.
      </p>
    </>
  )
}
