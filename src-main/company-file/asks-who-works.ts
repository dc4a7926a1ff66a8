import { existsSync } from 'node:fs'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import type { Connection } from '../db/connection.ts'
import { damageRefusal } from '../db/errors.ts'
import { openReadable } from '../db/open.ts'

/**
 * Whether a company asks who works, and so can say who may restore it. Of an encrypted one whose key is not held it is taken for
 * granted. Not of one that is gone or damaged: rescuing it waits for nobody.
 */
export function asksWhoWorks(path: string): boolean {
  if (!existsSync(path)) return false
  let connection: Connection | undefined
  try {
    connection = openReadable(path)
    const found = 'SELECT 1 FROM user_pin JOIN user ON user.id = user_id WHERE active = 1 LIMIT 1'
    return connection.value(found) !== undefined
  } catch (error) {
    if (error instanceof Refusal && error.code === 'passphrase_needed') return true
    if (error instanceof Refusal || damageRefusal(error, path) !== undefined) return false
    throw error
  } finally {
    connection?.close()
  }
}
