import { getTableName } from 'drizzle-orm'
import { v7 as uuidV7 } from 'uuid'
import { expect, test } from 'vitest'
import { contract } from '../../src-shared/contract.ts'
import { call, openForReading } from '../../src-main/company-file/company-file.ts'
import { verifyChain, type ChainCheck } from '../../src-main/db/command-chain.ts'
import type { Connection } from '../../src-main/db/connection.ts'
import { facts } from '../../src-main/db/facts.ts'
import { commandNames, prepared } from '../kernel/every-command.ts'

/** The tables of facts that no command writes yet. */
const NOT_IN_USE = ['note', 'attachment', 'dispute', 'dispute_step']
/** Those that the commands below happen to leave empty; the random histories write them, and hold the hashes too. */
const LEFT_EMPTY = [
  'document_tax',
  'instalment',
  'application_tax',
  'approval',
  'number_passed_over',
  'overpayment',
  'revaluation',
]
const NOT_WRITTEN = [...LEFT_EMPTY, ...NOT_IN_USE]

/** A company in which every command was done. */
const filledCompany = async (): Promise<{ readonly path: string; readonly sql: Connection }> => {
  const { company, file, inputs } = await prepared()
  for (const name of commandNames.filter((each) => contract[each].logged))
    await company.file.dispatch(name, { ...inputs[name], commandUid: uuidV7() }, { file })
  const sql = company.sql()
  sql.driver.pragma('foreign_keys = OFF')
  sql.driver.pragma('ignore_check_constraints = ON')
  return { path: company.path, sql }
}

/** What somebody does who takes the file's rules off first. Undone after. */
const attacked = (sql: Connection, attack: () => void): ChainCheck => {
  sql.driver.exec('SAVEPOINT attack')
  try {
    for (const [name] of sql.rows<[string]>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`))
      sql.driver.exec(`DROP TRIGGER "${name}"`)
    attack()
    return verifyChain(sql)
  } finally {
    sql.driver.exec('ROLLBACK TO attack; RELEASE attack')
  }
}

const written = facts.map(([table]) => getTableName(table)).filter((table) => !NOT_WRITTEN.includes(table))

const columnsOf = (sql: Connection, table: string) =>
  sql.all<{ name: string; pk: number }>('SELECT name, pk FROM pragma_table_xinfo(?) WHERE hidden = 0', [table])

const firstRow = (sql: Connection, table: string): string => {
  const key = columnsOf(sql, table)
    .filter(({ pk }) => pk > 0)
    .map(({ name }) => `"${name}"`)
    .join(', ')
  return `(${key}) = (SELECT ${key} FROM "${table}" LIMIT 1)`
}

test('every table of facts is written by some command, and all hashes agree', { timeout: 60_000 }, async () => {
  const { path, sql } = await filledCompany()
  const empty = facts
    .map(([table]) => getTableName(table))
    .filter((table) => sql.value<number>(`SELECT count(*) FROM "${table}"`) === 0)
  expect(empty).toEqual(NOT_WRITTEN)
  const reader = openForReading(path)
  expect(await call(reader, 'company.check', {})).toMatchObject({ chain: { intact: true } })
  reader.close()
})

test('a changed row of any of them is found, whichever column it is', { timeout: 60_000 }, async () => {
  const { sql } = await filledCompany()
  for (const table of written) {
    for (const { name } of columnsOf(sql, table).filter(({ pk }) => pk === 0)) {
      const found = attacked(sql, () => {
        const other = `iif(typeof("${name}") = 'integer', "${name}" + 1000, iif("${name}" IS NULL, 1000, "${name}" || 'x'))`
        expect(sql.run(`UPDATE "${table}" SET "${name}" = ${other} WHERE ${firstRow(sql, table)}`), table).toBe(1)
      })
      expect(found.intact, `${table}.${name}`).toBe(false)
    }
  }
})

test('so is a row that was taken away, and one that was added', { timeout: 60_000 }, async () => {
  const { sql } = await filledCompany()
  for (const table of written) {
    const found = attacked(sql, () => {
      expect(sql.run(`DELETE FROM "${table}" WHERE ${firstRow(sql, table)}`), table).toBe(1)
    })
    expect(found.intact, table).toBe(false)
  }
  const [[id, seq] = [0, 0]] = sql.rows<[number, number]>(
    `SELECT id, command_seq FROM document WHERE kind = 'invoice' LIMIT 1`,
  )
  const added = attacked(sql, () => {
    sql.run(
      `INSERT INTO document_line (document_id, line_no, description, quantity, unit_price, discount_percent, net, account_id)
       SELECT document_id, line_no + 90, description, quantity, unit_price, discount_percent, net, account_id
       FROM document_line WHERE document_id = ? LIMIT 1`,
      [id],
    )
  })
  expect(added, 'the command that wrote the document').toMatchObject({ intact: false, brokenAt: seq })
})

test('a column that a later migration adds without a default leaves the hashes as they were', async () => {
  const { sql } = await filledCompany()
  expect(attacked(sql, () => sql.driver.exec('ALTER TABLE document ADD COLUMN later TEXT')).intact).toBe(true)
})
