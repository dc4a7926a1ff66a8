import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract, type CommandName } from '../../src-shared/contract.ts'
import { companyFile, type CompanyFile } from '../../src-main/company-file/company-file.ts'
import { Connection } from '../../src-main/db/connection.ts'
import { OWNER } from '../fixtures/clerk.ts'
import { temporaryFolder, TEST_NOW } from '../fixtures/company.ts'
import { rowsOf } from '../fixtures/dump.ts'
import { day } from '../fixtures/entries.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'
import { wholeBooksFile } from '../fixtures/whole-books/whole-books.ts'
import { commandNames } from '../kernel/every-command.ts'

/** The last day of the books that are asked. */
const CLOSED = day('2025-06-30')

/** Documents of the whole books on which each command could do its work if the books were open. */
interface Found {
  readonly invoice: number
  readonly receipt: number
  readonly application: number
  readonly deduction: number
  readonly unidentified: number
}

const OPEN_INVOICE = `
  SELECT d.id FROM open_item JOIN document AS d ON d.id = document_id
  WHERE balance > 10 AND d.currency = 'USD' AND d.customer_id = 1 AND d.kind = 'invoice'
    AND EXISTS (SELECT 1 FROM document_line WHERE document_id = d.id)
  ORDER BY d.id DESC LIMIT 1`

const found = (sql: Connection): Found => {
  const id = (statement: string): number => {
    const first = sql.value<number>(statement)
    if (first === undefined) throw new Error(`the whole books have none: ${statement}`)
    return first
  }
  return {
    invoice: id(OPEN_INVOICE),
    receipt: id(`SELECT d.id FROM open_item JOIN document AS d ON d.id = document_id
      WHERE balance < 0 AND d.currency = 'USD' AND d.customer_id = 1 AND d.kind = 'receipt' ORDER BY d.id DESC LIMIT 1`),
    application: id(`SELECT a.id FROM application AS a JOIN document AS c ON c.id = a.credit_id AND c.kind = 'receipt'
      WHERE a.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM application AS u WHERE u.reverses_id = a.id)
        AND NOT EXISTS (SELECT 1 FROM document AS v WHERE v.reverses_id = c.id OR v.reverses_id = a.debit_id)
      ORDER BY a.id LIMIT 1`),
    deduction: id(`SELECT document_id FROM deduction JOIN open_item USING (document_id) WHERE balance > 0 LIMIT 1`),
    unidentified: id(`SELECT id FROM unidentified_receipt AS u
      WHERE NOT EXISTS (SELECT 1 FROM unidentified_receipt_end WHERE unidentified_id = u.id) LIMIT 1`),
  }
}

const paid = (documentId: number) => ({ documentId, amount: 1, discount: 0, writeOff: 0, writeOffReason: '' })

const answerTo = async (file: CompanyFile, name: CommandName, uid: number, changed: object): Promise<object> => {
  const valid: object = validInputs('')[name]
  const commandUid = `0197c2b4-0000-7000-8000-${String(uid).padStart(12, '0')}`
  return file.dispatch(name, { ...valid, ...changed, commandUid }, { userId: OWNER.userId })
}

/** A short pay that nothing has settled yet. */
const deduct = async (file: CompanyFile, invoice: number): Promise<void> => {
  const applications = [{ ...paid(invoice), deductions: [{ reasonCodeId: 1, amount: 1, memo: '' }] }]
  const short = await answerTo(file, 'receipts.post', 100, { amount: 1, applications, date: day('2025-06-20') })
  expect(short).toMatchObject({ ok: true })
}

/** What is asked of each beside its valid input, and beside which field the refusal is said. */
type Case = { readonly beside: string; readonly input?: (found: Found) => object }

const CASES: Readonly<Partial<Record<CommandName, Case>>> = {
  'adjustments.post': { beside: 'date', input: () => ({ applications: [] }) },
  'applications.apply': {
    beside: 'date',
    input: ({ receipt, invoice }) => ({ creditDocumentId: receipt, date: CLOSED, lines: [paid(invoice)] }),
  },
  'applications.applyCredits': {
    beside: 'date',
    input: ({ receipt, invoice }) => ({
      date: CLOSED,
      credits: [{ documentId: receipt, amount: 1 }],
      applications: [paid(invoice)],
    }),
  },
  'applications.unapply': {
    beside: 'date',
    input: ({ application }) => ({ applicationId: application, date: CLOSED }),
  },
  'deductions.allow': { beside: 'date', input: ({ deduction }) => ({ id: deduction }) },
  'deductions.chargeBack': { beside: 'date', input: ({ deduction }) => ({ id: deduction }) },
  'unidentifiedReceipts.post': { beside: 'date' },
  'unidentifiedReceipts.identify': {
    beside: 'date',
    input: ({ unidentified }) => ({ id: unidentified, applications: [] }),
  },
  'unidentifiedReceipts.giveBack': { beside: 'date', input: ({ unidentified }) => ({ id: unidentified }) },
  'receipts.post': { beside: 'date', input: () => ({ applications: [] }) },
  'receipts.returnPayment': { beside: 'date', input: ({ receipt }) => ({ id: receipt, fee: null }) },
  'refunds.post': { beside: 'date', input: ({ receipt }) => ({ creditDocumentId: receipt, amount: 1 }) },
  'creditNotes.post': { beside: 'documentDate', input: () => ({ applications: [] }) },
  'creditNotes.postFromInvoice': { beside: 'documentDate', input: ({ invoice }) => ({ invoiceId: invoice }) },
  'debitNotes.post': { beside: 'documentDate' },
  'invoices.post': { beside: 'documentDate' },
  'openingBalances.post': { beside: 'items.0.documentDate' },
  'recurring.post': {
    beside: 'occurrences.0.documentDate',
    input: () => ({ occurrences: [{ recurringId: 1, dueOn: CLOSED, documentDate: CLOSED, rate: null }] }),
  },
  'financeCharges.post': { beside: 'asOf' },
  'financeCharges.credit': { beside: 'date' },
  'revaluation.post': { beside: 'date' },
  'documents.void': { beside: 'date', input: ({ invoice }) => ({ id: invoice }) },
  'documents.voidAndCopy': { beside: 'date', input: ({ invoice }) => ({ id: invoice }) },
}

