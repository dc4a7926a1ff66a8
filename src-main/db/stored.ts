import type * as schema from './schema.ts'

type Tables = typeof schema
type Selected<Table extends keyof Tables> = Tables[Table]['$inferSelect']

/** As SQLite gives it: 0 and 1 for what is yes or no, the text of what is stored as JSON. */
type Held<Value> = Value extends boolean ? 0 | 1 : Value extends string | number | null ? Value : string

/**
 * The row that a statement written out gets of columns under their own names, `documentDate` for `document_date`. Its types are
 * those of the schema; that the statement selects these columns, and that no join leaves one of them empty, a test holds
 * (decision 0042).
 */
export type Stored<Table extends keyof Tables, Column extends keyof Selected<Table>> = {
  readonly [Each in Column]: Held<Selected<Table>[Each]>
}
