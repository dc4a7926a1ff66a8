import type { CommandContext, CommandHandler } from '../../../kernel/command-handler.ts'
import { assertAccountFit } from '../../facts/account.ts'
import { assertCodeFree } from '../records/free-code.ts'
import { lookAlikeKey } from '../../../../src-shared/domain/text/look-alike.ts'
import { orm, eq } from '../../../db/orm.ts'
import { reasonCode } from '../../../db/schema.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { assertFresh } from '../records/fresh-version.ts'
import { codeIn } from '../records/value-text.ts'

/** Refuses a reason code that names what does not exist or cannot be used; `ownId` is null for a new one. */
export const assertReasonFit = (
  context: CommandContext,
  reason: { readonly code: string; readonly accountId: number },
  ownId: number | null,
): void => {
  assertCodeFree(context, 'reason_code', reason.code, ownId)
  assertAccountFit(context.tx, reason.accountId, 'adjustment', 'accountId')
}

/** Adds a reason for adjustments, with the account that bears them. */
export const createReasonCode: CommandHandler<'reasonCodes.create'> = (context, entered) => {
  const { tx, newUid, newId } = context
  assertReasonFit(context, entered, null)
  const made = { id: reasonCode.id, version: reasonCode.version }
  return orm(tx)
    .insert(reasonCode)
    .values({ id: newId('reason_code'), uid: newUid(), codeKey: lookAlikeKey(entered.code), ...entered })
    .returning(made)
    .get()
}

/** Changes or archives a reason; what was posted keeps the account it was posted to. */
export const updateReasonCode: CommandHandler<'reasonCodes.update'> = (context, { id, version, ...entered }) => {
  const { tx } = context
  const stored = orm(tx).select().from(reasonCode).where(eq(reasonCode.id, id)).get()
  if (stored === undefined) throw new Refusal('reason_code_not_found', {}, 'id')
  assertFresh(context, `Reason ${stored.code}`, version, entered, stored, {
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
