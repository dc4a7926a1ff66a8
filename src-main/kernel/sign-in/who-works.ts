import type { Approval, Role } from '../../../src-shared/kit/operation.ts'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import type { Readable } from '../../db/connection.ts'
import type { Stored } from '../../db/stored.ts'
import { isPinOf } from './pin.ts'
import { PinAttempts } from './pin-attempts.ts'

/** A supervisor beside the one who works, and what this command may pass for it. */
export interface Approver {
  readonly userId: number
  /** What was read of each kind of refusal, by code; of a kind without any it is what the first says. */
  readonly read: Map<string, readonly string[]>
}

/** Who works: changed by signing in and out. */
export interface WhoWorks {
  /** Null while nobody is signed in. */
  userId: number | null
  readonly attempts: PinAttempts
}

/** Somebody who works alone and has no PIN is asked nothing. */
export const atOpening = (db: Readable): WhoWorks => {
  const [first, second] = db.all<Stored<'user', 'id'> & { readonly hasPin: 0 | 1 }>(
    `SELECT id, EXISTS (SELECT 1 FROM user_pin WHERE user_id = id) AS hasPin FROM user WHERE active = 1 ORDER BY id LIMIT 2`,
  )
  const alone = first !== undefined && second === undefined && first.hasPin === 0
  return { userId: alone ? first.id : null, attempts: new PinAttempts() }
}

/** Whoever reads a file that no command can change: it is damaged, and rescuing it must not wait for a PIN. */
export const anyReader = (db: Readable): WhoWorks => ({
  userId: db.value<number>('SELECT min(id) FROM user') ?? null,
  attempts: new PinAttempts(),
})

export const roleOf = (db: Readable, userId: number | null): Role => {
  const role = db.value<Role>('SELECT role FROM user WHERE id = ? AND active = 1', [userId])
  if (role === undefined) throw new Refusal('sign_in_needed')
  return role
}

/** Refuses a wrong PIN, and any PIN at all while too many were wrong. */
export const checkPin = (
  db: Readable,
  attempts: PinAttempts,
  { userId, pin }: { readonly userId: number; readonly pin: string | null },
  wrong: Refusal,
): void => {
  attempts.assertMayTry(userId)
  if (!isPinOf(db, userId, pin)) {
    attempts.failed(userId)
    throw wrong
  }
  attempts.succeeded(userId)
}

/** The supervisor who approves. One answer for whoever is none and for a wrong PIN: neither lets anything pass. */
export const approverOf = (db: Readable, attempts: PinAttempts, approval: Approval): Approver => {
  const approver = approverBefore(db, approval)
  checkPin(db, attempts, approval, wrongApproval())
  return approver
}

const wrongApproval = (): Refusal => new Refusal('approval_wrong', {}, 'approval.pin')

/** Who approved when the command was made, and gave the PIN then: still a supervisor. */
export const approverBefore = (db: Readable, { userId, over, read = [] }: Omit<Approval, 'pin'>): Approver => {
  const isSupervisor = db.value(`SELECT 1 FROM user WHERE id = ? AND active = 1 AND role IN ('supervisor', 'owner')`, [
    userId,
  ])
  if (isSupervisor === undefined) throw wrongApproval()
  const said = new Map<string, readonly string[]>(
    over.map((code) => [code, read.filter((each) => each.code === code).map((each) => each.said)]),
  )
  return { userId, read: said }
}
