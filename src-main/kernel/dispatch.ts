import { contract, isOperationName, type CommandName } from '../../src-shared/contract.ts'
import { isAtLeast, type Answer, type Operation } from '../../src-shared/kit/operation.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { AmountTooLarge } from '../../src-shared/domain/amounts/money.ts'
import { sqliteRefusal } from '../db/errors.ts'
import { beginSnapshot } from '../db/transaction.ts'
import { queries } from '../modules.ts'
import type { AnyQueryName, QueryHandler } from './query-handler.ts'
import type { MadeCommand } from './made-command.ts'
import { answerOf } from './answers.ts'
import { parseInput } from './parse-input.ts'
import { runCommand } from './run-command.ts'
import { requesterOf, common, type Device, type DispatchControl, type Session } from './session.ts'
import { roleOf } from './sign-in/who-works.ts'
import type { Stored } from '../db/stored.ts'

const runQuery = async (
  session: Session,
  name: AnyQueryName,
  parsed: unknown,
  control: DispatchControl,
): Promise<unknown> => {
  const handler = queries[name] as unknown as QueryHandler<AnyQueryName>
  const { connection } = session
  const userId = requesterOf(session, control)
  // One snapshot for all its statements: a posting in between must not show in half of a report.
  const release = beginSnapshot(connection)
  try {
    return await handler(
      {
        ...common(control),
        db: connection,
        now: session.clock(),
        userId,
        get role() {
          return roleOf(connection, userId)
        },
      },
      parsed as never,
    )
  } finally {
    release()
  }
}

/** Anybody may read: then nothing is asked to find out. */
const assertAllowed = (session: Session, operation: Operation, control: DispatchControl): void => {
  if (operation.beforeSignIn) return
  const userId = requesterOf(session, control)
  if (userId === null) throw new Refusal('sign_in_needed')
  if (operation.role === 'viewer') return
  if (!isAtLeast(roleOf(session.connection, userId), operation.role)) {
    throw new Refusal('not_allowed', { role: operation.role })
  }
}

const run = async (session: Session, name: string, input: unknown, control: DispatchControl): Promise<unknown> => {
  if (!isOperationName(name)) throw new Refusal('unknown_operation')
  const operation: Operation = contract[name]
  if (operation.kind === 'shell') throw new Refusal('unknown_operation')
  assertAllowed(session, operation, control)
  const parsed = parseInput(operation.input, input)
  return operation.kind === 'command'
    ? runCommand(session, name as CommandName, operation, input, parsed, control, null)
    : runQuery(session, name as AnyQueryName, parsed, control)
}

/** Makes a command once more as it was made, on the device that made it, which the file knows. */
const runAgain = async (session: Session, made: MadeCommand, control: DispatchControl): Promise<unknown> => {
  const operation: Operation = contract[made.name]
  const device = deviceOf(session, made.deviceUid)
  assertAllowed(session, operation, { ...control, userId: made.userId })
  const parsed = parseInput(operation.input, made.input)
  return runCommand({ ...session, device }, made.name, operation, made.input, parsed, control, made)
}

/** A device that this file does not know yet numbers as this one does. */
const deviceOf = ({ connection, device }: Session, uid: string): Device => {
  const sql = 'SELECT id, coalesce(continues_id, id) AS numbersAs FROM device WHERE uid = ?'
  const known = connection.get<Stored<'device', 'id'> & { readonly numbersAs: number }>(sql, [uid])
  return known ? { uid, ...known } : { uid, id: null, numbersAs: device.numbersAs }
}

const answered = (session: Session, name: string, work: () => Promise<unknown>): Promise<Answer<unknown>> =>
  answerOf(isOperationName(name) ? name : 'an unknown operation', session.log, work, (error) =>
    error instanceof AmountTooLarge ? new Refusal('amount_too_large') : sqliteRefusal(error, session.connection.file),
  )

/** Always answers: a value, a refusal the clerk can act on, or `internal` with an incident id and a line in the log. */
export const dispatch = (
  session: Session,
  name: string,
  input: unknown,
  control: DispatchControl = {},
): Promise<Answer<unknown>> => answered(session, name, () => run(session, name, input, control))

/**
 * The same for a command that was made before, in this file or another: with the uids, keys, time and approver of then. The
 * rules are asked again, so it may be refused where other commands came before it.
 */
export const dispatchAgain = (
  session: Session,
  made: MadeCommand,
  control: DispatchControl = {},
): Promise<Answer<unknown>> => answered(session, made.name, () => runAgain(session, made, control))
