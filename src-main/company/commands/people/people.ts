import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'
import { keepPin } from '../../../kernel/sign-in/pin.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { eq, orm } from '../../../db/orm.ts'
import { user } from '../../../db/schema.ts'
import { assertFresh } from '../records/fresh-version.ts'

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

export const createPerson: CommandHandler<'people.create'> = ({ tx, newUid, newId }, { name, role, pin }) => {
  assertNameFree(tx, name, null)
  const id = newId('user')
  tx.run('INSERT INTO user (id, uid, name, role) VALUES (?, ?, ?, ?)', [id, newUid(), name, role])
  keepPin(tx, id, pin)
  assertEachHasPin(tx)
  return { id, version: 1 }
}

/** Changes or archives a person; what was done under the name before keeps it. */
export const updatePerson: CommandHandler<'people.update'> = (context, { id, version, ...entered }) => {
  const { tx, userId } = context
  const stored = orm(tx).select().from(user).where(eq(user.id, id)).get()
  if (stored === undefined) throw new Refusal('person_not_found', {}, 'id')
  assertFresh(context, stored.name, version, entered, stored)
  assertNameFree(tx, entered.name, id)
  const owns = entered.active && entered.role === 'owner'
  if (!owns && !hasOtherOwner(tx, id)) {
    throw new Refusal('last_owner', { name: stored.name }, entered.active ? 'role' : 'active')
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

const hasOtherOwner = (db: Readable, id: number): boolean =>
  db.value(`SELECT 1 FROM user WHERE id <> ? AND role = 'owner' AND active = 1`, [id]) !== undefined

/** One's own PIN takes the one before; a forgotten one is set anew by an owner. */
export const setPin: CommandHandler<'people.setPin'> = (context, { id, pin, currentPin }) => {
  const { tx, userId } = context
  if (tx.value('SELECT 1 FROM user WHERE id = ?', [id]) === undefined) throw new Refusal('person_not_found', {}, 'id')
  if (id === userId) {
    context.checkPin({ userId: id, pin: currentPin }, new Refusal('pin_wrong', {}, 'currentPin'))
  } else if (context.role !== 'owner') {
    throw new Refusal('not_allowed', { role: 'owner' })
  }
  keepPin(tx, id, pin)
  context.forgetWrongPins(id)
  assertEachHasPin(tx)
  return null
}
