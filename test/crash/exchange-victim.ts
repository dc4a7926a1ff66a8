/**
 * The program that is killed while it imports, backs up or restores. Waits for a byte, says that it begins, does one
 * thing, says that it is done.
 * Arguments: what to do, the company file, and the list to import, the folder to back up to or the backup to restore.
 */
import { readSync, writeSync } from 'node:fs'
import { backUpCompany } from '../../src-main/exchange/backup.ts'
import { restoreCompany } from '../../src-main/exchange/backup-restore.ts'
import { call, openForWriting } from '../../src-main/kernel/company-file.ts'
import { mapping } from '../ledger/import-fixture.ts'

const [what, path = '', other = ''] = process.argv.slice(2)
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

readSync(0, Buffer.alloc(1))
if (what === 'import') {
  await importList()
} else {
  begin()
  if (what === 'backup') await backUpCompany(path, other, clock)
  else restoreCompany(other, path, clock)
}
writeSync(1, 'done\n')
// Stays to be killed, so that every run ends alike.
readSync(0, Buffer.alloc(1))
