import type { ApprovedAct } from '../../../src-shared/company/contract/people.ts'
import type { ApprovableCode, Refusal } from '../../../src-shared/kit/refusal.ts'
import type { CommandContext } from '../../kernel/command-handler.ts'

/** What is asked for: minor units of its currency, null where it is no amount. */
export interface ApprovalSubject {
  readonly act: ApprovedAct
  readonly currency: string
  readonly most: number | null
  readonly amount: number | null
}

/**
 * Throws the refusal unless a supervisor has read it and lets it pass; then who did is kept as a fact. One that says
 * something else than what was read, of another customer or amount, is refused.
 */
export const refuseUnlessApproved = (
  context: CommandContext,
  refusal: Refusal<ApprovableCode>,
  asked: ApprovalSubject,
): void => {
  const { tx, seq, approver } = context
  const read = approver?.read.get(refusal.code)
  if (!approver || read === undefined) throw refusal
  const question = JSON.stringify(refusal.params)
  if (read.length === 0) approver.read.set(refusal.code, [question])
  else if (!read.includes(question)) throw refusal
  tx.run(
    `INSERT INTO approval (id, uid, command_seq, user_id, act, currency, most, amount)
     VALUES (:id, :uid, :seq, :userId, :act, :currency, :most, :amount)`,
    { id: context.newId('approval'), uid: context.newUid(), seq, userId: approver.userId, ...asked },
  )
}
