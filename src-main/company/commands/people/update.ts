import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { Readable } from '../../../db/connection.ts'
import { eq, orm } from '../../../db/orm.ts'
import { user } from '../../../db/schema.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertFresh } from '../records/fresh-version.ts'
import { assertEachHasPin, assertNameFree } from './rules.ts'

/** Changes or archives a person; what was done under the name before keeps it. */
export const updatePerson: CommandHandler<'people.update'> = ({ tx, userId }, { id, version, ...entered }) => {
  const stored = orm(tx).select().from(user).where(eq(user.id, id)).get()
  if (stored === undefined) throw new Refusal('person_not_found', {}, 'id')
  assertFresh(stored.name, version, entered, stored)
  assertNameFree(tx, entered.name, id)
  const supervises = entered.active && entered.role === 'supervisor'
  if (!supervises && !hasOtherSupervisor(tx, id)) {
    throw new Refusal('last_supervisor', { name: stored.name }, entered.active ? 'role' : 'active')
  }
  if (!entered.active && id === userId) throw new Refusal('own_archive', { name: stored.name }, 'active')
  orm(tx)
    .update(user)
    .set({ ...entered, version: version + 1 })
    .where(eq(user.id, id))
    .run()
  assertEachHasPin(tx)
  return { version: version + 1 }
}

const hasOtherSupervisor = (db: Readable, id: number): boolean =>
  db.value(`SELECT 1 FROM user WHERE id <> ? AND role = 'supervisor' AND active = 1`, [id]) !== undefined
