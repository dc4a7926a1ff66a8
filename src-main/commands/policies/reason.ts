import type { Readable } from '../../db/connection.ts'
import { assertAccountFit } from '../facts/account.ts'
import { assertCodeFree } from '../records/freeCode.ts'

/** Refuses a reason code that names what does not exist or cannot be used; `ownId` is null for a new one. */
export const assertReasonFit = (
  db: Readable,
  reason: { readonly code: string; readonly accountId: number },
  ownId: number | null,
): void => {
  assertCodeFree(db, 'reason_code', reason.code, ownId)
  assertAccountFit(db, reason.accountId, 'adjustment', 'accountId')
}
