import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'

/** Two people of one name could not be told apart in the log. */
export const assertNameFree = (db: Readable, name: string, ownId: number | null): void => {
  const other = db.all<Stored<'user', 'id' | 'name'>>('SELECT id, name FROM user').find((person) => {
    return person.id !== ownId && person.name.localeCompare(name, 'en', { sensitivity: 'base' }) === 0
  })
  if (other) throw new Refusal('name_taken', { name: other.name }, 'name')
}

/** As soon as two people work here, each has a PIN: without, a clerk could choose a supervisor's name. */
export const assertEachHasPin = (db: Readable): void => {
  const active = db.all<Stored<'user', 'name'> & { readonly hasPin: 0 | 1 }>(
    `SELECT name, EXISTS (SELECT 1 FROM user_pin WHERE user_id = id) AS hasPin FROM user WHERE active = 1 ORDER BY id`,
  )
  const without = active.find(({ hasPin }) => hasPin === 0)
  if (active.length > 1 && without) throw new Refusal('pin_missing', { name: without.name }, 'pin')
}
