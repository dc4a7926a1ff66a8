import type { Readable } from '../../../db/connection.ts'

export interface Reason {
  readonly id: number
  readonly name: string
  readonly accountId: number
}

/** An adjustment's reason as it is now, archived or not: what was deducted for it is still resolved with it. */
export const reasonById = (db: Readable, id: number): Reason | undefined =>
  db.get<Reason>('SELECT id, name, account_id AS accountId FROM reason_code WHERE id = ?', [id])

export const isOffered = (db: Readable, id: number): boolean =>
  db.value('SELECT 1 FROM reason_code WHERE id = ? AND archived = 0', [id]) !== undefined
