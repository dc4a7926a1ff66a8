import type { Readable } from './connection.ts'

/** The tables whose rows have an integer key of their own, called `id`. */
export const keyedTables = [
  'account',
  'application',
  'approval',
  'customer',
  'device',
  'document',
  'number_series',
  'unidentified_receipt',
  'unidentified_receipt_end',
  'posting',
  'product',
  'reason_code',
  'receipt_batch',
  'recurring_invoice',
  'recurring_occurrence',
  'tax_code',
  'terms',
  'user',
] as const
export type KeyedTable = (typeof keyedTables)[number]

/** Gives the key of the next row of a table. */
export type NewId = (table: KeyedTable) => number

/** Where one ledger is shared, each device numbers its rows in a block of its own; block 0 is the company of one device. */
export const ID_BLOCK_BITS = 32
export const ID_BLOCK = 2 ** ID_BLOCK_BITS

// Read by the primary key, whatever the number of rows. The texts are made once, of the names above.
const lastOf = Object.fromEntries(
  keyedTables.map((table) => [table, `SELECT max(id) FROM "${table}" WHERE id < ?`]),
) as Readonly<Record<KeyedTable, string>>

/** The keys that a command gave, by table, in the order in which it did. */
export type GivenIds = Readonly<Partial<Record<KeyedTable, readonly number[]>>>

/**
 * Keys for the rows that one transaction inserts, each the last of its block and one more. It asks once a table and then
 * counts, so in that transaction nothing else may insert into the tables it was asked for. What was given before, when the
 * command was made, is given again first; more rows than then get keys above both.
 */
export const newIds = (db: Readable, block: number, before: GivenIds = {}): NewId => {
  const last = new Map<KeyedTable, number>()
  const request = new Map<KeyedTable, number>()
  const first = block * ID_BLOCK
  const above = (table: KeyedTable): number =>
    Math.max(first, db.value<number | null>(lastOf[table], [first + ID_BLOCK]) ?? 0, ...(before[table] ?? []))
  return (table) => {
    const again = before[table]
    if (again !== undefined) {
      const at = request.get(table) ?? 0
      request.set(table, at + 1)
      const id = again[at]
      if (id !== undefined) return id
    }
    const id = (last.get(table) ?? above(table)) + 1
    last.set(table, id)
    return id
  }
}
