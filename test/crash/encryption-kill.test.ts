import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openForWriting } from '../../src-main/company-file/company-file.ts'
import { keyFileOf } from '../../src-main/company-file/encryption/sealed-key.ts'
import { keyOfSecret } from '../../src-main/db/cipher/recovery-phrase.ts'
import { decryptCompany, encryptCompany } from '../../src-main/company-file/encryption/turn.ts'
import { isEncryptedFile, unlock } from '../../src-main/company-file/encryption/unlock.ts'
import { holdKeys } from '../../src-main/db/cipher/file-keys.ts'
import { expectInvariants, temporaryFolder } from '../fixtures/company.ts'
import { dumpOf } from '../fixtures/dump.ts'
import { filesWith, heldKey, PASSPHRASE } from '../fixtures/encrypted-company.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { programToKill } from '../fixtures/bundled-program.ts'
import { closedCompany } from './closed-company.ts'
import { killed, momentOf, unharmed } from './killed.ts'

const KILLS = Number(process.env['ENCRYPTION_KILLS'] ?? 8)
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const random = seededRandom(SEED)
const PLANTED = ['Quay Street', 'CREATE TABLE']

let program = ''
beforeAll(async () => {
  program = await programToKill('test/crash/victim.ts')
}, 60_000)

/** The same company again and again in a folder of its own, and the key that a killed process is given. */
const prepared = async (isEncrypted: boolean) => {
  const { path: source } = await closedCompany(20)
  const newKey = await heldKey()
  const folder = temporaryFolder()
  const path = join(folder, 'Sealed.duebook')
  const keyPath = join(temporaryFolder(), 'key.json')
  const { secret, sealedKey } = newKey
  writeFileSync(keyPath, JSON.stringify({ secret: Buffer.from(secret).toString('hex'), sealedKey }))
  const renew = (): void => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name))
    copyFileSync(source, path)
    holdKeys([keyOfSecret(secret)])
    if (isEncrypted) encryptCompany(path, newKey)
  }
  renew()
  return { before: dumpOf(path), folder, path, keyPath, renew }
}

test(
  `${KILLS} kills while encryption is turned on: the file is the old one or the new one, and opens`,
  { timeout: 300_000 },
  async () => {
    const { before, folder, path, keyPath, renew } = await prepared(false)
    const whole_ms = await unharmed(program, 'encrypt', path, keyPath)
    let landed = 0
    for (let kill = 0; kill < KILLS; kill += 1) {
      renew()
      const { done } = await killed(program, 'encrypt', path, keyPath, momentOf(kill, KILLS, whole_ms, random))
      const where = `kill ${kill}, seed ${SEED}`
      if (!done) landed += 1
      else expect(isEncryptedFile(path), where).toBe(true)
      // What was being written is encrypted from its first byte.
      for (const name of filesWith(folder, PLANTED))
        expect([name, isEncryptedFile(path)], where).toEqual(['Sealed.duebook', false])
      openForWriting(path).close()
      expect(dumpOf(path), where).toBe(before)
      expectInvariants(path)
      if (isEncryptedFile(path)) expect(await unlock(path, { passphrase: PASSPHRASE }), where).toHaveLength(20)
      expect(
        readdirSync(folder).filter((name) => name.includes('.part')),
        where,
      ).toEqual([])
    }
    expect(landed, `kills that came in the middle of it, seed ${SEED}`).toBeGreaterThan(0)
  },
)

test(
  `${KILLS} kills while it is turned off: the file is the old one or the new one, and what was half in clear goes`,
  { timeout: 300_000 },
  async () => {
    const { before, folder, path, keyPath, renew } = await prepared(true)
    const whole_ms = await unharmed(program, 'decrypt', path, keyPath)
    let landed = 0
    for (let kill = 0; kill < KILLS; kill += 1) {
      renew()
      const { done } = await killed(program, 'decrypt', path, keyPath, momentOf(kill, KILLS, whole_ms, random))
      const where = `kill ${kill}, seed ${SEED}`
      if (!done) landed += 1
      else expect(isEncryptedFile(path), where).toBe(false)
      openForWriting(path).close()
      expect(dumpOf(path), where).toBe(before)
      expectInvariants(path)
      const isEncrypted = isEncryptedFile(path)
      if (isEncrypted) {
        expect(existsSync(keyFileOf(path)), where).toBe(true)
        expect(filesWith(folder, PLANTED), where).toEqual([])
        decryptCompany(path)
      }
      expect(readFileSync(path).includes('CREATE TABLE'), where).toBe(true)
    }
    expect(landed, `kills that came in the middle of it, seed ${SEED}`).toBeGreaterThan(0)
  },
)
