import { existsSync, realpathSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import type { AccountType } from '../../src-shared/company/contract/setup.ts'
import { seriesKinds } from '../../src-shared/domain/documents.ts'
import { lookAlikeKey } from '../../src-shared/domain/text/look-alike.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { appendCommand, canonicalJson, chainHead } from '../db/command-chain.ts'
import type { Connection, Writable } from '../db/connection.ts'
import { derivedUid } from '../db/derived-uid.ts'
import { sqliteRefusal } from '../db/errors.ts'
import { migrate, pendingMigrations } from '../db/migrate.ts'
import { newIds, type NewId } from '../db/new-id.ts'
import { holdAlso } from '../db/cipher/file-keys.ts'
import { openWritable } from '../db/open.ts'
import { inTransaction } from '../db/transaction.ts'
import { nextStamp } from '../kernel/hybrid-clock.ts'
import { discardUnfinished, removeUnfinished, syncFolder } from './backup/backup-files.ts'
import { noteEnd } from './clean-end.ts'
import { DeviceBook } from './device-book.ts'
import { writeKeyFile, type NewKey } from './encryption/sealed-key.ts'
import { keyOfSecret } from '../db/cipher/recovery-phrase.ts'
import { accounts, defaultSettings, limits, prefixes, reasons, terms, type Bearer } from './seeds.ts'

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
  /** The program's own file that says which device works in which copy; the company's first device is noted there. */
  readonly devices?: string
  /** Of a company that is encrypted from the first byte. */
  readonly newKey?: NewKey
}

/** The command that makes the company: all that it begins with names it. */
const FIRST = 1

interface Seeding {
  readonly tx: Writable
  readonly newId: NewId
  /** Of what has a code in a table. */
  readonly uidOf: (table: string, code: string) => string
}

const seedAccount = (
  { tx, newId, uidOf }: Seeding,
  code: string,
  name: string,
  type: AccountType,
  isControl: 0 | 1,
) => {
  const id = newId('account')
  tx.run('INSERT INTO account (id, uid, code, code_key, name, type, is_control) VALUES (?, ?, ?, ?, ?, ?, ?)', [
    id,
    uidOf('account', code),
    code,
    lookAlikeKey(code),
    name,
    type,
    isControl,
  ])
  return id
}

/** The accounts by role. */
const seedAccounts = (seeding: Seeding): ReadonlyMap<string, number> => {
  const byRole = new Map<string, number>()
  for (const [code, name, type, role] of accounts) {
    const id = seedAccount(seeding, code, name, type, role === 'receivable' ? 1 : 0)
    seeding.tx.run('INSERT INTO account_role (role, account_id) VALUES (?, ?)', [role, id])
    byRole.set(role, id)
  }
  return byRole
}

const seedReasons = (seeding: Seeding, byRole: ReadonlyMap<string, number>): void => {
  const { tx, newId, uidOf } = seeding
  const byKind = new Map<string, number>()
  const accountOf = (bearer: Bearer): number => {
    if ('role' in bearer) return known(byRole, bearer.role)
    return 'like' in bearer ? known(byKind, bearer.like) : seedAccount(seeding, ...bearer, 0)
  }
  for (const [code, name, kind, bearer] of reasons) {
    const accountId = accountOf(bearer)
    if (!byKind.has(kind)) byKind.set(kind, accountId)
    tx.run('INSERT INTO reason_code (id, uid, code, code_key, name, kind, account_id) VALUES (?, ?, ?, ?, ?, ?, ?)', [
      newId('reason_code'),
      uidOf('reason_code', code),
      code,
      lookAlikeKey(code),
      name,
      kind,
      accountId,
    ])
  }
}

const known = (accountsBy: ReadonlyMap<string, number>, what: string): number => {
  const id = accountsBy.get(what)
  if (id === undefined) throw new Error(`no account for ${what} is made before it is needed`)
  return id
}

