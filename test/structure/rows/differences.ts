import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as schema from '../../../src-main/db/schema.ts'
import type { Declared, DeclaredColumn, DeclaredRow } from './declared.ts'
import type { Ran, RanColumn, Recorded } from './recorded.ts'

interface StoredColumn {
  readonly kind: string
  readonly nullable: boolean
}

const tables: readonly SQLiteTable[] = Object.values(schema)
const KINDS: Readonly<Record<string, string>> = { integer: 'number', text: 'text' }

/** What the tables hold, by `table.column`; a test holds drizzle's description against a migrated file. */
const STORED: ReadonlyMap<string, StoredColumn> = new Map(
  tables.flatMap((table) => {
    const { name, columns, primaryKeys } = getTableConfig(table)
    const keys = new Set(primaryKeys.flatMap((key) => key.columns.map((column) => column.name)))
    return columns.map((column) => {
      const nullable = !column.notNull && !column.primary && !keys.has(column.name)
      return [`${name}.${column.name}`, { kind: KINDS[column.getSQLType()] ?? column.getSQLType(), nullable }] as const
    })
  }),
)

const mentions = (sql: string, pattern: string): boolean => new RegExp(pattern, 'i').test(sql)

/** What the statement calls the table that gives a column; undefined where it does not say. */
const namedBefore = (sql: string, { name, column }: RanColumn): string | undefined => {
  const as = name === column ? `(?:\\s+AS\\s+${name})?` : `\\s+AS\\s+${name}`
  return new RegExp(`(\\w+)\\.${column}${as}\\s*(?:,|FROM\\b)`, 'i').exec(sql)?.[1]
}

/** What a column can hold as far as its table tells; undefined for what is computed. */
const storedOf = (sql: string, ran: RanColumn): StoredColumn | undefined => {
  const stored = STORED.get(`${ran.table}.${ran.column}`)
  if (stored === undefined) return undefined
  const from = namedBefore(sql, ran)
  // The row may be missing beside the others.
  const isOuter = from !== undefined && mentions(sql, `LEFT JOIN (?:\\w+|\\([^)]*\\)) (?:AS )?${from}\\b`)
  // A query within the statement may find none.
  if (isOuter || mentions(sql, `\\)\\s+AS\\s+${ran.name}\\b`)) return { ...stored, nullable: true }
  const isAsked = mentions(sql, `(?:WHERE|AND|ON)\\s+(?:\\w+\\.)?${ran.column} IS NOT NULL`)
  return { ...stored, nullable: stored.nullable && !isAsked }
}

/** What the statements of one place gave of one column: what its tables say, and what was seen. */
interface Given {
  readonly kinds: Set<string>
  readonly values: Set<string | number>
}

const take = (given: Given, sql: string, ran: RanColumn): void => {
  const stored = storedOf(sql, ran)
  if (stored !== undefined) given.kinds.add(stored.kind)
  if (stored?.nullable === true) given.kinds.add('null')
  for (const kind of ran.kinds) given.kinds.add(kind)
  for (const value of ran.values) given.values.add(value)
}

function* columnDifferences(name: string, { kinds, values }: Given, declared: DeclaredColumn): Iterable<string> {
  for (const kind of kinds) if (!declared.kinds.has(kind)) yield `${name} may be ${kind}`
  for (const kind of declared.kinds) if (!kinds.has(kind)) yield `${name} is never ${kind}`
  const { only } = declared
  if (only !== null) for (const value of values) if (!only.has(value)) yield `${name} was ${JSON.stringify(value)}`
}

/** By its name where rows are objects, else by its place. */
const keyed = ({ columns }: Ran, { byName }: DeclaredRow): readonly (readonly [string, RanColumn])[] =>
  columns.map((column, at) => [byName ? column.name : String(at), column])

function* selectionDifferences(ran: Ran, row: DeclaredRow): Iterable<string> {
  const names = keyed(ran, row).map(([name]) => name)
  if (new Set(names).size < names.length) yield `has two columns of one name: ${names.join(', ')}`
  for (const name of names) if (!row.open && !row.columns.has(name)) yield `${name} is not declared`
  for (const [name, { optional }] of row.columns)
    if (!optional && !names.includes(name)) yield `${name} is not selected`
}

function* placeDifferences(row: DeclaredRow, statements: readonly Ran[]): Iterable<string> {
  const given = new Map<string, Given>()
  for (const ran of statements) {
    yield* selectionDifferences(ran, row)
    for (const [name, column] of keyed(ran, row)) {
      const known = given.get(name) ?? { kinds: new Set(), values: new Set() }
      given.set(name, known)
      take(known, ran.sql, column)
    }
  }
  for (const [name, column] of row.columns) {
    const known = given.get(name)
    if (known !== undefined) yield* columnDifferences(name, known, column)
  }
}

/** What does not hold of the rows that are declared, a line each, by place; and what was never run. */
export const differences = (declared: Declared, recorded: Recorded): readonly string[] => [
  ...[...recorded.keys()]
    .filter((place) => !declared.has(place))
    .map((place) => `${place} is not seen by the compiler`),
  ...[...declared].flatMap(([place, row]) => {
    const statements = recorded.get(place)
    if (statements === undefined) return [`${place} was never run`]
    return [...new Set(placeDifferences(row, [...statements.values()]))].map((each) => `${place} ${each}`)
  }),
]
