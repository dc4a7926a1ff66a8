import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import type { Stored } from '../../../db/stored.ts'

/** Whoever is signed in already stays so when the PIN is wrong. */
export const signIn: CommandHandler<'session.signIn'> = ({ tx, checkPin, signIn: become }, { userId, pin }) => {
  const person = tx.get<Stored<'user', 'id' | 'name' | 'role'>>(
    'SELECT id, name, role FROM user WHERE id = ? AND active = 1',
    [userId],
  )
  if (!person) throw new Refusal('person_not_found', {}, 'userId')
  checkPin({ userId, pin }, new Refusal('pin_wrong', {}, 'pin'))
  become(userId)
  return person
}

export const signOut: CommandHandler<'session.signOut'> = ({ signIn: become }) => {
  become(null)
  return null
}
