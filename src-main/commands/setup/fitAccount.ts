import { eq } from 'drizzle-orm'
import { Refusal } from '../../../src-shared/contract/refusal.ts'
import type { AccountType } from '../../../src-shared/contract/setup.ts'
import type { Readable } from '../../db/connection.ts'
import { orm } from '../../db/orm.ts'
import { account } from '../../db/schema.ts'

/**
 * Refuses an account that does not exist, the control account (its entries belong to open items), and, when `type` is
 * given, an account of another type.
 */
export function assertAccountFits(db: Readable, accountId: number, type: AccountType | null = null): void {
  const found = orm(db).select().from(account).where(eq(account.id, accountId)).get()
  if (!found) throw new Refusal('account_not_found', {}, 'accountId')
  const { code } = found
  if (found.isControl) {
    const problem = 'it is the control account of receivables. Choose another account'
    throw new Refusal('account_unfit', { code, problem }, 'accountId')
  }
  if (type !== null && found.type !== type) {
    const problem = `it is of type ${found.type}. Choose one of type ${type}`
    throw new Refusal('account_unfit', { code, problem }, 'accountId')
  }
}
