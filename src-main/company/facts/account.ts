import type { AccountRole } from '../../../src-shared/company/contract/setup.ts'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import type { Readable } from '../../db/connection.ts'

/** The account the posting rules use for a role; each company file has one for each. */
export const accountFor = (db: Readable, role: AccountRole): number => {
  const id = db.value<number>('SELECT account_id FROM account_role WHERE role = ?', [role])
  if (id === undefined) throw new Error(`no account has the role ${role}`)
  return id
}

interface Account {
  readonly code: string
  readonly type: string
  readonly is_control: number
  readonly is_unidentified: number
  readonly is_clearing: number
}

const ACCOUNT = `
  SELECT code, type, is_control,
    id = (SELECT account_id FROM account_role WHERE role = 'unidentified_receipts') AS is_unidentified,
    id = (SELECT account_id FROM account_role WHERE role = 'exchange_clearing') AS is_clearing
  FROM account WHERE id = ?`

/** Refuses an account that is not there, or whose entries would not be what they say. */
export const assertAccountFit = (
  db: Readable,
  accountId: number,
  use: 'sales' | 'deposit' | 'tax' | 'adjustment' | 'rounding',
  path: string,
): void => {
  const account = db.get<Account>(ACCOUNT, [accountId])
  if (!account) throw new Refusal('account_not_found', {}, path)
  if (account.is_control === 1) {
    throw new Refusal(
      'account_unfit',
      { code: account.code, problem: 'it is the control account, which only documents move' },
      path,
    )
  }
  if (account.is_unidentified === 1) {
    const problem = 'it holds receipts of unknown payers, which only those move'
    throw new Refusal('account_unfit', { code: account.code, problem }, path)
  }
  if (account.is_clearing === 1) {
    const problem = 'it is where money of one currency settles items of another, which alone moves it'
    throw new Refusal('account_unfit', { code: account.code, problem }, path)
  }
  if (use === 'deposit' && account.type !== 'asset') {
    throw new Refusal('account_unfit', { code: account.code, problem: 'money is deposited to an asset account' }, path)
  }
  if (use === 'rounding' && account.type !== 'expense' && account.type !== 'income') {
    const problem = 'roundings are borne by an income or expense account'
    throw new Refusal('account_unfit', { code: account.code, problem }, path)
  }
  if (use === 'tax' && account.type !== 'liability') {
    throw new Refusal('account_unfit', { code: account.code, problem: 'tax is collected on a liability account' }, path)
  }
}
