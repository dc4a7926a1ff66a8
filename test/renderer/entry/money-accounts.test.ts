import { expect, test } from 'vitest'
import type { AccountRow } from '../../../src-shared/company/contract/setup.ts'
import { bankAccounts, moneyAccounts } from '../../../src-renderer/entry/money-accounts.ts'

const account = (id: number, code: string, changes: Partial<AccountRow> = {}): AccountRow => ({
  id,
  version: 1,
  code,
  name: `Account ${code}`,
  type: 'asset',
  isControl: false,
  roles: [],
  ...changes,
})

test('money can be deposited to every bank of the company, its second one too, and to nothing that only its own postings move', () => {
  const accounts = [
    account(1, '1000', { roles: ['bank'] }),
    account(2, '1010', { roles: ['undeposited_funds'] }),
    account(3, '1020'),
    account(4, '1200', { isControl: true, roles: ['receivable'] }),
    account(6, '1290', { roles: ['exchange_clearing'] }),
    account(5, '4000', { type: 'income', roles: ['sales'] }),
  ]
  expect(bankAccounts(accounts)).toEqual([
    { id: 1, label: '1000 Account 1000' },
    { id: 3, label: '1020 Account 1020' },
  ])
  expect(moneyAccounts(accounts).map(({ id }) => id)).toEqual([1, 2, 3])
})
