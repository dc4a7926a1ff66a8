import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { keepPin } from '../../../kernel/sign-in/pin.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertEachHasPin } from './rules.ts'

/** One's own PIN takes the one before; a forgotten one is set anew by a supervisor. */
export const setPin: CommandHandler<'people.setPin'> = (context, { id, pin, currentPin }) => {
  const { tx, userId } = context
  if (tx.value('SELECT 1 FROM user WHERE id = ?', [id]) === undefined) throw new Refusal('person_not_found', {}, 'id')
  if (id === userId) {
    context.checkPin({ userId: id, pin: currentPin }, new Refusal('pin_wrong', {}, 'currentPin'))
  } else if (context.role !== 'supervisor') {
    throw new Refusal('not_allowed', { role: 'supervisor' })
  }
  keepPin(tx, id, pin)
  assertEachHasPin(tx)
  return null
}
