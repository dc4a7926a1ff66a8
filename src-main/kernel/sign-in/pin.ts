import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import type { Readable, Writable } from '../../db/connection.ts'
import type { Stored } from '../../db/stored.ts'

/** What a PIN is checked against. Salt and hash are hexadecimal; the cost is scrypt's. */
type StoredPin = Stored<'userPin', 'salt' | 'hash' | 'cost' | 'blockSize' | 'parallelization'>

/** About a twentieth of a second and 32 MB a try. Kept with each PIN, so that they can rise. */
const COST = { cost: 2 ** 15, blockSize: 8, parallelization: 1 } as const
const SALT_BYTES = 16
const HASH_BYTES = 32

const scrypt = (pin: string, { salt, cost, blockSize, parallelization }: Omit<StoredPin, 'hash'>): Buffer =>
  scryptSync(pin, Buffer.from(salt, 'hex'), HASH_BYTES, {
    cost,
    blockSize,
    parallelization,
    maxmem: 128 * blockSize * (cost + parallelization + 2),
  })

/** True of the right PIN, and of no PIN (null) for somebody who has none. */
export const isPinOf = (db: Readable, userId: number, pin: string | null): boolean => {
  const stored = db.get<StoredPin>(
    'SELECT salt, hash, cost, block_size AS blockSize, parallelization FROM user_pin WHERE user_id = ?',
    [userId],
  )
  if (stored === undefined || pin === null) return stored === undefined && pin === null
  return timingSafeEqual(scrypt(pin, stored), Buffer.from(stored.hash, 'hex'))
}

/** Puts a PIN in place of the one before; null takes it away. */
export const keepPin = (tx: Writable, userId: number, pin: string | null): void => {
  tx.run('DELETE FROM user_pin WHERE user_id = ?', [userId])
  if (pin === null) return
  const made = { ...COST, salt: randomBytes(SALT_BYTES).toString('hex') }
  tx.run(
    `INSERT INTO user_pin (user_id, salt, hash, cost, block_size, parallelization)
     VALUES (:userId, :salt, :hash, :cost, :blockSize, :parallelization)`,
    { userId, ...made, hash: scrypt(pin, made).toString('hex') },
  )
}
