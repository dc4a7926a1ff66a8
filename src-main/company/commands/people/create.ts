import { keepPin } from '../../../kernel/sign-in/pin.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertEachHasPin, assertNameFree } from './rules.ts'

export const createPerson: CommandHandler<'people.create'> = ({ tx, newUid, newId }, { name, role, pin }) => {
  assertNameFree(tx, name, null)
  const id = newId('user')
  tx.run('INSERT INTO user (id, uid, name, role) VALUES (?, ?, ?, ?)', [id, newUid(), name, role])
  keepPin(tx, id, pin)
  assertEachHasPin(tx)
  return { id, version: 1 }
}
