import { lookAlikeKey } from '../../src-shared/domain/look-alike.ts'
import { v7 as uuidV7 } from 'uuid'
import type { ReasonKind } from '../../src-shared/company/contract/policies.ts'
import type { AccountRole, AccountType } from '../../src-shared/company/contract/setup.ts'
import type { Readable, Writable } from '../db/connection.ts'
import type { NewId } from '../db/new-id.ts'

/** What came after the first release: a company made before gets it at its next opening. */

const accounts: readonly (readonly [code: string, name: string, type: AccountType, role: AccountRole])[] = [
  ['4800', 'Finance charges and late fees', 'income', 'finance_charge'],
  ['6200', 'Bank charges', 'expense', 'bank_charge'],
  ['7910', 'Unrealised exchange gain or loss', 'income', 'unrealised_exchange'],
  ['2300', 'Unidentified receipts', 'liability', 'unidentified_receipts'],
  ['6130', 'Rounding differences', 'expense', 'rounding'],
  ['1290', 'Exchange clearing', 'asset', 'exchange_clearing'],
]

type Bearer =
  | { readonly role: AccountRole }
  | { readonly like: ReasonKind }
  | readonly [code: string, name: string, type: AccountType]
type Reason = readonly [code: string, name: string, kind: ReasonKind, bearer: Bearer]

const reasons: readonly Reason[] = [
  ['WRITEOFF', 'Write-off', 'write_off', { role: 'write_off' }],
  ['BADDEBT', 'Bad debt', 'bad_debt', ['6110', 'Bad debts', 'expense']],
  ['ALLOWANCE', 'Allowance', 'allowance', ['4910', 'Allowances', 'income']],
  ['SMALL', 'Small balance', 'small_balance', ['6120', 'Small balances written off', 'expense']],
]

/** Why customers deduct; they came together with the account for unidentified receipts. */
const deductionReasons: readonly Reason[] = [
  ['DAMAGED', 'Damaged goods', 'allowance', { like: 'allowance' }],
  ['SHORTAGE', 'Short delivery', 'allowance', { like: 'allowance' }],
  ['PRICING', 'Price difference', 'allowance', { like: 'allowance' }],
  ['FREIGHT', 'Freight', 'allowance', { like: 'allowance' }],
  ['ADVERT', 'Advertising share', 'allowance', { like: 'allowance' }],
]

/** A company may use the code for something of its own: then the next one that is free. */
const freeCode = (db: Readable, wanted: string): string => {
  let code = wanted
  while (db.value('SELECT 1 FROM account WHERE code = ?', [code]) !== undefined) code = String(Number(code) + 1)
  return code
}

const insertAccount = (tx: Writable, newId: NewId, wanted: string, name: string, type: AccountType): number => {
  const code = freeCode(tx, wanted)
  const id = newId('account')
  const columns = [id, uuidV7(), code, lookAlikeKey(code), name, type]
  tx.run('INSERT INTO account (id, uid, code, code_key, name, type) VALUES (?, ?, ?, ?, ?, ?)', columns)
  return id
}

const hasRole = (db: Readable, role: AccountRole): boolean =>
  db.value('SELECT 1 FROM account_role WHERE role = ?', [role]) !== undefined

const hasReasons = (db: Readable): boolean => db.value('SELECT 1 FROM reason_code LIMIT 1') !== undefined

const devicesWithoutSeries = (db: Readable): readonly number[] =>
  db
    .all<{ id: number }>(
      `SELECT id FROM device
       WHERE NOT EXISTS (SELECT 1 FROM number_series WHERE device_id = device.id AND kind = 'parked_receipt')
       ORDER BY EXISTS (SELECT 1 FROM parked_receipt WHERE device_id = device.id) DESC, id`,
    )
    .map(({ id }) => id)

export const lacksAdditions = (db: Readable): boolean =>
  !hasReasons(db) || accounts.some(([, , , role]) => !hasRole(db, role)) || devicesWithoutSeries(db).length > 0

/** Gives what is missing, in a transaction of the caller's: each release may add to it. */
export const seedAdditions = (tx: Writable, newId: NewId): void => {
  const knowsDeductions = hasRole(tx, 'unidentified_receipts')
  for (const [code, name, type, role] of accounts.filter((account) => !hasRole(tx, account[3]))) {
    const id = insertAccount(tx, newId, code, name, type)
    tx.run('INSERT INTO account_role (role, account_id) VALUES (?, ?)', [role, id])
  }
  if (!hasReasons(tx)) seedReasons(tx, newId, reasons)
  if (!knowsDeductions) seedReasons(tx, newId, deductionReasons)
  for (const deviceId of devicesWithoutSeries(tx)) seedParkedSeries(tx, newId, deviceId)
}

/** Goes on where the device stopped before series of parked receipts were known: those were all called UNR-. */
const seedParkedSeries = (tx: Writable, newId: NewId, deviceId: number): void => {
  const taken = `SELECT 1 FROM number_series WHERE kind = 'parked_receipt' AND prefix = ?`
  let prefix = 'UNR-'
  for (let next = 2; tx.value(taken, [prefix]) !== undefined; next += 1) prefix = `UNR${next}-`
  tx.run(
    `INSERT INTO number_series (id, uid, kind, device_id, prefix, width, first_number)
     VALUES (?, ?, 'parked_receipt', ?, ?, 5, 1)`,
    [newId('number_series'), uuidV7(), deviceId, prefix],
  )
}

const seedReasons = (tx: Writable, newId: NewId, given: readonly Reason[]): void => {
  for (const [code, name, kind, bearer] of given) {
    // A company may have such a reason of its own already.
    if (tx.value('SELECT 1 FROM reason_code WHERE code = ?', [code]) !== undefined) continue
    const accountId = bearingAccount(tx, newId, bearer)
    tx.run('INSERT INTO reason_code (id, uid, code, code_key, name, kind, account_id) VALUES (?, ?, ?, ?, ?, ?, ?)', [
      newId('reason_code'),
      uuidV7(),
      code,
      lookAlikeKey(code),
      name,
      kind,
      accountId,
    ])
  }
}

const ofRole = (db: Readable, role: AccountRole): number => {
  const id = db.value<number>('SELECT account_id FROM account_role WHERE role = ?', [role])
  if (id === undefined) throw new Error(`no account has the role ${role}`)
  return id
}

/** Like the company's first reason of a kind; a company that has none bears it as a write-off. */
const bearingAccount = (tx: Writable, newId: NewId, bearer: Bearer): number => {
  if ('role' in bearer) return ofRole(tx, bearer.role)
  if (!('like' in bearer)) return insertAccount(tx, newId, ...bearer)
  const sql = 'SELECT account_id FROM reason_code WHERE kind = ? ORDER BY id LIMIT 1'
  return tx.value<number>(sql, [bearer.like]) ?? ofRole(tx, 'write_off')
}
