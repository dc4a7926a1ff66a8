import Database from 'better-sqlite3'
import { keyToOpen, setKey } from './cipher/file-keys.ts'

export type Param = string | number | null
export type Params = readonly Param[] | Readonly<Record<string, Param>>

declare const readableBrand: unique symbol
declare const writableBrand: unique symbol

/** A connection queries may use: it can only read. SQL is text written in the source, never built from input. */
export interface Readable {
  readonly [readableBrand]: true
  readonly file: string
  all<Row>(sql: string, params?: Params): Row[]
  get<Row>(sql: string, params?: Params): Row | undefined
  /** First column of the first row; undefined without a row. */
  value<T extends Param>(sql: string, params?: Params): T | undefined
  /** Rows as arrays: about half the cost of objects on large results. */
  rows<Row extends readonly Param[]>(sql: string, params?: Params): Row[]
  iterateRows<Row extends readonly Param[]>(sql: string, params?: Params): IterableIterator<Row>
}

/** The one writing connection, inside a transaction. Only commands receive it. */
export interface Writable extends Readable {
  readonly [writableBrand]: true
  /** Number of rows changed. */
  run(sql: string, params?: Params): number
}

type Statement = Database.Statement

interface Prepared {
  readonly statement: Statement
  /** What it inserts into; null for all else. */
  readonly into: string | null
}

const intoOf = (sql: string): string | null => /^\s*INSERT (?:OR \w+ )?INTO "?(\w+)/i.exec(sql)?.[1] ?? null

/** Prepared statements are kept by their text: hot paths prepare once a connection. */
export class Connection implements Writable {
  declare readonly [readableBrand]: true
  declare readonly [writableBrand]: true
  readonly file: string
  readonly driver: Database.Database
  /** The tables that were inserted into since it was last cleared. */
  readonly written = new Set<string>()
  readonly #objects = new Map<string, Prepared>()
  readonly #arrays = new Map<string, Prepared>()
  readonly #values = new Map<string, Prepared>()

  /** @param key of a file that is made encrypted; of one that is there, the key that is held is used. */
  constructor(file: string, options: Database.Options = {}, key: Uint8Array | null = keyToOpen(file)) {
    this.file = file
    this.driver = new Database(file, options)
    if (key !== null) setKey(this.driver, key)
  }

  all<Row>(sql: string, params: Params = []): Row[] {
    return this.#statement(sql).all(params) as Row[]
  }

  get<Row>(sql: string, params: Params = []): Row | undefined {
    return this.#statement(sql).get(params) as Row | undefined
  }

  value<T extends Param>(sql: string, params: Params = []): T | undefined {
    return this.#kept(this.#values, sql, (made) => made.pluck(true)).statement.get(params) as T | undefined
  }

  rows<Row extends readonly Param[]>(sql: string, params: Params = []): Row[] {
    return this.#kept(this.#arrays, sql, (made) => made.raw(true)).statement.all(params) as Row[]
  }

  iterateRows<Row extends readonly Param[]>(sql: string, params: Params = []): IterableIterator<Row> {
    return this.#kept(this.#arrays, sql, (made) => made.raw(true)).statement.iterate(params) as IterableIterator<Row>
  }

  run(sql: string, params: Params = []): number {
    return this.#writing(sql).run(params).changes
  }

  /** Inserts one row and returns the key that SQLite chose: for what is made outside of commands, which name their keys. */
  insert(sql: string, params: Params = []): number {
    return Number(this.#writing(sql).run(params).lastInsertRowid)
  }

  close(): void {
    this.#objects.clear()
    this.#arrays.clear()
    this.#values.clear()
    this.driver.close()
  }

  #statement(sql: string): Statement {
    return this.#kept(this.#objects, sql, (made) => made).statement
  }

  #writing(sql: string): Statement {
    const { statement, into } = this.#kept(this.#objects, sql, (made) => made)
    if (into !== null) this.written.add(into)
    return statement
  }

  #kept(kept: Map<string, Prepared>, sql: string, shape: (made: Statement) => Statement): Prepared {
    let made = kept.get(sql)
    if (!made) {
      made = { statement: shape(this.driver.prepare(sql)), into: intoOf(sql) }
      kept.set(sql, made)
    }
    return made
  }
}
