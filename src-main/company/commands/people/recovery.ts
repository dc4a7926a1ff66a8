import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { isAtLeast } from '../../../../src-shared/kit/operation.ts'
import { readRecoveryPhrase, writeRecoveryPhrase } from '../../../../src-shared/company/rules/recovery-phrase.ts'
import { recoveryPhraseOpens } from '../../../db/cipher/recovery-phrase.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { checkOf, keepPin, passes, type Check } from '../../../kernel/sign-in/pin.ts'
import { recoveryOf } from '../../queries/people/recovery.ts'

/** As it is printed, however it was typed; null where it is none. */
const written = (typed: string): string | null => {
  const read = readRecoveryPhrase(typed)
  return 'secret' in read ? writeRecoveryPhrase(read.secret) : null
}

/** Puts a phrase in place of the one before: a sheet that is in the safe is never made worthless unseen. */
export const setRecoveryPhrase: CommandHandler<'people.setRecoveryPhrase'> = ({ tx }, { replaces, recoveryPhrase }) => {
  const phrase = written(recoveryPhrase)
  if (phrase === null) throw new Refusal('phrase_invalid', {}, 'recoveryPhrase')
  if (recoveryOf(tx).version !== replaces) throw new Refusal('phrase_replaced', {}, 'replaces')
  tx.run('DELETE FROM recovery_phrase')
  tx.run(
    `INSERT INTO recovery_phrase (id, version, salt, hash, cost, block_size, parallelization)
     VALUES (1, :version, :salt, :hash, :cost, :blockSize, :parallelization)`,
    { version: replaces + 1, ...checkOf(phrase) },
  )
  return { version: replaces + 1 }
}

/** Of an owner or a supervisor, whose PIN nobody else may be there to set; a clerk has an owner. */
export const setForgottenPin: CommandHandler<'people.setForgottenPin'> = (context, { id, pin, recoveryPhrase }) => {
  const { tx } = context
  const person = tx.get<Stored<'user', 'role'>>('SELECT role FROM user WHERE id = ? AND active = 1', [id])
  if (person === undefined) throw new Refusal('person_not_found', {}, 'id')
  if (!isAtLeast(person.role, 'supervisor')) throw new Refusal('pin_by_owner', {}, 'id')
  assertPhrase(tx, recoveryPhrase)
  keepPin(tx, id, pin)
  context.forgetWrongPins(id)
  return null
}

/** That which opens the encrypted file, or that which was printed for the company. */
const assertPhrase = (db: Readable, typed: string): void => {
  const { version, isOfFile } = recoveryOf(db)
  if (version === 0 && !isOfFile) throw new Refusal('phrase_missing', {}, 'recoveryPhrase')
  if (isOfFile && recoveryPhraseOpens(db.file, typed)) return
  const phrase = written(typed)
  const check = db.get<Check>(
    'SELECT salt, hash, cost, block_size AS blockSize, parallelization FROM recovery_phrase WHERE id = 1',
  )
  if (phrase === null || check === undefined || !passes(phrase, check))
    throw new Refusal('phrase_wrong', {}, 'recoveryPhrase')
}
