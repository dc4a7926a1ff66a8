import { useMemo } from 'react'
import type { TaxCodeRow } from '../../../src-shared/contract/setup.ts'
import { useCommand } from '../../api/queries.tsx'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { DecimalField } from '../../ui/fields/DecimalField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { useNotices } from '../../ui/Notices.tsx'
import { accountColumn } from './account-column.ts'
import { accountOptions } from './account-options.ts'
import { CodeAndName } from './CodeAndName.tsx'
import { RenameCard } from './RenameCard.tsx'
import { SetupFormCard } from './SetupFormCard.tsx'
import { SetupList } from './SetupList.tsx'
import { useOpenedRow } from './use-opened-row.ts'
import { checkCodeAndName, fieldsNamed, useSetupForm } from './use-setup-form.ts'

type TaxCodeEntry = {
  readonly code: string
  readonly name: string
  readonly rate: number | null
  readonly accountId: string
}

const keyOf = (row: TaxCodeRow): string => String(row.id)

const check = (entry: TaxCodeEntry) => ({
  ...checkCodeAndName(entry),
  ...(entry.rate === null ? { rate: 'Enter the rate, 0 for none.' } : {}),
})

export function TaxCodesSetup({ setup }: { readonly setup: EntrySetup }) {
  const { accounts, taxCodes } = setup
  const format = useFormat()
  const create = useCommand('taxCodes.create')
  const rename = useCommand('taxCodes.rename')
  const { opened, openedKey, open, close } = useOpenedRow(taxCodes)
  const { say } = useNotices()
  const taxAccount = accounts.find(({ roles }) => roles.includes('tax'))
  const blank: TaxCodeEntry = { code: '', name: '', rate: null, accountId: String(taxAccount?.id ?? '') }
  const form = useSetupForm({
    keepAs: 'taxCodes',
    start: blank,
    check,
    fieldOf: fieldsNamed('code', 'name', 'rate', 'accountId'),
    send: async (entry) => {
      // `check` let no empty rate through.
      await create.run({ ...entry, rate: entry.rate ?? 0, accountId: Number(entry.accountId) })
      say(`Tax code ${entry.code.trim()} is added.`, { tone: 'ok' })
      form.replace(blank)
    },
  })
  const columns = useMemo(
    (): readonly GridColumn<TaxCodeRow>[] => [
      { id: 'code', title: 'Code', width: 100, value: (row) => row.code },
      { id: 'name', title: 'Name', width: 180, grow: 1, value: (row) => row.name },
      {
        id: 'rate',
        title: 'Rate',
        width: 80,
        align: 'end',
        value: (row) => row.rate,
        text: (row) => `${format.decimal(row.rate)}%`,
      },
      accountColumn(accounts),
    ],
    [accounts, format],
  )
  return (
    <SetupList
      label="Tax codes"
      layoutId="tax-codes"
      rows={taxCodes}
      columns={columns}
      rowKey={keyOf}
      typeToSelect="code"
      onOpen={open}
    >
      {opened !== undefined && (
        <RenameCard
          key={openedKey}
          what="Tax code"
          row={opened}
          note={`${format.decimal(opened.rate)}% stays: invoices were taxed by it. Enter a new code for another rate.`}
          rename={rename.run}
          onDone={close}
          newLabel="New tax code"
        />
      )}
      {opened === undefined && (
        <SetupFormCard title="New tax code" form={form} saveLabel="Add tax code">
          <CodeAndName form={form} />
          <FieldRow columns="minmax(0, 1fr) minmax(0, 2fr)">
            <DecimalField
              label="Rate"
              name="rate"
              value={form.entry.rate}
              onChange={(rate) => form.change({ rate })}
              error={form.errors['rate']}
              suffix="%"
              quick
              required
            />
            <SelectField
              label="Collected on account"
              name="accountId"
              value={form.entry.accountId}
              onChange={(accountId) => form.change({ accountId })}
              options={accountOptions(accounts, 'liability')}
              error={form.errors['accountId']}
            />
          </FieldRow>
        </SetupFormCard>
      )}
    </SetupList>
  )
}
