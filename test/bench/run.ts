/**
 * Ratios between what Duebook takes and what the machine could do at all, both timed in the same run. Nothing is asserted:
 * machines differ. `npm run bench`, or some of it: `npm run bench -- posting aging`. For start and window the app has to be built. Of a million invoices: `INVOICES=1000000`.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchReads } from './aging.ts'
import { makeBook } from './book.ts'
import { benchBooks } from './books.ts'
import { benchColdStart } from './cold-start.ts'
import { benchEncryption } from './encryption.ts'
import { benchImport } from './imports.ts'
import { multiplyBook } from './multiply.ts'
import { benchOpening } from './opening.ts'
import { benchPosting } from './posting.ts'
import { benchWindow } from './window.ts'

const INVOICES = Number(process.env['INVOICES'] ?? 200_000)
/** Posted one by one, so that a small bench needs no copies. */
const MADE_MOST = Number(process.env['MADE_MOST'] ?? 200_000)
const asked = process.argv.slice(2)
const wanted = (name: string): boolean => asked.length === 0 || asked.includes(name)

const folder = mkdtempSync(join(tmpdir(), 'duebook-bench-'))
try {
  console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.versions.node}`)
  if (wanted('posting')) {
    const small = makeBook(join(folder, 'small.duebook'), 1000)
    copyFileSync(small.path, join(folder, 'small-raw.duebook'))
    await benchPosting(small, join(folder, 'small-raw.duebook'))
  }
  if (wanted('import')) await benchImport(folder)
  if (['posting', 'opening', 'aging', 'books', 'encryption', 'window'].some(wanted)) {
    const start = performance.now()
    // A larger one is the same business many times over: 1,000,000 invoices are 50 of these.
    const once = Math.min(INVOICES, MADE_MOST)
    const made = makeBook(join(folder, 'large.duebook'), once)
    const book = INVOICES > once ? multiplyBook(made, Math.round(INVOICES / once)) : made
    console.log(`made a book of ${book.invoices} invoices in ${((performance.now() - start) / 1000).toFixed(0)} s`)
    if (wanted('opening')) await benchOpening(book)
    if (wanted('aging')) await benchReads(book)
    if (wanted('books')) await benchBooks(book)
    if (wanted('window')) await benchWindow(book, folder)
    if (wanted('encryption')) await benchEncryption(book, join(folder, 'encrypted.duebook'))
    if (wanted('posting')) {
      copyFileSync(book.path, join(folder, 'large-raw.duebook'))
      await benchPosting(book, join(folder, 'large-raw.duebook'))
    }
  }
  if (wanted('start')) await benchColdStart(folder)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
