import { receiptMethods } from '../../src-shared/domain/receipt-method.ts'
import type { ReceiptMethod } from '../../src-shared/domain/receipt-method.ts'
import type { AccountRole, AccountRow } from '../../src-shared/company/contract/setup.ts'

const methodName = {
  check: 'Check',
  transfer: 'Bank transfer',
  card: 'Card',
  cash: 'Cash',
  other: 'Other',
} satisfies Record<ReceiptMethod, string>

/** The ways money is paid, to choose from. */
export const methodOptions = receiptMethods.map((method) => ({ value: method, label: methodName[method] }))

export type AccountOption = { readonly id: number; readonly label: string }

/** Accounts of assets that no money lies on: only postings of their own kind move them. */
const MOVED_ALONE: readonly AccountRole[] = ['exchange_clearing']

/** Where money lies: the company's banks and cash boxes, by code, as the ledger takes any asset account of its own for one. */
export const moneyAccounts = (accounts: readonly AccountRow[]): readonly AccountOption[] =>
  accounts
    .filter(
      ({ type, isControl, roles }) =>
        type === 'asset' && !isControl && !roles.some((role) => MOVED_ALONE.includes(role)),
    )
    .map(({ id, code, name }) => ({ id, label: `${code} ${name}` }))

/** Of these, the banks: what is not deposited yet lies elsewhere. */
export const bankAccounts = (accounts: readonly AccountRow[]): readonly AccountOption[] =>
  moneyAccounts(accounts.filter(({ roles }) => !roles.includes('undeposited_funds')))
