import { lookAlikeKey } from '../../src-shared/domain/look-alike.ts'
import { existsSync, renameSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import type { CompanySettings } from '../../src-shared/company/contract/company.ts'
import type { AccountRole, AccountType } from '../../src-shared/company/contract/setup.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import type { PaymentTerms } from '../../src-shared/company/rules/terms.ts'
import { documentKinds, type DocumentKind } from '../../src-shared/domain/documents.ts'
import type { Connection, Writable } from '../db/connection.ts'
import { newIds, type NewId } from '../db/new-id.ts'
import { sqliteRefusal } from '../db/errors.ts'
import { migrate, pendingMigrations } from '../db/migrate.ts'
import { openWritable } from '../db/open.ts'
import { inTransaction } from '../db/transaction.ts'
import { appendCommand, canonicalJson } from '../db/command-chain.ts'
import { removeUnfinished, syncFolder } from './backup-files.ts'
import { seedAdditions } from './seed-additions.ts'
import { nextStamp } from '../kernel/hybrid-clock.ts'

export interface NewCompany {
  readonly profile: {
    readonly name: string
    readonly address: string
    readonly phone: string
    readonly email: string
    readonly taxNumber: string
  }
  readonly baseCurrency: string
  readonly clock?: () => Date
  readonly userName?: string
  readonly deviceName?: string
}

/** The defaults of semantics.md; each is a setting of the company. */
export const defaultSettings: CompanySettings = {
  agingBasis: 'due_date',
  agingEdges: [30, 60, 90],
  agingCredits: 'own_column',
  taxRounding: 'line',
  pricesIncludeTax: false,
  dateOrder: 'mdy',
  decimalMark: '.',
  negativeStyle: 'minus',
  digitGrouping: 'thousands',
  discountReducesTax: true,
  writeOffReducesTax: false,
  discountGraceDays: 0,
  creditLimitPolicy: 'warn',
  tolerancePercent: 1_000_000,
  toleranceMost: 100,
  cashRounding: 'off',
  cashRoundingStep: 5,
  roundingAccountId: null,
  statementMessage: 'Thank you for your business.',
}

const accounts: readonly (readonly [code: string, name: string, type: AccountType, role: AccountRole])[] = [
  ['1000', 'Bank', 'asset', 'bank'],
  ['1010', 'Undeposited funds', 'asset', 'undeposited_funds'],
  ['1200', 'Accounts receivable', 'asset', 'receivable'],
  ['2200', 'Sales tax payable', 'liability', 'tax'],
  ['3900', 'Opening balance equity', 'equity', 'opening_balance'],
  ['4000', 'Sales', 'income', 'sales'],
  ['4900', 'Discounts given', 'income', 'discount_given'],
  ['6100', 'Bad debts and write-offs', 'expense', 'write_off'],
  ['7900', 'Exchange gain or loss', 'income', 'exchange'],
]

const plain = { discount: null, graceDays: 0 } as const
const terms: readonly (readonly [code: string, name: string, rule: PaymentTerms])[] = [
  ['NET30', 'Net 30 days', { kind: 'net', days: 30, ...plain }],
  ['NET15', 'Net 15 days', { kind: 'net', days: 15, ...plain }],
  ['NET60', 'Net 60 days', { kind: 'net', days: 60, ...plain }],
  ['DUE', 'Due on receipt', { kind: 'net', days: 0, ...plain }],
  [
    '2-10-30',
    '2% 10 days, net 30',
    { kind: 'net', days: 30, discount: { percent: 2_000_000, days: 10 }, graceDays: 0 },
  ],
  ['EOM', 'End of month', { kind: 'end_of_month', months: 0, days: 0, ...plain }],
  ['PROX10', '10th of next month', { kind: 'proximo', dayOfMonth: 10, cutoffDay: 25, ...plain }],
]

const prefixes: Readonly<Record<DocumentKind, string>> = {
  invoice: 'INV-',
  credit_note: 'CRN-',
  debit_note: 'DBN-',
  finance_charge: 'FIN-',
  receipt: 'RCT-',
  refund: 'RFD-',
  adjustment: 'ADJ-',
}

const seedAccounts = (tx: Writable, newId: NewId): number => {
  let taxAccount = 0
  for (const [code, name, type, role] of accounts) {
    const id = newId('account')
    tx.run('INSERT INTO account (id, uid, code, code_key, name, type, is_control) VALUES (?, ?, ?, ?, ?, ?, ?)', [
      id,
      uuidV7(),
      code,
      lookAlikeKey(code),
      name,
      type,
      role === 'receivable' ? 1 : 0,
    ])
    tx.run('INSERT INTO account_role (role, account_id) VALUES (?, ?)', [role, id])
    if (role === 'tax') taxAccount = id
  }
  return taxAccount
}

const seedChoices = (tx: Writable, newId: NewId, taxAccount: number, deviceId: number): void => {
  for (const [code, name, rule] of terms) {
    tx.run('INSERT INTO terms (id, uid, code, code_key, name, rule) VALUES (?, ?, ?, ?, ?, ?)', [
      newId('terms'),
      uuidV7(),
      code,
      lookAlikeKey(code),
      name,
      JSON.stringify(rule),
    ])
  }
  const insertTaxCode =
    'INSERT INTO tax_code (id, uid, code, code_key, name, rate, account_id) VALUES (?, ?, ?, ?, ?, ?, ?)'
  tx.run(insertTaxCode, [newId('tax_code'), uuidV7(), 'NONE', lookAlikeKey('NONE'), 'No tax', 0, taxAccount])
  tx.run(insertTaxCode, [
    newId('tax_code'),
    uuidV7(),
    'STD',
    lookAlikeKey('STD'),
    'Standard 10%',
    10_000_000,
    taxAccount,
  ])
  for (const kind of documentKinds) {
    tx.run(
      'INSERT INTO number_series (id, uid, kind, device_id, prefix, width, first_number) VALUES (?, ?, ?, ?, ?, 5, 1)',
      [newId('number_series'), uuidV7(), kind, deviceId, prefixes[kind]],
    )
  }
}

const seed = (tx: Writable, company: NewCompany): void => {
  const now = (company.clock ?? (() => new Date()))()
  const { profile, baseCurrency } = company
  const newId = newIds(tx, 0)
  const userId = newId('user')
  tx.run(`INSERT INTO user (id, uid, name, role) VALUES (?, ?, ?, 'supervisor')`, [
    userId,
    uuidV7(),
    company.userName ?? 'Owner',
  ])
  const deviceUid = uuidV7()
  const deviceId = newId('device')
  tx.run('INSERT INTO device (id, uid, name) VALUES (?, ?, ?)', [
    deviceId,
    deviceUid,
    company.deviceName ?? 'This computer',
  ])
  tx.run(
    `INSERT INTO company (id, uid, name, address, phone, email, tax_number, base_currency, settings)
     VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      uuidV7(),
      profile.name,
      profile.address,
      profile.phone,
      profile.email,
      profile.taxNumber,
      baseCurrency,
      JSON.stringify(defaultSettings),
    ],
  )
  seedChoices(tx, newId, seedAccounts(tx, newId), deviceId)
  seedAdditions(tx, newId)
  const record = {
    seq: 1,
    uid: uuidV7(),
    name: 'company.create',
    userId,
    deviceId,
    recordedAt: now.toISOString(),
    hlc: nextStamp('', now, deviceUid),
  }
  appendCommand(tx, { ...record, input: canonicalJson({ profile, baseCurrency }), result: 'null' }, '')
}

/**
 * Makes a company file with the usual accounts, terms, tax codes and number series. It appears under its name only once
 * it is whole. Refuses a name that is taken.
 */
export const createCompanyFile = (path: string, company: NewCompany): void => {
  if (existsSync(path)) throw new Refusal('file_exists', { file: basename(path) })
  const unfinished = `${path}.part`
  let connection: Connection | undefined
  try {
    removeUnfinished(unfinished)
    connection = openWritable(unfinished, true)
    migrate(connection, pendingMigrations(connection), (company.clock ?? (() => new Date()))())
    const made = connection
    inTransaction(made, () => seed(made, company))
    made.driver.pragma('wal_checkpoint(TRUNCATE)')
    made.close()
    renameSync(unfinished, path)
    syncFolder(dirname(path))
  } catch (error) {
    connection?.close()
    removeUnfinished(unfinished)
    throw sqliteRefusal(error, path) ?? error
  }
}
