import { lookAlikeKey } from '../../../../src-shared/domain/text/look-alike.ts'
import { orm } from '../../../db/orm.ts'
import { account } from '../../../db/schema.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertCodeFree } from '../records/free-code.ts'

/** Adds an account of the general ledger; the control account is made with the company and stays the only one. */
export const createAccount: CommandHandler<'accounts.create'> = (context, { code, name, type }) => {
  const { tx, newUid, newId } = context
  assertCodeFree(context, 'account', code)
  const made = { id: account.id, version: account.version }
  return orm(tx)
    .insert(account)
    .values({ id: newId('account'), uid: newUid(), code, codeKey: lookAlikeKey(code), name, type })
    .returning(made)
    .get()
}
