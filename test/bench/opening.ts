import { closeSync, copyFileSync, fsyncSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backUpCompany } from '../../src-main/company-file/backup/backup.ts'
import { openForWriting } from '../../src-main/company-file/company-file.ts'
import { openReadable } from '../../src-main/db/open.ts'
import type { Book } from './book.ts'
import { measurePairs, report } from './measure.ts'

const PAIRS = 9

/** From a closed company to one that takes commands, and back: what quitting waits for. Its backup follows by itself. */
export const benchOpening = async (book: Book): Promise<void> => {
  // As after a check: from then on its end is known.
  const first = openForWriting(book.path)
  first.checked(true)
  first.close()
  const raw = (): void => {
    const connection = openReadable(book.path)
    connection.value('SELECT count(*) FROM company')
    connection.close()
  }
  const openAndClose = (): void => openForWriting(book.path).close()
  report(
    await measurePairs(`open for work and close (book of ${book.invoices})`, PAIRS, openAndClose, raw),
    'the file alone',
  )
  await benchBackup(book)
}

/** A backup is a copy that is checked by every rule before it counts; the raw side is the copy alone, synced. */
const benchBackup = async (book: Book): Promise<void> => {
  const folder = mkdtempSync(join(dirname(book.path), 'backups-'))
  const copied = join(folder, 'copy')
  try {
    report(
      await measurePairs(
        'back up',
        1,
        () => backUpCompany(book.path, folder, () => new Date()),
        () => {
          copyFileSync(book.path, copied)
          const file = openSync(copied, 'r+')
          fsyncSync(file)
          closeSync(file)
        },
      ),
      'a copy',
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
