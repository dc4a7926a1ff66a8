import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { Connection } from '../../src-main/db/connection.ts'
import { describeRefusal } from '../../src-shared/refusals.ts'
import { Refusal, type RefusalCode } from '../../src-shared/kit/refusal.ts'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, postInvoice, postReceipt } from '../fixtures/entries.ts'

export interface ClosedCompany {
  readonly path: string
  readonly folder: string
  /** The same file once more under another name, to be damaged. */
  copy(name: string, folder?: string): string
}

/** One customer, so many invoices and a receipt that settles the first; everything is in the file, nothing in its log. */
export const closedCompany = async (invoices = 3): Promise<ClosedCompany> => {
  const company = newCompany()
  const customer = await addCustomer(company, 'NORTH01')
  const posted = []
  for (let index = 0; index < invoices; index += 1) {
    posted.push(await postInvoice(company, customer, '2025-06-01', 1000 + index))
  }
  const [first] = posted
  if (first) await postReceipt(company, customer, '2025-06-10', 1000, [{ documentId: first.id, amount: 1000 }])
  company.file.close()
  const { path, folder } = company
  return {
    path,
    folder,
    copy: (name, target = folder) => {
      copyFileSync(path, join(target, name))
      return join(target, name)
    },
  }
}

/** What an invoice of one line is posted with. */
export const invoiceInput = (commandUid: string, cents = 500) => ({
  commandUid,
  customerId: 1,
  documentDate: '2025-06-20',
  termsId: null,
  dueDate: null,
  rate: null,
  reference: '',
  memo: 'A memo of the length that clerks write, so that a disk fills in fewer postings. '.repeat(5),
  pricesIncludeTax: false,
  lines: [
    {
      productId: null,
      description: 'Goods',
      quantity: 1_000_000,
      unitPrice: cents * 10_000,
      discountPercent: 0,
      taxCodeId: null,
      accountId: null,
    },
  ],
  draftUid: null,
})

/** The bytes of a company and of its logs, as one hash; an empty log, as a reader leaves behind, is none. */
export const bytesOf = (path: string): string => {
  const hash = createHash('sha256')
  for (const part of [path, `${path}-wal`, `${path}-journal`]) {
    const bytes = existsSync(part) ? readFileSync(part) : Buffer.alloc(0)
    if (bytes.length > 0) hash.update(part).update(bytes)
  }
  return hash.digest('hex')
}

export const countsIn = (path: string): { readonly commands: number; readonly documents: number } => {
  const connection = new Connection(path, { readonly: true })
  const count = (table: 'command_log' | 'document'): number =>
    connection.value<number>(`SELECT count(*) FROM ${table}`) ?? 0
  const counts = { commands: count('command_log'), documents: count('document') }
  connection.close()
  return counts
}

/** The refusal that `work` ends with; anything else it throws is a defect, and is thrown on. */
export const refusalOf = (work: () => unknown): Refusal | undefined => {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** Expects `work` to be refused so, in a sentence that tells the remedy. */
export const expectRefused = (work: () => unknown, code: RefusalCode, remedy: RegExp): Refusal | undefined => {
  const refusal = refusalOf(work)
  expect(refusal?.code).toBe(code)
  expect(refusal && describeRefusal(refusal.refused)).toMatch(remedy)
  return refusal
}