/** What reads a clerk's file, and what posts only after it was saved, have tests of their own. */
const ELSEWHERE = ['imports.run', 'recurring.save']

const openedBooks = async () => {
  const path = join(temporaryFolder(), 'Books.duebook')
  await wholeBooksFile(path)
  const sql = new Connection(path)
  const file = companyFile(sql, { clock: () => TEST_NOW }, undefined)
  const invoice = sql.value<number>(OPEN_INVOICE) ?? 0
  await deduct(file, invoice)
  const due = { occurrences: [{ recurringId: 1, dueOn: CLOSED }] }
  expect(await answerTo(file, 'recurring.restore', 101, due)).toMatchObject({ ok: true })
  return { sql, file, ids: found(sql) }
}

test('every command that posts has its closed day asked for here', () => {
  const posting = commandNames.filter((name) =>
    (contract[name].refusals as readonly string[]).includes('period_locked'),
  )
  expect([...Object.keys(CASES), ...ELSEWHERE].toSorted()).toEqual(posting.toSorted())
})

test('what would post on the closing day is refused beside its date, and nothing is changed', async () => {
  const { sql, file, ids } = await openedBooks()
  const version = sql.value<number>('SELECT version FROM company') ?? 0
  const names = commandNames.filter((name) => name in CASES)
  const closing = {
    closingDate: CLOSED,
    reason: 'June is closed',
    version,
    commandUid: '0197c2b4-0000-7000-8000-999999999999',
  }
  expect(await file.dispatch('company.setClosingDate', closing, { userId: OWNER.userId })).toMatchObject({ ok: true })
  const before = rowsOf(sql)
  for (const [uid, name] of names.entries()) {
    const { beside, input } = CASES[name] ?? { beside: '' }
    const answer = await answerTo(file, name, uid, input?.(ids) ?? {})
    expect({ name, answer }).toMatchObject({
      name,
      answer: { ok: false, error: { code: 'period_locked', path: beside } },
    })
  }
  expect(rowsOf(sql)).toBe(before)
  file.close()
})

const TWICE: Readonly<Partial<Record<CommandName, (found: Found) => object>>> = {
  'adjustments.post': ({ invoice }) => ({
    applications: [
      { documentId: invoice, amount: 1 },
      { documentId: invoice, amount: 2 },
    ],
  }),
  'applications.apply': ({ receipt, invoice }) => ({
    creditDocumentId: receipt,
    lines: [paid(invoice), paid(invoice)],
  }),
  'applications.applyCredits': ({ receipt, invoice }) => ({
    credits: [{ documentId: receipt, amount: 2 }],
    applications: [paid(invoice), paid(invoice)],
  }),
  'unidentifiedReceipts.identify': ({ unidentified, invoice }) => ({
    id: unidentified,
    applications: [paid(invoice), paid(invoice)],
  }),
  'receipts.post': ({ invoice }) => ({ applications: [paid(invoice), paid(invoice)] }),
  'creditNotes.post': ({ invoice }) => ({
    applications: [
      { documentId: invoice, amount: 1 },
      { documentId: invoice, amount: 2 },
    ],
  }),
}

test('an item listed twice is refused by every command that takes a list of them, and nothing is changed', async () => {
  const listing = commandNames.filter((name) =>
    (contract[name].refusals as readonly string[]).includes('applied_twice'),
  )
  expect(Object.keys(TWICE).toSorted()).toEqual(listing.toSorted())
  const { sql, file, ids } = await openedBooks()
  const before = rowsOf(sql)
  for (const [uid, name] of listing.entries()) {
    const answer = await answerTo(file, name, uid, TWICE[name]?.(ids) ?? {})
    const path = `${name === 'applications.apply' ? 'lines' : 'applications'}.1.documentId`
    expect({ name, answer }).toMatchObject({ name, answer: { ok: false, error: { code: 'applied_twice', path } } })
  }
  expect(rowsOf(sql)).toBe(before)
  file.close()
})
