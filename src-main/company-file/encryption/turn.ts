import { closeSync, existsSync, fstatSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import { chainHead } from '../../db/command-chain.ts'
import { holdAlso, keyOf } from '../../db/cipher/file-keys.ts'
import { damageRefusal, sqliteRefusal } from '../../db/errors.ts'
import { takeWriterLock } from '../../db/lock.ts'
import { openWritable } from '../../db/open.ts'
import { partOf, stopIfCancelled, uncontrolled, type BackupControl } from '../backup/backup-control.ts'
import { discardUnfinished, removeCompanions, removeUnfinished, syncFolder } from '../backup/backup-files.ts'
import { copyKindOf } from '../backup/backup-mark.ts'
import { noteEnd } from '../clean-end.ts'
import { assertSoundCompany } from '../backup/backup-soundness.ts'
import { rewrite } from './rewritten.ts'
import { keyFileOf, writeKeyFile, type NewKey } from './sealed-key.ts'
import { keyOfSecret } from '../../db/cipher/recovery-phrase.ts'

/**
 * Encrypts a company that is in clear; it must not be open anywhere. The encrypted file is made beside it, checked by every rule,
 * and takes its name at once: at every moment the path holds the old file or the new one, whole. What was in clear is
 * overwritten and gone.
 * @throws Refusal encrypted_already, file_is_backup, file_in_use, file_corrupt, file_read_only, disk_full, disk_error, cancelled;
 * then nothing was changed.
 */
export function encryptCompany(
  path: string,
  { secret, sealedKey }: NewKey,
  control: BackupControl = uncontrolled,
): void {
  if (keyOf(path) !== null) throw new Refusal('encrypted_already', { file: basename(path) })
  const key = keyOfSecret(secret)
  holdAlso(key)
  turn(path, null, key, control, () => writeKeyFile(path, sealedKey))
}

/**
 * Takes the encryption of a company off, the same way. Its key file goes last.
 * @throws Refusal not_encrypted, passphrase_needed, and as encrypting does.
 */
export function decryptCompany(path: string, control: BackupControl = uncontrolled): void {
  const key = keyOf(path)
  if (key === null) throw new Refusal('not_encrypted', { file: basename(path) })
  turn(path, key, null, control, () => {})
  rmSync(keyFileOf(path), { force: true })
}

function turn(
  path: string,
  from: Uint8Array | null,
  to: Uint8Array | null,
  control: BackupControl,
  beforeItCounts: () => void,
): void {
  if (copyKindOf(path) !== null) throw new Refusal('file_is_backup', { file: basename(path) })
  const unfinished = `${path}.part`
  const lock = takeWriterLock(path, 'Encryption')
  try {
    removeUnfinished(unfinished)
    const head = emptyLog(path)
    rewrite(path, unfinished, from, to)
    stopIfCancelled(control)
    control.progress(50, 100)
    const made = assertSoundCompany(unfinished, basename(path), partOf(control, 50, 95))
    if (made.commandSeq !== head.seq || made.commandHash !== head.hash)
      throw new Error('the file that was written anew holds other commands')
    stopIfCancelled(control)
    beforeItCounts()
    if (from === null) overwriteAndReplace(unfinished, path)
    else replace(unfinished, path)
    syncFolder(dirname(path))
    // Just checked, all of it.
    noteEnd(path, { seq: made.commandSeq, hash: made.commandHash })
  } catch (error) {
    throw sqliteRefusal(error, path) ?? error
  } finally {
    try {
      discardUnfinished(unfinished)
    } finally {
      lock.release()
    }
  }
}

/** What the write-ahead log still holds goes into the file. */
function emptyLog(path: string) {
  const connection = openWritable(path)
  try {
    connection.driver.pragma('wal_checkpoint(TRUNCATE)')
    return chainHead(connection)
  } catch (error) {
    throw damageRefusal(error, path) ?? error
  } finally {
    connection.close()
  }
}

const CHUNK_BYTES = 1024 * 1024

function replace(unfinished: string, path: string): void {
  removeCompanions(path)
  renameSync(unfinished, path)
}

/**
 * The new file takes the name. The old one, which was in clear, has none then; it is overwritten all the same, as far as the disk
 * does so: one of flash memory writes elsewhere.
 */
export function overwriteAndReplace(unfinished: string, path: string): void {
  // Windows replaces no file that is open.
  if (process.platform === 'win32') return replace(unfinished, path)
  const old = openSync(path, 'r+')
  try {
    replace(unfinished, path)
    overwrite(old)
  } finally {
    closeSync(old)
  }
}

function overwrite(file: number): void {
  const noughts = Buffer.alloc(CHUNK_BYTES)
  const { size, nlink } = fstatSync(file)
  // A backup from before a restore may be the same file under another name.
  if (nlink > 0) return
  for (let at = 0; at < size; at += CHUNK_BYTES) writeSync(file, noughts, 0, Math.min(CHUNK_BYTES, size - at), at)
  fsyncSync(file)
}

/** What a rewriting left that was cut short: in clear, where the encryption was being taken off. */
export function removeCutShort(path: string): void {
  for (const left of [`${path}.part`, `${path}.part-empty`, `${keyFileOf(path)}.part`]) {
    if (existsSync(left)) removeUnfinished(left)
  }
}
