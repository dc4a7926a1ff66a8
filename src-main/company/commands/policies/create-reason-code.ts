import { lookAlikeKey } from '../../../../src-shared/domain/text/look-alike.ts'
import { orm } from '../../../db/orm.ts'
import { reasonCode } from '../../../db/schema.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertReasonFit } from './reason.ts'

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
