import type { Values } from '../../../../src-shared/kit/history.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'

/** A command as the log has it, its JSON read. */
export interface LoggedCommand {
  readonly seq: number
  readonly name: string
  readonly recordedAt: string
  readonly person: string
  readonly device: string
  readonly approvedBy: string
  readonly input: Values
  readonly output: unknown
  readonly before: Values | null
}

interface Row extends Stored<'commandLog', 'seq' | 'name' | 'recordedAt' | 'input' | 'result' | 'before'> {
  readonly person: string
  readonly device: string
  readonly approvedBy: string
}

const ROW = `
  SELECT c.seq, c.name, c.recorded_at AS recordedAt, c.input, c.result, c.before, u.name AS person, d.name AS device,
    coalesce((
      SELECT group_concat(DISTINCT s.name) FROM approval AS g CROSS JOIN user AS s ON s.id = g.user_id
      WHERE g.command_seq = c.seq), '') AS approvedBy
  FROM command_log AS c JOIN user AS u ON u.id = c.user_id JOIN device AS d ON d.id = c.device_id
  WHERE c.seq = ?`

export function loggedCommand(db: Readable, seq: number): LoggedCommand {
  const row = db.get<Row>(ROW, [seq])
  if (row === undefined) throw new Error(`command ${seq} is not in the log`)
  const { input, result, before, ...rest } = row
  return {
    ...rest,
    input: JSON.parse(input) as Values,
    output: JSON.parse(result) as unknown,
    before: before === null ? null : (JSON.parse(before) as Values),
  }
}
