import { useMemo } from 'react'
import { reasonKinds, type ReasonCodeRow, type ReasonKind } from '../../../src-shared/company/contract/policies.ts'
import type { AccountRow } from '../../../src-shared/company/contract/setup.ts'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckField } from '../../ui/fields/CheckField.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { useNotices } from '../../ui/Notices.tsx'
import { accountColumn, accountOptions } from './account-options.ts'
import { CodeAndName } from './CodeAndName.tsx'
import { SetupFormCard } from './SetupFormCard.tsx'
import { SetupList } from './SetupList.tsx'
import { checkCodeAndName, fieldsNamed, useSetupForm } from './use-setup-form.ts'

const kindName = {
  write_off: 'Write-off',
  bad_debt: 'Bad debt',
  allowance: 'Allowance',
  small_balance: 'Small balance',
} as const satisfies Record<ReasonKind, string>
const kinds = reasonKinds.map((kind) => ({ value: kind, label: kindName[kind] }))
const keyOf = (row: ReasonCodeRow): string => String(row.id)

type ReasonEntry = {
  readonly stored: { readonly id: number; readonly version: number } | null
  readonly code: string
  readonly name: string
  readonly kind: ReasonKind
  readonly accountId: string
  readonly archived: boolean
}

const reasonEntry = ({ id, version, accountId, ...row }: ReasonCodeRow): ReasonEntry => ({
  stored: { id, version },
  code: row.code,
  name: row.name,
  kind: row.kind,
  accountId: String(accountId),
  archived: row.archived,
})

/** Reasons of adjustments: Enter on one brings it into the form. */
export function ReasonsSetup({ accounts }: { readonly accounts: readonly AccountRow[] }) {
  const { data: reasons = [] } = useLedgerQuery('reasonCodes.list', {})
  const create = useCommand('reasonCodes.create')
  const update = useCommand('reasonCodes.update')
  const { say } = useNotices()
  const usual = accounts.find(({ roles }) => roles.includes('write_off'))
  const blank: ReasonEntry = {
    stored: null,
    code: '',
    name: '',
    kind: 'write_off',
    accountId: String(usual?.id ?? ''),
    archived: false,
  }
  const form = useSetupForm<ReasonEntry>({
    keepAs: 'reasons',
    start: blank,
    check: checkCodeAndName,
    fieldOf: fieldsNamed('code', 'name', 'kind', 'accountId'),
    send: async ({ stored, archived, ...typed }) => {
      const reason = { ...typed, accountId: Number(typed.accountId) }
      if (stored === null) await create.run(reason)
      else await update.run({ ...stored, ...reason, archived })
      say(`Reason ${typed.code.trim()} is ${stored === null ? 'added' : archived ? 'archived' : 'changed'}.`, {
        tone: 'ok',
      })
      form.replace(blank)
    },
  })
  const { entry, change, errors } = form
  const columns = useMemo(
    (): readonly GridColumn<ReasonCodeRow>[] => [
      { id: 'code', kind: 'code', title: 'Code', width: 110, value: (row) => row.code },
      { id: 'name', kind: 'text', title: 'Name', width: 160, grow: 1, value: (row) => row.name },
      { id: 'kind', kind: 'choice', title: 'Kind', width: 110, value: (row) => kindName[row.kind] },
      accountColumn(accounts),
      { id: 'state', kind: 'choice', title: '', width: 80, value: (row) => (row.archived ? 'archived' : '') },
    ],
    [accounts],
  )
  return (
    <SetupList
      record={{ kind: 'reason_code', id: entry.stored?.id }}
      label="Reasons"
      layoutId="reasons"
      rows={reasons}
      columns={columns}
      rowKey={keyOf}
      typeToSelect="code"
      onOpen={(row) => form.replace(reasonEntry(row))}
    >
      <SetupFormCard
        key={entry.stored?.id ?? 'new'}
        title={entry.stored === null ? 'New reason' : `Change ${entry.code}`}
        form={form}
        saveLabel={entry.stored === null ? 'Add reason' : 'Save reason'}
        actions={entry.stored !== null && <Button onPress={() => form.replace(blank)}>New reason</Button>}
      >
        <CodeAndName form={form} />
        <SelectField
          label="Kind"
          name="kind"
          value={entry.kind}
          onChange={(kind) => change({ kind })}
          options={kinds}
          error={errors['kind']}
          quick
        />
        <SelectField
          label="Account that bears it"
          name="accountId"
          value={entry.accountId}
          onChange={(accountId) => change({ accountId })}
          options={accountOptions(accounts, 'expense')}
          error={errors['accountId']}
        />
        {entry.stored !== null && (
          <CheckField
            label="Archived: not offered any more"
            value={entry.archived}
            onChange={(archived) => change({ archived })}
          />
        )}
      </SetupFormCard>
    </SetupList>
  )
}
