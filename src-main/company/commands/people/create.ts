import { keepPin } from '../../../kernel/pin.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertEachHasPin, assertNameFree } from './rules.ts'

export const createPerson: CommandHandler<'people.create'> = ({ tx, newUid }, { name, role, pin }) => {
  assertNameFree(tx, name, null)
  const id = tx.insert('INSERT INTO user (uid, name, role) VALUES (?, ?, ?)', [newUid(), name, role])
  keepPin(tx, id, pin)
  assertEachHasPin(tx)
  return { id, version: 1 }
}
