import type { AccountRole, AccountRow } from '../../../src-shared/company/contract/setup.ts'

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
