import type { ApprovedAct } from '../../../src-shared/contract/people.ts'
import type { Refusal } from '../../../src-shared/contract/refusal.ts'
import type { CommandContext } from '../handler.ts'

/** What is asked for: minor units of its currency, null where it is no amount. */
export interface Asked {
  readonly act: ApprovedAct
  readonly currency: string
  readonly most: number | null
  readonly amount: number | null
}

/**
 * Throws the refusal unless a supervisor has read it and lets it pass; then who did is kept as a fact. Of each kind the
 * first is what was read: one that says something else, of another customer or amount, is refused.
 */
export const refuseUnlessApproved = (context: CommandContext, refusal: Refusal, asked: Asked): void => {
  const { tx, seq, approver } = context
  if (!approver || !approver.over.some((code) => code === refusal.code)) throw refusal
  const said = JSON.stringify(refusal.params)
  const read = approver.read.get(refusal.code) ?? said
  if (said !== read) throw refusal
  approver.read.set(refusal.code, read)
  tx.insert(
    `INSERT INTO approval (uid, command_seq, user_id, act, currency, most, amount)
     VALUES (:uid, :seq, :userId, :act, :currency, :most, :amount)`,
    { uid: context.newUid(), seq, userId: approver.userId, ...asked },
  )
}
