import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract, subjects, type OperationName } from '../../src-shared/contract.ts'
import type { Subject } from '../../src-shared/kit/subjects.ts'
import { Connection } from '../../src-main/db/connection.ts'
import { temporaryFolder } from '../fixtures/company.ts'
import { wholeBooksFile } from '../fixtures/whole-books/whole-books.ts'
import { operationNames } from '../kernel/every-command.ts'
import { answerOf, reader } from '../known/answers.ts'
import { NOT_ASKED, questionsOf } from '../known/questions.ts'

/**
 * What each table is about. The log is not among them: what is read of it beside its own screens never changes. Nor are people:
 * who works is asked before each query.
 */
const TABLES_OF: Readonly<Partial<Record<Subject, string>>> = {
  company: 'company',
  preferences: 'preference',
  accounts: 'account account_role',
  terms: 'terms',
  taxCodes: 'tax_code tax_code_component',
  products: 'product',
  reasons: 'reason_code',
  limits: 'role_limit',
  rates: 'exchange_rate currency_quote',
  numbers: 'number_series number_taken number_passed_over',
  drafts: 'draft',
  customers: 'customer contact customer_address customer_currency_limit',
  documents:
    'document document_line document_tax instalment application_tax overpayment returned_payment finance_charge_item ' +
    'finance_charge_credit credit_reduction approval',
  openItems: 'open_item application item_hold customer_currency',
  entries: 'posting entry account_day receivable_day account_total revaluation',
  batches: 'receipt_batch',
  unidentifiedReceipts: 'unidentified_receipt unidentified_receipt_end',
  deductions: 'deduction deduction_resolution',
  recurringInvoices: 'recurring_invoice recurring_occurrence',
}

const subjectOf = new Map(
  Object.entries(TABLES_OF).flatMap(([subject, tables]) =>
    tables.split(' ').map((table): [string, string] => [table, subject]),
  ),
)

/** These follow the log, which every command adds to. */
const FOLLOW_THE_LOG: readonly OperationName[] = ['company.check', 'history.list', 'history.csv', 'history.verify']

/** What a query reads in whole books, by the tables that its statements name. */
async function subjectsRead(
  path: string,
  name: OperationName,
  inputs: readonly unknown[],
): Promise<ReadonlySet<string>> {
  const read = new Set<string>()
  const { prepare } = Database.prototype
  Database.prototype.prepare = function (this: Database.Database, text: string) {
    for (const [, table = ''] of text.matchAll(/\b(?:FROM|JOIN)\s+([a-z_]+)/gi)) {
      const subject = subjectOf.get(table)
      if (subject !== undefined) read.add(subject)
    }
    return prepare.call(this, text) as never
  }
  const file = reader(path)
  try {
    for (const input of inputs) await answerOf(file, name, input)
  } finally {
    Database.prototype.prepare = prepare
    file.close()
  }
  return read
}

test('each query names all that its statements read, so that no screen keeps what a command has changed', async () => {
  const path = join(temporaryFolder(), 'Books.duebook')
  await wholeBooksFile(path)
  const sql = new Connection(path, { readonly: true })
  const questions = questionsOf(sql)
  sql.close()
  const names = operationNames.filter(
    (name) => ['query', 'report'].includes(contract[name].kind) && ![...NOT_ASKED, ...FOLLOW_THE_LOG].includes(name),
  )
  const declaredOf = new Map<string, unknown>(Object.entries(subjects))
  const left: string[] = []
  let found = 0
  for (const name of names) {
    const declared = declaredOf.get(name)
    const read = await subjectsRead(path, name, questions[name] ?? [])
    found += read.size
    for (const subject of read)
      if (!Array.isArray(declared) || !declared.includes(subject)) left.push(`${name}: ${subject}`)
  }
  expect(left).toEqual([])
  expect(found).toBeGreaterThan(names.length)
})
