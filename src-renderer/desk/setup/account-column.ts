import type { AccountRow } from '../../../src-shared/company/contract/setup.ts'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { accountText } from './account-options.ts'

/** The account that a row is posted to. */
export function accountColumn<Row extends { readonly accountId: number }>(
  accounts: readonly AccountRow[],
): GridColumn<Row> {
  const texts = new Map(accounts.map((account) => [account.id, accountText(account)]))
  return { id: 'account', title: 'Account', width: 180, grow: 1, value: (row) => texts.get(row.accountId) ?? '' }
}
