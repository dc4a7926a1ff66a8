import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import { expect, inject } from 'vitest'
import { contract, type CommandName, type InputOf, type OperationName } from '../../src-shared/contract.ts'
import { call } from '../../src-main/company-file/company-file.ts'
import { giveQuickPhrase, giveQuickPin, OWNER, signInOwner } from '../fixtures/clerk.ts'
import { newCompany, newCompanyFrom, type TestCompany } from '../fixtures/company.ts'
import { day } from '../fixtures/entries.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'

const TOKEN = '0'.repeat(32)
const COMPANY = 'Prepared.duebook'
const LIST = 'list.csv'

export const operationNames = Object.keys(contract) as readonly OperationName[]

export const commandNames = operationNames.filter((name): name is CommandName => contract[name].kind === 'command')

/** The documents before it: invoice, receipt, receipt, the credit side of the deduction. */
const DEDUCTION = 5
/** Those that leave something in the file; who works is known to the program alone. */
export const writingCommands = commandNames.filter((name) => !name.startsWith('session.'))

export interface Prepared {
  readonly company: TestCompany
  /** The list that the import reads. */
  readonly file: string
  /** An input that works here for each operation; every command has the same uid. */
  readonly inputs: { readonly [N in OperationName]: InputOf<N> }
  send(name: OperationName, input: unknown): ReturnType<TestCompany['dispatch']>
}

/**
 * The Owner with a PIN, customer 1, product 1, invoice 1 of 5.00, and receipt 2 of 3.00 that pays 1.00 of it by
 * application 1, unidentified receipt 1, a draft, recurring invoice 1 with its first day skipped, batch 1 open and 2 closed, and a
 * deduction of 0.50 by the receipt after; an invoice of a foreign customer; and a finance charge on an invoice of a customer
 * of its own, which was paid before the days that it charged.
 */
export const prepared = async (): Promise<Prepared> => {
  const { folder, inputs } = await template()
  const company = newCompanyFrom(join(folder, COMPANY))
  await signInOwner(company.file)
  const file = join(company.folder, LIST)
  copyFileSync(join(folder, LIST), file)
  return { company, file, inputs, send: (name, input) => company.file.dispatch(name, input, { file }) }
}

/** What a run shares of it, in one file that is there whole or not at all. */
interface Template {
  readonly folder: string
  readonly inputs: Prepared['inputs']
}

/** Made once in a run and copied from then on: what the commands before it do is a matter of their own tests. */
const template = async (): Promise<Template> => {
  const kept = join(inject('companyTemplates'), 'prepared.json')
  if (!existsSync(kept)) {
    const { company, file, inputs } = await prepare()
    const folder = join(inject('companyTemplates'), `prepared-${uuidV7()}`)
    mkdirSync(folder)
    company.sql().run('PRAGMA wal_checkpoint(TRUNCATE)')
    copyFileSync(company.path, join(folder, COMPANY))
    copyFileSync(file, join(folder, LIST))
    writeFileSync(join(folder, 'template.json'), JSON.stringify({ folder, inputs } satisfies Template))
    // Another worker's may be there by now: it is as good.
    renameSync(join(folder, 'template.json'), kept)
  }
  return JSON.parse(readFileSync(kept, 'utf8')) as Template
}

