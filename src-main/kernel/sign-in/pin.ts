import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import type { Readable, Writable } from '../../db/connection.ts'
import type { Stored } from '../../db/stored.ts'

/** What a PIN or the recovery phrase is checked against. Salt and hash are hexadecimal; the cost is scrypt's. */
export type Check = Stored<'userPin', 'salt' | 'hash' | 'cost' | 'blockSize' | 'parallelization'>

/** About a twentieth of a second and 32 MB a try. Kept with each PIN, so that they can rise. */
const COST = { cost: 2 ** 15, blockSize: 8, parallelization: 1 } as const
const SALT_BYTES = 16
const HASH_BYTES = 32

const scrypt = (secret: string, { salt, cost, blockSize, parallelization }: Omit<Check, 'hash'>): Buffer =>
  scryptSync(secret, Buffer.from(salt, 'hex'), HASH_BYTES, {
    cost,
    blockSize,
    parallelization,
    maxmem: 128 * blockSize * (cost + parallelization + 2),
  })

/** What a secret is checked against from now on. */
export const checkOf = (secret: string): Check => {
  const made = { ...COST, salt: randomBytes(SALT_BYTES).toString('hex') }
  return { ...made, hash: scrypt(secret, made).toString('hex') }
}

export const passes = (secret: string, check: Check): boolean =>
  timingSafeEqual(scrypt(secret, check), Buffer.from(check.hash, 'hex'))

/** True of the right PIN, and of no PIN (null) for somebody who has none. */
export const isPinOf = (db: Readable, userId: number, pin: string | null): boolean => {
  const stored = db.get<Check>(
    'SELECT salt, hash, cost, block_size AS blockSize, parallelization FROM user_pin WHERE user_id = ?',
    [userId],
  )
  if (stored === undefined || pin === null) return stored === undefined && pin === null
  return passes(pin, stored)
}

/** Puts a PIN in place of the one before; null takes it away. */
export const keepPin = (tx: Writable, userId: number, pin: string | null): void => {
  tx.run('DELETE FROM user_pin WHERE user_id = ?', [userId])
  if (pin === null) return
  tx.run(
    `INSERT INTO user_pin (user_id, salt, hash, cost, block_size, parallelization)
     VALUES (:userId, :salt, :hash, :cost, :blockSize, :parallelization)`,
    { userId, ...checkOf(pin) },
  )
}
