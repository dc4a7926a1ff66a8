import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { readRecoveryPhrase } from '../../../src-shared/company/rules/recovery-phrase.ts'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import { isEncrypted, opens, readPageOne } from '../../db/cipher/page-one.ts'
import { keyOfSecret } from '../../db/cipher/recovery-phrase.ts'
import { sqliteRefusal } from '../../db/errors.ts'
import { manifestPath, readManifest } from '../backup/backup-manifest.ts'
import { keyFileOf, openWithPassphrase, readKeyFile, type SealedKey } from './sealed-key.ts'

/** What a person opens an encrypted file with. */
export type Secret =
  { readonly passphrase: string; readonly recoveryPhrase?: undefined } | { readonly recoveryPhrase: string }

/** Whether a file can only be read with a key. @throws Refusal file_not_found and those of the disk. */
export function isEncryptedFile(path: string): boolean {
  return isEncrypted(pageOneOf(path))
}

/** What the passphrase of a file opens: beside it, or with a backup in its manifest. Null where both are lost. */
export function sealedKeyOf(path: string): SealedKey | null {
  return readKeyFile(path) ?? readManifest(manifestPath(path))?.sealedKey ?? null
}

/**
 * The secret of an encrypted file. Each try with a passphrase takes some tenths of a second; their number is not limited.
 * @throws Refusal passphrase_wrong, recovery_phrase_wrong, key_file_missing, file_corrupt, file_not_found and those of the disk.
 */
export async function unlock(path: string, secret: Secret): Promise<Uint8Array> {
  return secret.recoveryPhrase === undefined
    ? unlockByPassphrase(path, secret.passphrase)
    : unlockByRecoveryPhrase(path, secret.recoveryPhrase)
}

async function unlockByPassphrase(path: string, passphrase: string): Promise<Uint8Array> {
  const file = basename(path)
  const page = pageOneOf(path)
  const sealedKey = sealedKeyOf(path)
  if (sealedKey === null) throw new Refusal('key_file_missing', { file, keyFile: basename(keyFileOf(path)) })
  const secret = await openWithPassphrase(sealedKey, passphrase)
  if (secret === null) throw new Refusal('passphrase_wrong', { file }, 'passphrase')
  // The passphrase is right, and what it opens does not open the file: the file is damaged, or the key is another one's.
  if (!opens(page, keyOfSecret(secret))) throw new Refusal('file_corrupt', { file })
  return secret
}

function unlockByRecoveryPhrase(path: string, phrase: string): Uint8Array {
  const read = readRecoveryPhrase(phrase)
  if (!('secret' in read) || !opens(pageOneOf(path), keyOfSecret(read.secret)))
    throw new Refusal('recovery_phrase_wrong', { file: basename(path) }, 'recoveryPhrase')
  return read.secret
}

function pageOneOf(path: string) {
  if (!existsSync(path)) throw new Refusal('file_not_found', { file: basename(path) })
  try {
    return readPageOne(path)
  } catch (error) {
    throw sqliteRefusal(error, path) ?? error
  }
}
