import { hash } from 'node:crypto'
import type { Readable, Writable } from './connection.ts'
import type { Stored } from './stored.ts'
import { canonicalJson } from './canonical-json.ts'
import { factsHashes } from './facts.ts'

export { canonicalJson }

export interface CommandRecord {
  readonly seq: number
  readonly uid: string
  readonly name: string
  readonly userId: number
  readonly deviceId: number
  /** UTC instant, ISO 8601. */
  readonly recordedAt: string
  readonly hlc: string
  /** Canonical JSON (RFC 8785). */
  readonly input: string
  readonly result: string
  /** Over the facts that it wrote; empty where it wrote none. */
  readonly factsHash: string
  /** What it changed of a record as it was before, by field, as canonical JSON; null where it changed none. */
  readonly before: string | null
}

export type ChainHead = Stored<'commandLog', 'seq' | 'hash' | 'hlc'>

/** SHA-256 over the previous hash and the record, hexadecimal. */
const hashOf = (record: CommandRecord, prevHash: string): string =>
  hash(
    'sha256',
    prevHash +
      JSON.stringify([
        record.seq,
        record.uid,
        record.name,
        record.userId,
        record.deviceId,
        record.recordedAt,
        record.hlc,
        record.input,
        record.result,
        record.factsHash,
        // Commands of before it was kept have none, and their hash stays.
        ...(record.before === null ? [] : [record.before]),
      ]),
  )

export const chainHead = (db: Readable): ChainHead =>
  db.get<ChainHead>('SELECT seq, hash, hlc FROM command_log ORDER BY seq DESC LIMIT 1') ?? { seq: 0, hash: '', hlc: '' }

/** A file that is being migrated has no column for what was before yet, and a migration changes no record. */
export const appendCommand = (tx: Writable, record: CommandRecord, prevHash: string): void => {
  const { before, ...row } = { ...record, prevHash, hash: hashOf(record, prevHash) }
  if (before === null) tx.run(APPEND, row)
  else tx.run(APPEND_CHANGE, { ...row, before })
}

const APPEND = `
  INSERT INTO command_log (seq, uid, name, user_id, device_id, recorded_at, hlc, input, result, facts_hash, prev_hash, hash)
  VALUES (:seq, :uid, :name, :userId, :deviceId, :recordedAt, :hlc, :input, :result, :factsHash, :prevHash, :hash)`

const APPEND_CHANGE = `
  INSERT INTO command_log (seq, uid, name, user_id, device_id, recorded_at, hlc, input, result, facts_hash, before, prev_hash, hash)
  VALUES (:seq, :uid, :name, :userId, :deviceId, :recordedAt, :hlc, :input, :result, :factsHash, :before, :prevHash, :hash)`

/** The stored answer of a command sent before; undefined when its uid is new. */
export const earlierCommand = (
  db: Readable,
  uid: string,
): Stored<'commandLog', 'name' | 'input' | 'result'> | undefined =>
  db.get('SELECT name, input, result FROM command_log WHERE uid = ?', [uid])

/** Whether the last command is as it was posted, without its facts: one row, however large the book. */
export const isLastCommandWhole = (db: Readable): boolean => {
  const { seq } = chainHead(db)
  const [last] = chainRows(db, { from: seq, through: seq })
  return last !== undefined && last.hash === hashOf(last, last.prevHash)
}

export interface ChainCheck {
  readonly commands: number
  readonly intact: boolean
  /** seq of the first row that does not follow from the one before; null when all do. */
  readonly brokenAt: number | null
  /** The hash of the last row that follows; empty where none does. */
  readonly head: string
}

/** Commands whose facts are read at once. */
const AT_ONCE = 500

const CHAIN = `
  SELECT seq, uid, name, user_id AS userId, device_id AS deviceId, recorded_at AS recordedAt, hlc, input, result,
    facts_hash AS factsHash, before, prev_hash AS prevHash, hash
  FROM command_log WHERE seq BETWEEN :from AND :through ORDER BY seq`

type ChainRow = CommandRecord & { readonly prevHash: string; readonly hash: string }

const chainRows = (db: Readable, within: { readonly from: number; readonly through: number }): readonly ChainRow[] =>
  db.all<ChainRow>(CHAIN, within)

/**
 * Walks the whole chain and holds the facts of each command against the hash it left; `each` is called now and then to report
 * progress or to stop by throwing.
 */
export const verifyChain = (db: Readable, each: (done: number, total: number) => void = () => {}): ChainCheck => {
  const last = db.value<number>('SELECT max(seq) FROM command_log') ?? 0
  let prevHash = ''
  let commands = 0
  for (let from = 1; from <= last; from += AT_ONCE) {
    const within = { from, through: from + AT_ONCE - 1 }
    const hashes = factsHashes(db, within.from, within.through)
    for (const row of chainRows(db, within)) {
      commands += 1
      const follows = row.seq === commands && row.prevHash === prevHash && row.hash === hashOf(row, prevHash)
      if (!follows || row.factsHash !== (hashes.get(row.seq) ?? ''))
        return { commands, intact: false, brokenAt: row.seq, head: prevHash }
      prevHash = row.hash
    }
    each(commands, last)
  }
  return { commands, intact: true, brokenAt: null, head: prevHash }
}
