import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import type { Connection } from '../../src-main/db/connection.ts'
import * as schema from '../../src-main/db/schema.ts'
import { newCompany } from '../fixtures/company.ts'

interface ColumnInfo {
  readonly name: string
  readonly type: string
  readonly notnull: 0 | 1
  readonly pk: number
  readonly dflt_value: string | null
}

const tables: readonly SQLiteTable[] = Object.values(schema)
const byName = new Map(tables.map((table) => [getTableConfig(table).name, getTableConfig(table)]))

const migrated = (): Connection => newCompany().sql()

/** Virtual tables and what SQLite keeps for them are not described: they are searched in SQL. */
const tableNames = (connection: Connection): readonly string[] =>
  connection
    .all<{ name: string }>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`,
    )
    .map(({ name }) => name)

const asDrizzleSays = (table: ReturnType<typeof getTableConfig>) => {
  const keys = table.primaryKeys.flatMap((key) => key.columns.map((column) => column.name))
  return table.columns.map((column) => ({
    name: column.name,
    type: column.getSQLType().toUpperCase(),
    key: keys.length > 0 ? keys.indexOf(column.name) + 1 : Number(column.primary),
    nullable: !column.notNull,
    default: column.default === undefined ? null : (column.mapToDriverValue(column.default) as unknown),
  }))
}

const asSqliteSays = (connection: Connection, table: string) =>
  connection
    .all<ColumnInfo>('SELECT name, type, "notnull", pk, dflt_value FROM pragma_table_xinfo(?) WHERE hidden = 0', [
      table,
    ])
    .map(({ name, type, notnull, pk, dflt_value }) => ({
      name,
      type,
      key: pk,
      nullable: notnull === 0 && pk === 0,
      default: dflt_value === null ? null : connection.value(`SELECT ${dflt_value}`),
    }))

test('drizzle describes every table of a migrated company, and no other', () => {
  expect([...byName.keys()].toSorted()).toEqual(tableNames(migrated()))
})

test('every column has the name, type, key, nullability and default that the migrations gave it', () => {
  const connection = migrated()
  for (const [name, table] of byName) {
    expect(asDrizzleSays(table), name).toEqual(asSqliteSays(connection, name))
  }
})
