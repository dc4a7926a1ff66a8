import { orm } from '../../db/orm.ts'
import { reasonCode } from '../../db/schema.ts'
import type { CommandHandler } from '../handler.ts'
import { assertReasonFit } from './reason.ts'

/** Adds a reason for adjustments, with the account that bears them. */
export const createReasonCode: CommandHandler<'reasonCodes.create'> = ({ tx, newUid }, entered) => {
  assertReasonFit(tx, entered, null)
  const made = { id: reasonCode.id, version: reasonCode.version }
  return orm(tx)
    .insert(reasonCode)
    .values({ uid: newUid(), ...entered })
    .returning(made)
    .get()
}