/** The same, made anew. */
export const prepare = async (): Promise<Omit<Prepared, 'send'>> => {
  const company = newCompany()
  const usual = validInputs(TOKEN)
  const fresh = () => ({ commandUid: uuidV7() })
  giveQuickPin(company)
  giveQuickPhrase(company)
  await company.call('customers.create', { ...usual['customers.create'], ...fresh(), code: 'FIRST' })
  await company.call('products.create', { ...usual['products.create'], ...fresh(), code: 'OLD' })
  await company.call('invoices.post', { ...usual['invoices.post'], ...fresh() })
  await company.call('receipts.post', { ...usual['receipts.post'], ...fresh(), amount: 300 })
  await company.call('rates.set', { ...usual['rates.set'], ...fresh(), currency: 'EUR' })
  await company.call('unidentifiedReceipts.post', { ...usual['unidentifiedReceipts.post'], ...fresh() })
  await company.call('drafts.save', { ...usual['drafts.save'], ...fresh(), title: 'Begun' })
  await company.call('recurring.save', { ...usual['recurring.save'], ...fresh() })
  await company.call('recurring.skip', { ...usual['recurring.restore'], ...fresh() })
  const opened = { ...usual['receiptBatches.open'] }
  for (const name of ['First', 'Second']) await company.call('receiptBatches.open', { ...opened, ...fresh(), name })
  await company.call('receiptBatches.close', { ...usual['receiptBatches.close'], ...fresh(), id: 2 })
  const [line] = usual['receipts.post'].applications
  const deductions = [{ reasonCodeId: 3, amount: 50, memo: '' }]
  const short = line === undefined ? [] : [{ ...line, deductions }]
  await company.call('receipts.post', { ...usual['receipts.post'], ...fresh(), applications: short })
  const foreign = { ...usual['customers.create'], ...fresh(), code: 'ABROAD', currency: 'EUR' }
  const { id: foreignId } = await company.call('customers.create', foreign)
  await company.call('invoices.post', { ...usual['invoices.post'], ...fresh(), customerId: foreignId, rate: '1.1' })
  const charge = await chargedTooMuch(company)
  const file = join(company.folder, 'list.csv')
  writeFileSync(file, 'customer,number,date,amount\nNEW,1,2025-06-01,5.00\n')
  const { mapping } = usual['imports.run']
  const { fileHash } = await call(company.file, 'imports.dryRun', { token: TOKEN, mapping }, { file })
  const late = { ...usual['financeCharges.propose'], asOf: day('2025-08-30') }
  const charges = await company.call('financeCharges.propose', late)
  const inEuros = { currency: 'EUR', rate: '1.1', creditAmount: 100 }
  const inputs = {
    ...usual,
    'session.signIn': { ...usual['session.signIn'], pin: OWNER.pin },
    'people.setRecoveryPhrase': { ...usual['people.setRecoveryPhrase'], replaces: 1 },
    'people.setForgottenPin': { ...usual['people.setForgottenPin'], pin: OWNER.pin },
    'people.setPin': { ...usual['people.setPin'], pin: OWNER.pin, currentPin: OWNER.pin },
    'creditNotes.postFromInvoice': { ...usual['creditNotes.postFromInvoice'], lines: null },
    // Between two currencies, which posts all that one alone would, and its other side.
    'refunds.post': { ...usual['refunds.post'], creditDocumentId: 2, ...inEuros },
    'deductions.allow': { ...usual['deductions.allow'], id: DEDUCTION },
    'deductions.chargeBack': { ...usual['deductions.chargeBack'], id: DEDUCTION },
    'receipts.returnPayment': { ...usual['receipts.returnPayment'], id: 2 },
    'financeCharges.post': {
      ...usual['financeCharges.post'],
      asOf: late.asOf,
      charges: charges.map(({ customerId, total }) => ({ customerId, total, rate: null })),
    },
    'financeCharges.outdated': { ids: null },
    'financeCharges.credit': { ...usual['financeCharges.credit'], date: late.asOf, charges: [charge] },
    'applications.applyCredits': { ...usual['applications.applyCredits'], credits: [{ documentId: 2, amount: 100 }] },
    // 5.00 EUR at 1.10, and at 1.27 as the table has it.
    'revaluation.post': {
      ...usual['revaluation.post'],
      currencies: [{ currency: 'EUR', rate: '1.27', difference: 85 }],
    },
    'applications.apply': { ...usual['applications.apply'], creditDocumentId: 2 },
    'imports.run': { ...usual['imports.run'], fileHash },
  }
  return { company, file, inputs }
}

const chargedTooMuch = async (company: TestCompany): Promise<{ readonly id: number; readonly total: number }> => {
  const usual = validInputs(TOKEN)
  const fresh = () => ({ commandUid: uuidV7() })
  const own = { ...usual['customers.create'], ...fresh(), code: 'LATE' }
  const { id: customerId } = await company.call('customers.create', own)
  const invoice = await company.call('invoices.post', { ...usual['invoices.post'], ...fresh(), customerId })
  const rules = { asOf: day('2025-08-29'), annualRate: 10_000_000, fee: 1000 }
  const [proposed] = await company.call('financeCharges.propose', { ...rules, customerId })
  const total = proposed?.total ?? 0
  const charging = { ...rules, ...fresh(), memo: '', charges: [{ customerId, total, rate: null }] }
  const { documents } = await company.call('financeCharges.post', charging)
  const applications = usual['receipts.post'].applications.map((line) => ({
    ...line,
    documentId: invoice.id,
    amount: 500,
  }))
  await company.call('receipts.post', { ...usual['receipts.post'], ...fresh(), customerId, amount: 500, applications })
  return { id: documents[0]?.id ?? 0, total }
}

/** Each operation once, each command in a company of its own; the window's own are asked by nobody here. */
export const runEveryOperation = async (except: readonly OperationName[] = []): Promise<void> => {
  for (const name of commandNames) {
    const { inputs, send } = await prepared()
    expect(await send(name, inputs[name]), name).toMatchObject({ ok: true })
  }
  const { inputs, send } = await prepared()
  await send('drafts.save', inputs['drafts.save'])
  for (const name of operationNames) {
    if (contract[name].kind === 'command' || contract[name].kind === 'shell' || except.includes(name)) continue
    expect(await send(name, inputs[name]), name).toMatchObject({ ok: true })
  }
}
