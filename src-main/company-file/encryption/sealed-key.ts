import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { KEY_BYTES } from '../../db/cipher/page-one.ts'
import { SECRET_BYTES } from '../../../src-shared/company/rules/recovery-phrase.ts'
import { syncFile, syncFolder } from '../backup/backup-files.ts'

/** 128 megabytes and some tenths of a second for each try: what OWASP asks of scrypt. */
const COST = { N: 131_072, r: 8, p: 1 } as const
const SALT_BYTES = 16
const NONCE_BYTES = 12
const TAG_BYTES = 16

const base64 = z.base64().max(200)

/** The secret of a file, which only its passphrase opens. It tells nothing of the company. */
export const sealedKeySchema = z.object({
  format: z.literal(1),
  /** Which secret it is: the same in a company and its backups. */
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  scrypt: z.object({
    N: z.int().min(2).max(1_048_576),
    r: z.int().min(1).max(16),
    p: z.int().min(1).max(4),
    salt: base64,
  }),
  nonce: base64,
  sealed: base64,
})
export type SealedKey = Readonly<z.infer<typeof sealedKeySchema>>

export const newSecret = (): Uint8Array => randomBytes(SECRET_BYTES)

/** A new secret and what the passphrase opens of it. */
export interface NewKey {
  readonly secret: Uint8Array
  readonly sealedKey: SealedKey
}

export const newKeyFor = async (passphrase: string): Promise<NewKey> => {
  const secret = newSecret()
  return { secret, sealedKey: await sealWithPassphrase(secret, passphrase) }
}

const keyIdOf = (secret: Uint8Array): string =>
  createHash('sha256').update('duebook key id 1').update(secret).digest('hex').slice(0, 16)

export async function sealWithPassphrase(secret: Uint8Array, passphrase: string): Promise<SealedKey> {
  const [salt, nonce] = [randomBytes(SALT_BYTES), randomBytes(NONCE_BYTES)]
  const key = await stretched(passphrase, salt, COST)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  key.fill(0)
  return {
    format: 1,
    keyId: keyIdOf(secret),
    scrypt: { ...COST, salt: salt.toString('base64') },
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
  }
}

/** Null where it is another passphrase, or the sealed key was changed. */
export async function openWithPassphrase(sealedKey: SealedKey, passphrase: string): Promise<Uint8Array | null> {
  const bytes = Buffer.from(sealedKey.sealed, 'base64')
  const nonce = Buffer.from(sealedKey.nonce, 'base64')
  if (bytes.length !== SECRET_BYTES + TAG_BYTES || nonce.length !== NONCE_BYTES) return null
  const { salt, ...cost } = sealedKey.scrypt
  const key = await stretched(passphrase, Buffer.from(salt, 'base64'), cost)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAuthTag(bytes.subarray(SECRET_BYTES))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, SECRET_BYTES)), decipher.final()])
  } catch (error) {
    // How Node says that the tag is another one.
    if (error instanceof Error && error.message.includes('authenticate data')) return null
    throw error
  } finally {
    key.fill(0)
  }
}

type Cost = Pick<SealedKey['scrypt'], 'N' | 'r' | 'p'>

/** The same whether letters with accents come as one character or as two. */
function stretched(passphrase: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> {
  const typed = Buffer.from(passphrase.normalize('NFKC'))
  return new Promise((resolve, reject) => {
    scrypt(typed, salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      typed.fill(0)
      if (error) reject(error)
      else resolve(key)
    })
  })
}

const ENDING = '-key'

/** Beside the company: what its passphrase opens. */
export const keyFileOf = (path: string): string => path + ENDING

/** Whole or as it was: written under another name, synced, renamed. */
export function writeKeyFile(path: string, sealedKey: SealedKey): void {
  const file = keyFileOf(path)
  const unfinished = `${file}.part`
  writeFileSync(unfinished, `${JSON.stringify(sealedKey, null, 2)}\n`)
  syncFile(unfinished)
  renameSync(unfinished, file)
  syncFolder(dirname(file))
}

/** Null where there is none, and where it is damaged. */
export function readKeyFile(path: string): SealedKey | null {
  const file = keyFileOf(path)
  return existsSync(file) ? sealedKeyIn(readFileSync(file, 'utf8')) : null
}

function sealedKeyIn(text: string): SealedKey | null {
  try {
    return sealedKeySchema.safeParse(JSON.parse(text)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
