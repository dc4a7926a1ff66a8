import { hash } from 'node:crypto'
import type { CommandName } from '../../src-shared/contract.ts'
import type { Apart, Approval, Operation } from '../../src-shared/kit/operation.ts'
import { recordsOf } from '../../src-shared/history.ts'
import type { RecordRef } from '../../src-shared/kit/history.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { commands } from '../modules.ts'
import { appendCommand, canonicalJson, chainHead, earlierCommand } from '../db/command-chain.ts'
import type { Readable, Writable } from '../db/connection.ts'
import { factsHash } from '../db/facts.ts'
import { inConfirmedTransaction, inTransaction } from '../db/transaction.ts'
import type { CommandContext, CommandHandler } from './command-handler.ts'
import { nextStamp } from './hybrid-clock.ts'
import { answerAgain, type MadeCommand } from './made-command.ts'
import { rowKeys } from './row-keys.ts'
import { requesterOf, common, type Device, type DispatchControl, type Session } from './session.ts'
import { approverBefore, approverOf, checkPin, roleOf, type Approver } from './sign-in/who-works.ts'

/** What a command did: its answer, and what it takes to make it again; null where it left no row in the log. */
interface Done {
  readonly answer: unknown
  /** Told only where somebody confirms it. */
  readonly made: (() => MadeCommand) | null
  /** The key of the device's row, once it has one. */
  readonly deviceId: number | null
}

/**
 * Runs a command whole or not at all: parsed input, one transaction, one row in the command log. The same uid with the
 * same input answers what it answered before; with another input it is refused. Where the session confirms, that comes
 * before the commit. Given how it was made before, it is made so once more.
 */
export const runCommand = (
  session: Session,
  name: CommandName,
  operation: Operation,
  sent: unknown,
  parsed: unknown,
  control: DispatchControl,
  again: MadeCommand | null,
): unknown => {
  const { connection, confirm } = session
  const work = (): Done => doCommand(session, name, operation, sent, parsed, control, again)
  const finish = ({ answer, deviceId }: Done): unknown => {
    session.device.id = deviceId
    return answer
  }
  if (confirm === undefined || !operation.logged) return finish(inTransaction(connection, work))
  const confirmed = inConfirmedTransaction(connection, work, async ({ made }) => {
    if (made !== null) await confirm(made())
  })
  return confirmed.then(finish)
}

const doCommand = (
  session: Session,
  name: CommandName,
  operation: Operation,
  sent: unknown,
  parsed: unknown,
  control: DispatchControl,
  again: MadeCommand | null,
): Done => {
  const { commandUid, approval, apart, ...input } = parsed as {
    readonly commandUid: string
    readonly approval?: Approval
    readonly apart?: Apart
  }
  const handler = commands[name] as unknown as CommandHandler<CommandName>
  const { connection, device, who } = session
  const userId = again?.userId ?? namedBy(operation, input) ?? requesterOf(session, control)
  const open = operation.secrets.length === 0 ? input : without(input, operation.secrets)
  const text = canonicalJson(open)
  let logged: unknown = open
  let before: Readonly<Record<string, unknown>> = {}
  const head = chainHead(connection)
  const now = again ? new Date(again.recordedAt) : session.clock()
  connection.written.clear()
  const keys = rowKeys(connection, session.idBlock, again)
  const context = (approver: CommandContext['approver']): CommandContext => ({
    ...common(control),
    tx: connection,
    seq: head.seq + 1,
    recordedAt: now.toISOString(),
    numbersAs: device.numbersAs,
    userId,
    get role() {
      return roleOf(connection, userId)
    },
    approver,
    isMeantApart: (code, like) => apart?.some((pair) => pair.code === code && pair.like === like) ?? false,
    newUid: keys.newUid,
    newId: keys.newId,
    wasBefore: (fields) => {
      before = { ...before, ...fields }
    },
    logInstead: (summary) => {
      logged = { ...summary, inputHash: sha256(text) }
    },
    checkPin: (of, wrong) => checkPin(connection, who.attempts, of, wrong),
    forgetWrongPins: (of) => who.attempts.succeeded(of),
    signIn: (next) => {
      who.userId = next
    },
  })
  if (!operation.logged || userId === null) {
    return { answer: handler(context(null), input), made: null, deviceId: device.id }
  }
  const earlier = earlierCommand(connection, commandUid)
  if (earlier) {
    if (earlier.name !== name || !isInput(earlier.input, text)) throw new Refusal('command_uid_reused')
    return { answer: JSON.parse(earlier.result) as unknown, made: null, deviceId: device.id }
  }
  const approved = again ? again.approval : (approval ?? null)
  const approver = again
    ? approvedBefore(connection, again)
    : approval
      ? approverOf(connection, who.attempts, approval)
      : null
  const deviceId = device.id ?? insertDevice(connection, device, keys.newId('device'))
  const answered = handler(context(approver), input)
  const answer = again ? answerAgain(answered, again.answer) : answered
  const record = {
    seq: head.seq + 1,
    uid: commandUid,
    name,
    userId,
    deviceId,
    recordedAt: now.toISOString(),
    hlc: nextStamp(head.hlc, now, device.uid),
    input: logged === open ? text : canonicalJson(logged),
    result: JSON.stringify(answer),
    factsHash: factsHash(connection, head.seq + 1, connection.written),
    before: Object.keys(before).length === 0 ? null : canonicalJson(before),
  }
  appendCommand(connection, record, head.hash)
  nameRecords(connection, record.seq, recordsOf(name, logged, answer))
  const made = (): MadeCommand => ({
    name,
    input: without(sent as object, [...operation.secrets, 'approval']),
    userId,
    deviceUid: device.uid,
    recordedAt: record.recordedAt,
    approval: approved === null ? null : withoutPin(approved),
    answer,
    ...keys.given,
  })
  return { answer, made, deviceId }
}

/** Who does it, where that does not depend on who is signed in. */
const namedBy = ({ doneBy }: Operation, input: Readonly<Record<string, unknown>>): number | null =>
  doneBy === null ? null : (input[doneBy] as number)

/** The records that no fact of the command names; those that facts name are found by the file itself. */
const nameRecords = (tx: Writable, seq: number, records: readonly RecordRef[]): void => {
  for (const { kind, id } of records) {
    tx.run('INSERT OR IGNORE INTO command_subject (kind, record_id, seq) VALUES (?, ?, ?)', [kind, id, seq])
  }
}

/** With its first command: a copy that is only looked at leaves no trace. */
const insertDevice = (tx: Writable, { uid, numbersAs }: Device, id: number): number => {
  tx.run('INSERT INTO device (id, uid, name, continues_id) VALUES (?, ?, ?, ?)', [id, uid, 'This computer', numbersAs])
  return id
}

const approvedBefore = (db: Readable, { approval }: MadeCommand): Approver | null =>
  approval === null ? null : approverBefore(db, approval)

const withoutPin = ({ userId, over, read }: Omit<Approval, 'pin'>): Omit<Approval, 'pin'> =>
  read === undefined ? { userId, over } : { userId, over, read }

const without = (input: object, fields: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(input).filter(([field]) => !fields.includes(field)))

const sha256 = (text: string): string => hash('sha256', text)

/** A bulk command's log holds a hash of its input in place of it. */
const isInput = (logged: string, text: string): boolean =>
  logged === text || (JSON.parse(logged) as { readonly inputHash?: string }).inputHash === sha256(text)
