import type { AccountRole } from '../../../src-shared/company/contract/setup.ts'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import type { Readable } from '../../db/connection.ts'
import type { Stored } from '../../db/stored.ts'

/** The account the posting rules use for a role; each company file has one for each. */
export const accountFor = (db: Readable, role: AccountRole): number => {
  const id = db.value<number>('SELECT account_id FROM account_role WHERE role = ?', [role])
  if (id === undefined) throw new Error(`no account has the role ${role}`)
  return id
}

interface Account extends Stored<'account', 'code' | 'type' | 'isControl'> {
  readonly isUnidentified: 0 | 1
  readonly isClearing: 0 | 1
}

const ACCOUNT = `
  SELECT code, type, is_control AS isControl,
    id = (SELECT account_id FROM account_role WHERE role = 'unidentified_receipts') AS isUnidentified,
    id = (SELECT account_id FROM account_role WHERE role = 'exchange_clearing') AS isClearing
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
  if (account.isControl === 1) {
    throw new Refusal(
      'account_unfit',
      { code: account.code, problem: 'it is the control account, which only documents move' },
      path,
    )
  }
  if (account.isUnidentified === 1) {
    const problem = 'it holds receipts of unknown payers, which only those move'
    throw new Refusal('account_unfit', { code: account.code, problem }, path)
  }
  if (account.isClearing === 1) {
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
