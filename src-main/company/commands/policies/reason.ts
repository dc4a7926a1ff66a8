import type { CommandContext } from '../../../kernel/command-handler.ts'
import { assertAccountFit } from '../../facts/account.ts'
import { assertCodeFree } from '../records/free-code.ts'

/** Refuses a reason code that names what does not exist or cannot be used; `ownId` is null for a new one. */
export const assertReasonFit = (
  context: CommandContext,
  reason: { readonly code: string; readonly accountId: number },
  ownId: number | null,
): void => {
  assertCodeFree(context, 'reason_code', reason.code, ownId)
  assertAccountFit(context.tx, reason.accountId, 'adjustment', 'accountId')
}
