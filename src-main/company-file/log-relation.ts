import { chainHead } from '../db/command-chain.ts'
import type { Readable } from '../db/connection.ts'

/** How far the logs of two copies of a company go together. */
export interface LogRelation {
  /** Commands both have, from the first on. */
  readonly common: number
  /** UTC instant of the last of them; null where they share none. */
  readonly commonAt: string | null
  /** Commands that only the first, and only the second, has. */
  readonly onlyHere: number
  readonly onlyThere: number
}

/** Each hash is made over the one before, so that two logs are equal up to where their hashes are. */
export function relateLogs(here: Readable, there: Readable): LogRelation {
  const [lastHere, lastThere] = [chainHead(here).seq, chainHead(there).seq]
  let common = 0
  let apart = Math.min(lastHere, lastThere) + 1
  while (apart - common > 1) {
    const middle = Math.floor((common + apart) / 2)
    if (hashAt(here, middle) !== undefined && hashAt(here, middle) === hashAt(there, middle)) common = middle
    else apart = middle
  }
  const commonAt = here.value<string>('SELECT recorded_at FROM command_log WHERE seq = ?', [common]) ?? null
  return { common, commonAt, onlyHere: lastHere - common, onlyThere: lastThere - common }
}

const hashAt = (db: Readable, seq: number): string | undefined =>
  db.value<string>('SELECT hash FROM command_log WHERE seq = ?', [seq])
