import type { Readable } from '../db/connection.ts'
import { newIds, type KeyedTable, type NewId } from '../db/new-id.ts'
import type { GivenKeys } from './made-command.ts'
import { newUid as freshUid } from './uid-source.ts'

export interface RowKeys {
  readonly newId: NewId
  readonly newUid: () => string
  /** All that was given so far. */
  readonly given: GivenKeys
}

/** Keys and uids for the rows of one command; where it was made before, those that it gave then come first. */
export const rowKeys = (db: Readable, block: number, before: GivenKeys | null): RowKeys => {
  const ids: Partial<Record<KeyedTable, number[]>> = {}
  const uids: string[] = []
  const nextId = newIds(db, block, before?.ids)
  return {
    newId: (table) => {
      const id = nextId(table)
      const sofar = ids[table]
      if (sofar) sofar.push(id)
      else ids[table] = [id]
      return id
    },
    newUid: () => {
      const uid = before?.uids[uids.length] ?? freshUid()
      uids.push(uid)
      return uid
    },
    given: { ids, uids },
  }
}
