import { lookAlikeKey } from '../../../../src-shared/domain/text/look-alike.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { eq, orm } from '../../../db/orm.ts'
import { reasonCode } from '../../../db/schema.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertFresh } from '../records/fresh-version.ts'
import { codeIn } from '../records/value-text.ts'
import { assertReasonFit } from './reason.ts'

/** Changes or archives a reason; what was posted keeps the account it was posted to. */
export const updateReasonCode: CommandHandler<'reasonCodes.update'> = (context, { id, version, ...entered }) => {
  const { tx } = context
  const stored = orm(tx).select().from(reasonCode).where(eq(reasonCode.id, id)).get()
  if (stored === undefined) throw new Refusal('reason_code_not_found', {}, 'id')
  assertFresh(`Reason ${stored.code}`, version, entered, stored, {
    accountId: codeIn(tx, 'account'),
  })
  assertReasonFit(context, entered, id)
  orm(tx)
    .update(reasonCode)
    .set({ ...entered, codeKey: lookAlikeKey(entered.code), version: version + 1 })
    .where(eq(reasonCode.id, id))
    .run()
  return { version: version + 1 }
}
