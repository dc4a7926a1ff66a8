import { existsSync, rmSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { keyOf } from '../../db/cipher/file-keys.ts'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import type { BackupControl } from '../backup/backup-control.ts'
import { discardUnfinished, removeUnfinished, sha256OfFile, syncFolder } from '../backup/backup-files.ts'
import { findBackups, type ListedBackup, type Place } from '../backup/backup-list.ts'
import { manifestPath, readManifest, writeManifest } from '../backup/backup-manifest.ts'
import { rewrite } from './rewritten.ts'
import { keyFileOf, writeKeyFile, type SealedKey } from './sealed-key.ts'
import { overwriteAndReplace } from './turn.ts'
import { isEncryptedFile, sealedKeyOf } from './unlock.ts'

/** The backups of a company, and what lies beside it from before a restore or a migration. */
export interface OfCompany {
  readonly companyUid: string
  readonly path: string
  readonly places: readonly Place[]
}

const copiesOf = ({ places, companyUid, path }: OfCompany): readonly ListedBackup[] =>
  findBackups(places, companyUid, path)

/** Copies that anybody can read. */
export const readableCopies = (company: OfCompany): readonly Pick<ListedBackup, 'path' | 'madeAt'>[] =>
  copiesOf(company).filter(({ path }) => !isEncryptedFile(path))

/** Places whose disk is not there: what lies in them is not known. */
export const unreachedPlaces = ({ places }: OfCompany): readonly string[] =>
  places.filter(({ folder, isDefault }) => !isDefault && !existsSync(folder)).map(({ folder }) => folder)

/** Each manifest first: a backup without one counts as unfinished. */
export function deleteReadable(company: OfCompany): void {
  for (const { path } of readableCopies(company)) {
    rmSync(manifestPath(path), { force: true })
    removeUnfinished(path)
    syncFolder(dirname(path))
  }
}

/** Encrypts each with the key of the company. A kill leaves each as it was or encrypted. @throws Refusal not_encrypted, cancelled. */
export function encryptReadable(company: OfCompany, control: BackupControl): void {
  const key = keyOf(company.path)
  if (key === null) throw new Refusal('not_encrypted', { file: basename(company.path) })
  const sealedKey = sealedKeyOf(company.path)
  const copies = readableCopies(company)
  for (const [index, { path }] of copies.entries()) {
    if (control.isCancelled()) throw new Refusal('cancelled')
    encryptCopy(path, key, sealedKey)
    control.progress(index + 1, copies.length)
  }
}

function encryptCopy(path: string, key: Uint8Array, sealedKey: SealedKey | null): void {
  const unfinished = `${path}.part`
  const manifest = readManifest(manifestPath(path))
  removeUnfinished(unfinished)
  try {
    rewrite(path, unfinished, null, key)
    const sha256 = sha256OfFile(unfinished)
    const bytes = statSync(unfinished).size
    if (sealedKey !== null && manifest === null) writeKeyFile(path, sealedKey)
    // Killed between the two, it still lies in clear, and is done when this is done again.
    if (manifest !== null) {
      const { holds: _, ...rest } = manifest
      writeManifest(dirname(path), { ...rest, sha256, bytes, ...(sealedKey === null ? {} : { sealedKey }) })
    }
    overwriteAndReplace(unfinished, path)
    syncFolder(dirname(path))
  } finally {
    discardUnfinished(unfinished)
  }
}

/** Seals the secret of a company and of its backups anew; answers how many backups there were. */
export function sealAnew(company: OfCompany, sealedKey: SealedKey): number {
  writeKeyFile(company.path, sealedKey)
  let count = 0
  for (const { path } of copiesOf(company)) {
    if (sealedKeyOf(path)?.keyId !== sealedKey.keyId) continue
    const manifest = readManifest(manifestPath(path))
    if (manifest !== null) writeManifest(dirname(path), { ...manifest, sealedKey })
    if (manifest === null || existsSync(keyFileOf(path))) writeKeyFile(path, sealedKey)
    count += 1
  }
  return count
}
