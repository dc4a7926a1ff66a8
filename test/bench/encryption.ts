import { addDays } from '../../src-shared/domain/dates/calendar.ts'
import { call, openForReading, openForWriting, type CompanyFile } from '../../src-main/company-file/company-file.ts'
import { newSecret } from '../../src-main/company-file/encryption/sealed-key.ts'
import { keyOfSecret } from '../../src-main/db/cipher/recovery-phrase.ts'
import { rewrite } from '../../src-main/company-file/encryption/rewritten.ts'
import { holdKeys } from '../../src-main/db/cipher/file-keys.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import type { Book } from './book.ts'
import { postThreeLines } from './invoice.ts'
import { measurePairs, report } from './measure.ts'

const PAIRS = 200

/** What encryption costs: the same work on the same book, encrypted and in clear, in turns. */
export const benchEncryption = async (book: Book, encryptedPath: string): Promise<void> => {
  const key = keyOfSecret(newSecret())
  holdKeys([key])
  // The book spares itself the hashes of its commands, which encrypting a company would miss.
  rewrite(book.path, encryptedPath, null, key)
  const [encrypted, clear] = [openForWriting(encryptedPath), openForWriting(book.path)]
  const of = `(book of ${book.invoices})`
  const random = seededRandom(7)
  let customerId = 1
  const next = (): number => (customerId = 1 + Math.floor(random() * book.customers))
  const post = (company: CompanyFile, customer: number) => postThreeLines(company, customer, addDays(book.to, 1))
  report(
    await measurePairs(
      `encrypted: post an invoice of 3 lines ${of}`,
      PAIRS,
      () => post(encrypted, next()),
      () => post(clear, customerId),
    ),
    'in clear',
    '1.3x',
  )
  encrypted.close()
  clear.close()
  const [sealed, open] = [openForReading(encryptedPath), openForReading(book.path)]
  let day = book.from
  const nextDay = () => (day = addDays(book.from, 200 + Math.floor(random() * 800)))
  report(
    await measurePairs(
      `encrypted: aging as of a past day ${of}`,
      20,
      () => call(sealed, 'aging.byCustomer', { asOf: nextDay() }),
      () => call(open, 'aging.byCustomer', { asOf: day }),
    ),
    'in clear',
    '1.3x',
  )
  report(
    await measurePairs(
      `encrypted: open items of a customer ${of}`,
      400,
      () => call(sealed, 'openItems.forCustomer', { customerId: next(), asOf: book.to }),
      () => call(open, 'openItems.forCustomer', { customerId, asOf: book.to }),
    ),
    'in clear',
    '1.3x',
  )
  sealed.close()
  open.close()
  const opening = (path: string) => openForReading(path).close()
  report(
    await measurePairs(
      `encrypted: open ${of}`,
      20,
      () => opening(encryptedPath),
      () => opening(book.path),
    ),
    'in clear',
    '1.3x',
  )
  holdKeys([])
}