const seedTermsAndTaxes = ({ tx, newId, uidOf }: Seeding, taxAccount: number): void => {
  for (const [code, name, rule] of terms) {
    tx.run('INSERT INTO terms (id, uid, code, code_key, name, rule) VALUES (?, ?, ?, ?, ?, ?)', [
      newId('terms'),
      uidOf('terms', code),
      code,
      lookAlikeKey(code),
      name,
      JSON.stringify(rule),
    ])
  }
  const taxCodes = [
    ['NONE', 'No tax', 0],
    ['STD', 'Standard 10%', 10_000_000],
  ] as const
  for (const [code, name, rate] of taxCodes) {
    tx.run('INSERT INTO tax_code (id, uid, code, code_key, name, rate, account_id) VALUES (?, ?, ?, ?, ?, ?, ?)', [
      newId('tax_code'),
      uidOf('tax_code', code),
      code,
      lookAlikeKey(code),
      name,
      rate,
      taxAccount,
    ])
  }
}

const seedSeries = ({ tx, newId, uidOf }: Seeding, deviceId: number): void => {
  for (const kind of seriesKinds) {
    tx.run(
      `INSERT INTO number_series (id, uid, command_seq, kind, device_id, prefix, width, first_number)
       VALUES (?, ?, ?, ?, ?, ?, 5, 1)`,
      [newId('number_series'), uidOf('number_series', kind), FIRST, kind, deviceId, prefixes[kind]],
    )
  }
}

const seedLimits = ({ tx }: Seeding): void => {
  for (const [role, acts] of Object.entries(limits)) {
    for (const [act, most] of Object.entries(acts))
      tx.run('INSERT INTO role_limit (role, act, most) VALUES (?, ?, ?)', [role, act, most])
  }
}

const seed = (tx: Writable, company: NewCompany): void => {
  const now = (company.clock ?? (() => new Date()))()
  const { profile, baseCurrency } = company
  const companyUid = uuidV7()
  const newId = newIds(tx, 0)
  const seeding: Seeding = { tx, newId, uidOf: (table, code) => derivedUid(companyUid, `${table}:${code}`) }
  const userId = newId('user')
  tx.run(`INSERT INTO user (id, uid, name, role) VALUES (?, ?, ?, 'owner')`, [
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
      companyUid,
      profile.name,
      profile.address,
      profile.phone,
      profile.email,
      profile.taxNumber,
      baseCurrency,
      JSON.stringify(defaultSettings),
    ],
  )
  const byRole = seedAccounts(seeding)
  seedTermsAndTaxes(seeding, known(byRole, 'tax'))
  seedSeries(seeding, deviceId)
  seedReasons(seeding, byRole)
  seedLimits(seeding)
  const record = {
    seq: FIRST,
    uid: uuidV7(),
    name: 'company.create',
    userId,
    deviceId,
    recordedAt: now.toISOString(),
    hlc: nextStamp('', now, deviceUid),
    factsHash: '',
    before: null,
  }
  appendCommand(tx, { ...record, input: canonicalJson({ profile, baseCurrency }), result: 'null' }, '')
  tx.run(`INSERT INTO command_subject (kind, record_id, seq) VALUES ('company', 1, ?)`, [FIRST])
}

/** The file's first device is this computer's, under the name that the file is about to get. */
const noteDevice = (made: Connection, path: string, devices: string): void => {
  const uid = made.value<string>('SELECT uid FROM device')
  const log = (line: string): void => void process.stderr.write(`${line}\n`)
  if (uid !== undefined) new DeviceBook(devices, log).note(made, join(realpathSync(dirname(path)), basename(path)), uid)
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
    const key = company.newKey && keyOfSecret(company.newKey.secret)
    if (key) holdAlso(key)
    connection = openWritable(unfinished, true, {}, key)
    migrate(connection, pendingMigrations(connection), (company.clock ?? (() => new Date()))())
    const made = connection
    inTransaction(made, () => seed(made, company))
    made.driver.pragma('wal_checkpoint(TRUNCATE)')
    if (company.devices !== undefined) noteDevice(made, path, company.devices)
    const head = chainHead(made)
    made.close()
    if (company.newKey) writeKeyFile(path, company.newKey.sealedKey)
    renameSync(unfinished, path)
    syncFolder(dirname(path))
    noteEnd(path, head)
  } catch (error) {
    connection?.close()
    discardUnfinished(unfinished)
    throw sqliteRefusal(error, path) ?? error
  }
}
