import type { AccountRow, AccountType } from '../../../src-shared/company/contract/setup.ts'
import type { SelectOption } from '../../ui/fields/SelectField.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'

export const accountTypeName = {
  asset: 'Asset',
  liability: 'Liability',
  equity: 'Equity',
  income: 'Income',
  expense: 'Expense',
} as const satisfies Record<AccountType, string>

export const accountText = ({ code, name }: Pick<AccountRow, 'code' | 'name'>): string => `${code} ${name}`

/** Accounts to choose from, those of the usual type first; the control account is moved by documents alone. */
export function accountOptions(accounts: readonly AccountRow[], usual: AccountType): readonly SelectOption<string>[] {
  const free = accounts.filter(({ isControl }) => !isControl)
  const ordered = [...free.filter(({ type }) => type === usual), ...free.filter(({ type }) => type !== usual)]
  return ordered.map((account) => ({ value: String(account.id), label: accountText(account) }))
}

/** The account that a row is posted to. */
export function accountColumn<Row extends { readonly accountId: number }>(
  accounts: readonly AccountRow[],
): GridColumn<Row> {
  const texts = new Map(accounts.map((account) => [account.id, accountText(account)]))
  return {
    id: 'account',
    kind: 'text',
    title: 'Account',
    width: 180,
    grow: 1,
    value: (row) => texts.get(row.accountId) ?? '',
  }
}
