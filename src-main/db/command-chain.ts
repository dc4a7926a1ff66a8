import { createHash } from 'node:crypto'
import { canonicalize } from 'json-canonicalize'
import type { Readable, Writable } from './connection.ts'

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
}

export interface ChainHead {
  readonly seq: number
  readonly hash: string
  readonly hlc: string
}

/** JSON in one form only, so that equal inputs are equal texts and hashes do not depend on key order. */
export const canonicalJson = (value: unknown): string => canonicalize(value)

/** SHA-256 over the previous hash and the record, hexadecimal. */
const hashOf = (record: CommandRecord, prevHash: string): string =>
  createHash('sha256')
    .update(prevHash)
    .update(
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
      ]),
    )
    .digest('hex')

export const chainHead = (db: Readable): ChainHead =>
  db.get<ChainHead>('SELECT seq, hash, hlc FROM command_log ORDER BY seq DESC LIMIT 1') ?? { seq: 0, hash: '', hlc: '' }

export const appendCommand = (tx: Writable, record: CommandRecord, prevHash: string): void => {
  tx.run(
    `INSERT INTO command_log (seq, uid, name, user_id, device_id, recorded_at, hlc, input, result, prev_hash, hash)
     VALUES (:seq, :uid, :name, :userId, :deviceId, :recordedAt, :hlc, :input, :result, :prevHash, :hash)`,
    { ...record, prevHash, hash: hashOf(record, prevHash) },
  )
}

/** The stored answer of a command sent before; undefined when its uid is new. */
export const earlierCommand = (
  db: Readable,
  uid: string,
): { readonly name: string; readonly input: string; readonly result: string } | undefined =>
  db.get('SELECT name, input, result FROM command_log WHERE uid = ?', [uid])

export interface ChainCheck {
  readonly commands: number
  readonly intact: boolean
  /** seq of the first row that does not follow from the one before; null when all do. */
  readonly brokenAt: number | null
}

/** Walks the whole chain; `each` is called now and then to report progress or to stop by throwing. */
export const verifyChain = (db: Readable, each: (done: number) => void = () => {}): ChainCheck => {
  let prevHash = ''
  let commands = 0
  const rows = db.iterateRows<
    [
      seq: number,
      uid: string,
      name: string,
      userId: number,
      deviceId: number,
      recordedAt: string,
      hlc: string,
      input: string,
      result: string,
      prevHash: string,
      hash: string,
    ]
  >(
    'SELECT seq, uid, name, user_id, device_id, recorded_at, hlc, input, result, prev_hash, hash FROM command_log ORDER BY seq',
  )
  for (const [seq, uid, name, userId, deviceId, recordedAt, hlc, input, result, namedHash, hash] of rows) {
    commands += 1
    if (commands % 10_000 === 0) each(commands)
    const expected = hashOf({ seq, uid, name, userId, deviceId, recordedAt, hlc, input, result }, prevHash)
    if (seq !== commands || namedHash !== prevHash || hash !== expected)
      return { commands, intact: false, brokenAt: seq }
    prevHash = hash
  }
  return { commands, intact: true, brokenAt: null }
}
