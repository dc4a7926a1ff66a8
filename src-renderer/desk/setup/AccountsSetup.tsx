import type { AccountRole, AccountRow, AccountType } from '../../../src-shared/company/contract/setup.ts'
import { useCommand } from '../../api/queries.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { useNotices } from '../../ui/Notices.tsx'
import { accountTypeName } from './account-options.ts'
import { CodeAndName } from './CodeAndName.tsx'
import { RenameCard } from './RenameCard.tsx'
import { SetupFormCard } from './SetupFormCard.tsx'
import { SetupList } from './SetupList.tsx'
import { useOpenedRow } from './use-opened-row.ts'
import { checkCodeAndName, fieldsNamed, useSetupForm } from './use-setup-form.ts'

const roleName = {
  receivable: 'Receivables',
  undeposited_funds: 'Money not deposited yet',
  bank: 'Deposits',
  sales: 'Sales',
  tax: 'Sales tax',
  discount_given: 'Early payment discounts',
  write_off: 'Write-offs',
  exchange: 'Exchange gains and losses',
  unrealised_exchange: 'Revaluation of foreign balances',
  opening_balance: 'Opening balances',
  finance_charge: 'Finance charges and late fees',
  bank_charge: 'Bank charges',
  unidentified_receipts: 'Receipts of unknown payers',
  rounding: 'Rounding to the smallest coin',
  exchange_clearing: 'Money of one currency that settles items of another',
} as const satisfies Record<AccountRole, string>

/** What the ledger posts to the account by itself. */
export const roleText = ({ roles }: Pick<AccountRow, 'roles'>): string => roles.map((role) => roleName[role]).join(', ')

const columns: readonly GridColumn<AccountRow>[] = [
  { id: 'code', kind: 'code', title: 'Code', width: 90, value: (row) => row.code },
  { id: 'name', kind: 'text', title: 'Name', width: 180, grow: 1, value: (row) => row.name },
  { id: 'type', kind: 'choice', title: 'Type', width: 90, value: (row) => accountTypeName[row.type] },
  { id: 'use', kind: 'choice', title: 'Used for', width: 180, grow: 1, value: roleText },
]
const keyOf = (row: AccountRow): string => String(row.id)
const types = (['asset', 'liability', 'equity', 'income', 'expense'] as const).map((type) => ({
  value: type,
  label: accountTypeName[type],
}))
const blank = { code: '', name: '', type: 'income' as AccountType }

export function AccountsSetup({ accounts }: { readonly accounts: readonly AccountRow[] }) {
  const create = useCommand('accounts.create')
  const rename = useCommand('accounts.rename')
  const { opened, openedKey, open, close } = useOpenedRow(accounts)
  const { say } = useNotices()
  const form = useSetupForm({
    keepAs: 'accounts',
    start: blank,
    check: checkCodeAndName,
    fieldOf: fieldsNamed('code', 'name', 'type'),
    send: async (entry) => {
      await create.run(entry)
      say(`Account ${entry.code.trim()} is added.`, { tone: 'ok' })
      form.replace({ ...blank, type: entry.type })
    },
  })
  return (
    <SetupList
      record={{ kind: 'account', id: opened?.id }}
      label="Accounts"
      layoutId="accounts"
      rows={accounts}
      columns={columns}
      rowKey={keyOf}
      typeToSelect="code"
      onOpen={open}
    >
      {opened !== undefined && (
        <RenameCard
          key={openedKey}
          what="Account"
          row={opened}
          note={`${accountTypeName[opened.type]}, and what it is used for, stay: entries stand on it.`}
          rename={rename.run}
          onDone={close}
          newLabel="New account"
        />
      )}
      {opened === undefined && (
        <SetupFormCard title="New account" form={form} saveLabel="Add account">
          <CodeAndName form={form} />
          <SelectField
            label="Type"
            name="type"
            value={form.entry.type}
            onChange={(type) => form.change({ type })}
            options={types}
            quick
          />
        </SetupFormCard>
      )}
    </SetupList>
  )
}
