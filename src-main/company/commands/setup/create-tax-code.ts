import { lookAlikeKey } from '../../../../src-shared/domain/text/look-alike.ts'
import { orm } from '../../../db/orm.ts'
import { taxCode } from '../../../db/schema.ts'
import { assertAccountFit } from '../../facts/account.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertCodeFree } from '../records/free-code.ts'

/** Adds a tax code; its tax is owed to the authority, so it collects on a liability. `rate` is a percent in millionths. */
export const createTaxCode: CommandHandler<'taxCodes.create'> = (context, { code, name, rate, accountId }) => {
  const { tx, newUid, newId } = context
  assertCodeFree(context, 'tax_code', code)
  assertAccountFit(tx, accountId, 'tax', 'accountId')
  const made = { id: taxCode.id, version: taxCode.version }
  return orm(tx)
    .insert(taxCode)
    .values({ id: newId('tax_code'), uid: newUid(), code, codeKey: lookAlikeKey(code), name, rate, accountId })
    .returning(made)
    .get()
}
