/**
 * The program that is killed while it does one thing to a company file. Waits for a byte, says that it begins, does it,
 * says that it is done.
 * Arguments: what to do, the company file, and the list to import, the folder to back up to or the backup to restore.
 */
import { readFileSync, readSync, writeSync } from 'node:fs'
import { backUpCompany } from '../../src-main/company-file/backup/backup.ts'
import { restoreCompany } from '../../src-main/company-file/backup/backup-restore.ts'
import { call, openForWriting } from '../../src-main/company-file/company-file.ts'
import { createCompanyFile } from '../../src-main/company-file/create-company.ts'
import type { NewKey } from '../../src-main/company-file/encryption/sealed-key.ts'
import { keyOfSecret } from '../../src-main/db/cipher/recovery-phrase.ts'
import { decryptCompany, encryptCompany } from '../../src-main/company-file/encryption/turn.ts'
import { holdKeys } from '../../src-main/db/cipher/file-keys.ts'
import { mapping } from '../import-export/import-fixture.ts'
import type { Deed } from './killed.ts'

const [what, path = '', other = ''] = process.argv.slice(2)
const deed = what as Deed
const clock = () => new Date()
const token = '0'.repeat(32)

const begin = () => void writeSync(1, 'begun\n')

const importList = async (): Promise<void> => {
  const company = openForWriting(path)
  const { fileHash } = await call(company, 'imports.dryRun', { token, mapping }, { file: other })
  // The check before an import only reads.
  begin()
  await call(company, 'imports.run', { token, mapping, fileHash }, { file: other })
}

const make = (): void => {
  const profile = { name: 'Harbor Paper & Packaging', address: '', phone: '', email: '', taxNumber: '' }
  createCompanyFile(path, { profile, baseCurrency: 'USD' })
}

const keyIn = (file: string): NewKey => {
  const { secret, sealedKey } = JSON.parse(readFileSync(file, 'utf8')) as NewKey & { secret: string }
  return { secret: Buffer.from(secret, 'hex'), sealedKey }
}

const deeds: Readonly<Record<Deed, () => unknown>> = {
  import: importList,
  backup: () => backUpCompany(path, other, clock),
  restore: () => restoreCompany(other, path, clock),
  create: make,
  // A company of an older Duebook is migrated as it is opened.
  migrate: () => openForWriting(path),
  encrypt: () => {
    encryptCompany(path, keyIn(other))
  },
  decrypt: () => {
    holdKeys([keyOfSecret(keyIn(other).secret)])
    decryptCompany(path)
  },
}

readSync(0, Buffer.alloc(1))
if (deed !== 'import') begin()
await deeds[deed]()
writeSync(1, 'done\n')
// Stays to be killed, so that every run ends alike.
readSync(0, Buffer.alloc(1))
