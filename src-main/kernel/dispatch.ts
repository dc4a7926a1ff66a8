import { createHash } from 'node:crypto'
import { v7 as uuidV7 } from 'uuid'
import { contract, isOperationName, type CommandName } from '../../src-shared/contract.ts'
import type { Answer, Apart, Approval, Operation, Role } from '../../src-shared/kit/operation.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { AmountTooLarge } from '../../src-shared/domain/money.ts'
import type { CommandContext, CommandHandler } from './command-handler.ts'
import type { Connection } from '../db/connection.ts'
import { sqliteRefusal } from '../db/errors.ts'
import { newIds } from '../db/new-id.ts'
import { beginSnapshot, inTransaction } from '../db/transaction.ts'
import { commands, queries } from '../modules.ts'
import type { AnyQueryName, QueryHandler } from './query-handler.ts'
import { appendCommand, canonicalJson, chainHead, earlierCommand } from '../db/command-chain.ts'
import { nextStamp } from './hybrid-clock.ts'
import { parseInput } from './parse-input.ts'
import { newUid } from './uid-source.ts'
import { approverOf, checkPin, roleOf, type WhoWorks } from './who-works.ts'

/** What a caller may pass besides the input. */
export interface DispatchControl {
  /** The path behind the input's file token; only the main process knows it. */
  readonly file?: string
  /** Who asks, where the caller knows it: the host does for its three threads. Null while nobody is signed in. */
  readonly userId?: number | null
  readonly progress?: (done: number, total: number) => void
  readonly isCancelled?: () => boolean
}

/** Who works, on what machine, by what clock; one for each open company. */
export interface Session {
  readonly connection: Connection
  readonly who: WhoWorks
  readonly deviceId: number
  /** Told apart from every other machine's; the id only within this file. */
  readonly deviceUid: string
  /** Where the keys of its rows are numbered. */
  readonly idBlock: number
  readonly clock: () => Date
  /** For the operator: an incident id and the defect, without names or amounts of the clerk's. */
  readonly log: (line: string) => void
}

const asRefusal = (error: unknown, file: string): Refusal | undefined => {
  if (error instanceof Refusal) return error
  if (error instanceof AmountTooLarge) return new Refusal('amount_too_large')
  return sqliteRefusal(error, file)
}

const rank: Readonly<Record<Role, number>> = { clerk: 0, supervisor: 1 }

const common = (control: DispatchControl) => ({
  file: control.file ?? null,
  progress: control.progress ?? (() => {}),
  checkCancelled: () => {
    if (control.isCancelled?.()) throw new Refusal('cancelled')
  },
})

/**
 * Runs a command whole or not at all: parsed input, one transaction, one row in the command log. The same uid with the
 * same input answers what it answered before; with another input it is refused.
 */
const runCommand = (
  session: Session,
  name: CommandName,
  operation: Operation,
  parsed: unknown,
  control: DispatchControl,
): unknown => {
  const { commandUid, approval, apart, ...input } = parsed as {
    readonly commandUid: string
    readonly approval?: Approval
    readonly apart?: Apart
  }
  const handler = commands[name] as unknown as CommandHandler<CommandName>
  const { connection, who } = session
  const userId = askedBy(session, control)
  return inTransaction(connection, () => {
    const open = operation.secrets.length === 0 ? input : withoutSecrets(input, operation.secrets)
    const text = canonicalJson(open)
    let logged: unknown = open
    const head = chainHead(connection)
    const now = session.clock()
    const newId = newIds(connection, session.idBlock)
    const context = (approver: CommandContext['approver']): CommandContext => ({
      ...common(control),
      tx: connection,
      seq: head.seq + 1,
      recordedAt: now.toISOString(),
      deviceId: session.deviceId,
      userId,
      get role() {
        return roleOf(connection, userId)
      },
      approver,
      isMeantApart: (code, like) => apart?.some((pair) => pair.code === code && pair.like === like) ?? false,
      newUid,
      newId,
      logInstead: (summary) => {
        logged = { ...summary, inputHash: sha256(text) }
      },
      checkPin: (of, wrong) => checkPin(connection, who.attempts, of, wrong),
      signIn: (next) => {
        who.userId = next
      },
    })
    if (!operation.logged || userId === null) return handler(context(null), input)
    const earlier = earlierCommand(connection, commandUid)
    if (earlier) {
      if (earlier.name !== name || !isInput(earlier.input, text)) throw new Refusal('command_uid_reused')
      return JSON.parse(earlier.result) as unknown
    }
    const result = handler(
      context(approval === undefined ? null : approverOf(connection, who.attempts, approval)),
      input,
    )
    appendCommand(
      connection,
      {
        seq: head.seq + 1,
        uid: commandUid,
        name,
        userId,
        deviceId: session.deviceId,
        recordedAt: now.toISOString(),
        hlc: nextStamp(head.hlc, now, session.deviceUid),
        input: logged === open ? text : canonicalJson(logged),
        result: JSON.stringify(result),
      },
      head.hash,
    )
    return result
  })
}

const askedBy = (session: Session, control: DispatchControl): number | null =>
  control.userId === undefined ? session.who.userId : control.userId

const withoutSecrets = (input: object, secrets: readonly string[]): object =>
  Object.fromEntries(Object.entries(input).filter(([field]) => !secrets.includes(field)))

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A bulk command's log holds a hash of its input in place of it. */
const isInput = (logged: string, text: string): boolean =>
  logged === text || (JSON.parse(logged) as { readonly inputHash?: string }).inputHash === sha256(text)

const runQuery = async (
  session: Session,
  name: AnyQueryName,
  parsed: unknown,
  control: DispatchControl,
): Promise<unknown> => {
  const handler = queries[name] as unknown as QueryHandler<AnyQueryName>
  const { connection } = session
  const userId = askedBy(session, control)
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

/** A clerk may do most things: then nothing is read to find out. */
const assertAllowed = (session: Session, operation: Operation, control: DispatchControl): void => {
  if (operation.beforeSignIn) return
  const userId = askedBy(session, control)
  if (userId === null) throw new Refusal('sign_in_needed')
  if (operation.role === 'clerk') return
  if (rank[roleOf(session.connection, userId)] < rank[operation.role]) {
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
    ? runCommand(session, name as CommandName, operation, parsed, control)
    : runQuery(session, name as AnyQueryName, parsed, control)
}

/** Always answers: a value, a refusal the clerk can act on, or `internal` with an incident id and a line in the log. */
export const dispatch = async (
  session: Session,
  name: string,
  input: unknown,
  control: DispatchControl = {},
): Promise<Answer<unknown>> => {
  try {
    return { ok: true, value: await run(session, name, input, control) }
  } catch (error) {
    const refusal = asRefusal(error, session.connection.file)
    if (refusal) return { ok: false, error: { code: refusal.code, params: refusal.params, path: refusal.path } }
    const incident = uuidV7().slice(-12)
    session.log(
      `incident ${incident} in ${isOperationName(name) ? name : 'an unknown operation'}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
    return { ok: false, error: { code: 'internal', params: { incident }, path: '' } }
  }
}
