import { hkdfSync } from 'node:crypto'
import { readRecoveryPhrase } from '../../../src-shared/company/rules/recovery-phrase.ts'
import { isEncrypted, KEY_BYTES, opens, readPageOne } from './page-one.ts'

/** The key that pages are encrypted with, of the secret that the recovery phrase writes out. */
export const keyOfSecret = (secret: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, Buffer.alloc(0), 'duebook company file 1', KEY_BYTES))

/** Whether only a key opens a file. @throws the file system's errors. */
export const isFileEncrypted = (path: string): boolean => isEncrypted(readPageOne(path))

/**
 * Whether a phrase opens an encrypted file: who has it may do what needs no other proof of who he is. False of a file that is
 * not encrypted. @throws the file system's errors.
 */
export function recoveryPhraseOpens(path: string, phrase: string): boolean {
  const read = readRecoveryPhrase(phrase)
  return 'secret' in read && opens(readPageOne(path), keyOfSecret(read.secret))
}
