import { createHash, hash } from 'node:crypto'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Param, Readable } from './connection.ts'
import * as schema from './schema.ts'

/** Where the rows of a table of facts say which command wrote them: themselves, or what they are part of. */
type Of = null | readonly [column: string, parent: 'document' | 'posting' | 'application', key: 'id']

const partOf = {
  document: ['document_id', 'document', 'id'],
  posting: ['posting_id', 'posting', 'id'],
  application: ['application_id', 'application', 'id'],
} as const

/** Every table whose rows are only ever inserted, the log of commands apart. */
export const facts: readonly (readonly [table: SQLiteTable, of: Of])[] = [
  [schema.document, null],
  [schema.documentLine, partOf.document],
  [schema.documentTax, partOf.document],
  [schema.instalment, partOf.document],
  [schema.creditReduction, partOf.document],
  [schema.financeChargeItem, partOf.document],
  [schema.financeChargeCredit, partOf.document],
  [schema.posting, null],
  [schema.entry, partOf.posting],
  [schema.application, null],
  [schema.applicationTax, partOf.application],
  [schema.approval, null],
  [schema.numberPassedOver, null],
  [schema.unidentifiedReceipt, null],
  [schema.unidentifiedReceiptEnd, null],
  [schema.deduction, null],
  [schema.deductionResolution, null],
  [schema.overpayment, null],
  [schema.returnedPayment, null],
  [schema.recurringOccurrence, null],
  [schema.revaluation, null],
  [schema.note, null],
  [schema.attachment, null],
  [schema.dispute, null],
  [schema.disputeStep, null],
]

interface FactRows {
  readonly table: string
  readonly columns: readonly string[]
  /** The command's seq, then the columns. */
  readonly sql: string
}

const columnsOf = (table: SQLiteTable): readonly string[] =>
  Object.values(getTableColumns(table)).map((column) => column.name)

const rowsOf = ([table, of]: (typeof facts)[number], columns = columnsOf(table)): FactRows => {
  const name = getTableName(table)
  const listed = columns.map((column) => `f."${column}"`).join(', ')
  // Without the casts, SQLite plans the statement anew for each value that is bound.
  const within = 'BETWEEN cast(:from AS INTEGER) AND cast(:through AS INTEGER)'
  if (of === null) {
    const sql = `SELECT f.command_seq, ${listed} FROM "${name}" AS f WHERE f.command_seq ${within}`
    return { table: name, columns, sql }
  }
  const [column, parent, key] = of
  const sql = `SELECT p.command_seq, ${listed} FROM "${parent}" AS p CROSS JOIN "${name}" AS f ON f.${column} = p.${key}
    WHERE p.command_seq ${within}`
  return { table: name, columns, sql }
}

/**
 * A row as text: what is in it, by column; quoted, so that no two rows are one text. What is NULL is left out: a column that a
 * later migration adds, without a default, leaves the rows before it as they were.
 */
const textOf = ({ table, columns }: FactRows, [, ...row]: FactRow): string => {
  let text = table
  for (let at = 0; at < row.length; at += 1) {
    const value = row[at]
    if (value !== null) text += `\n${columns[at]}=${JSON.stringify(value)}`
  }
  return text
}

type FactRow = readonly [seq: number, ...row: Param[]]

const ROWS: ReadonlyMap<string, FactRows> = new Map(facts.map((each) => [getTableName(each[0]), rowsOf(each)]))

/** Whether rows of the table are facts. */
export const isFact = (table: string): boolean => ROWS.has(table)

/**
 * SHA-256, hexadecimal, over the facts that a command wrote, in an order that depends on them alone; empty where it wrote none.
 * Asked again later it is the same, unless a row was changed, added or taken away since.
 * @param tables those that it wrote to; the others need no look
 */
export const factsHash = (db: Readable, seq: number, tables: Iterable<string>): string => {
  const rows: string[] = []
  for (const table of tables) {
    const fact = ROWS.get(table)
    if (fact === undefined) continue
    for (const row of db.rows<FactRow>(fact.sql, { from: seq, through: seq })) rows.push(textOf(fact, row))
  }
  return hashOfRows(rows)
}

/**
 * The same in a file that is being migrated: over the tables and columns that it has by now. Those still to come are empty in
 * what is there, so that the hash is the same when it is asked later.
 */
export const factsHashWhileMigrating = (db: Readable, seq: number): string =>
  hashOfRows(
    facts.flatMap((each) => {
      const present = new Set(
        db.rows<readonly [string]>('SELECT name FROM pragma_table_info(?)', [getTableName(each[0])]).flat(),
      )
      if (present.size === 0) return []
      const fact = rowsOf(
        each,
        columnsOf(each[0]).filter((column) => present.has(column)),
      )
      return db.rows<FactRow>(fact.sql, { from: seq, through: seq }).map((row) => textOf(fact, row))
    }),
  )

/** Rows that are hashed in one text. */
const AT_ONCE = 200

const hashOfRows = (rows: readonly string[]): string => {
  if (rows.length === 0) return ''
  const sorted = rows.toSorted()
  // Of a posting at once, in a third of the time. What an import wrote may be longer than a text can be.
  if (sorted.length <= AT_ONCE) return hash('sha256', `${sorted.join('\0')}\0`)
  const whole = createHash('sha256')
  for (const row of sorted) whole.update(row).update('\0')
  return whole.digest('hex')
}

/** The same for a run of commands, by seq, over all tables; those that wrote no fact are missing. */
export const factsHashes = (db: Readable, from: number, through: number): ReadonlyMap<number, string> => {
  const bySeq = new Map<number, string[]>()
  for (const fact of ROWS.values()) {
    for (const row of db.iterateRows<FactRow>(fact.sql, { from, through })) {
      const rows = bySeq.get(row[0])
      if (rows) rows.push(textOf(fact, row))
      else bySeq.set(row[0], [textOf(fact, row)])
    }
  }
  return new Map([...bySeq].map(([seq, rows]) => [seq, hashOfRows(rows)]))
}
