import path from 'node:path'
import { Connection, type Params } from '../../../src-main/db/connection.ts'
import { METHODS, type Method } from './declared.ts'

export interface RanColumn {
  readonly name: string
  /** Where it comes from; null for what is computed. */
  readonly table: string | null
  readonly column: string | null
  /** `number`, `text`, `null`: what its values were. */
  readonly kinds: Set<string>
  readonly values: Set<string | number>
}

/** A statement as one place of the source asked it. */
export interface Ran {
  readonly sql: string
  readonly columns: readonly RanColumn[]
}

/** By place, as `Declared` names it, then by text: what is made of parts has several. */
export type Recorded = ReadonlyMap<string, ReadonlyMap<string, Ran>>

/** Enough to see every value of a column that has few. */
const ROWS_SEEN_MOST = 200

const ROOT = path.resolve(import.meta.dirname, '../../..')

/** What every connection of this process is asked, from now until `end`, by `src-main` itself. */
export const recordStatements = (): { readonly recorded: Recorded; readonly end: () => void } => {
  const recorded = new Map<string, Map<string, Ran>>()
  const prototype = Connection.prototype
  const own = METHODS.map((method) => [method, prototype[method]] as const)
  for (const [method, asks] of own) {
    const recording = function (this: Connection, sql: string, params?: Params): unknown {
      const place = callingPlace()
      if (place === undefined) return Reflect.apply(asks, this, [sql, params])
      const of = recorded.get(place) ?? new Map<string, Ran>()
      recorded.set(place, of)
      const ran = of.get(sql) ?? { sql, columns: columnsOf(this, sql) }
      of.set(sql, ran)
      const answer: unknown = Reflect.apply(asks, this, [sql, params])
      if (method !== 'iterateRows') return seen(ran, method, answer)
      return seenOnTheWay(ran, answer as IterableIterator<readonly unknown[]>)
    }
    Object.assign(prototype, { [method]: recording })
  }
  return { recorded, end: () => Object.assign(prototype, Object.fromEntries(own)) }
}

const columnsOf = ({ driver }: Connection, sql: string): readonly RanColumn[] => {
  const statement = driver.prepare(sql)
  if (!statement.reader) return []
  return statement.columns().map(({ name, table, column }) => ({
    name,
    table,
    column,
    kinds: new Set(),
    values: new Set(),
  }))
}

const rowsOf = (method: Method, answer: unknown): readonly unknown[] => {
  if (answer === undefined || method === 'run' || method === 'insert') return []
  if (method === 'value') return [[answer]]
  return method === 'get' ? [answer] : (answer as readonly unknown[])
}

function seen(ran: Ran, method: Method, answer: unknown): unknown {
  for (const row of rowsOf(method, answer).slice(0, ROWS_SEEN_MOST)) see(ran, row)
  return answer
}

function* seenOnTheWay(ran: Ran, rows: IterableIterator<readonly unknown[]>) {
  for (const row of rows) {
    see(ran, row)
    yield row
  }
}

function see({ columns }: Ran, row: unknown): void {
  for (const [at, column] of columns.entries()) {
    const value = Array.isArray(row) ? (row[at] as unknown) : (row as Readonly<Record<string, unknown>>)[column.name]
    if (Array.isArray(row) && at >= row.length) continue
    column.kinds.add(kindOf(value))
    if (typeof value === 'string' || typeof value === 'number') column.values.add(value)
  }
}

const kindOf = (value: unknown): string => {
  if (value === null) return 'null'
  return typeof value === 'string' ? 'text' : typeof value
}

/** Far enough down for what a test puts between a statement and who asks it. */
const FRAMES = 6

/** Where a frame stands in the source, by where it stands in the code that runs. */
const places = new Map<string, string | undefined>()

/** The place of `src-main` that asked; undefined where a test did. */
function callingPlace(): string | undefined {
  const { stackTraceLimit, prepareStackTrace } = Error
  Error.stackTraceLimit = FRAMES
  Error.prepareStackTrace = (_, frames) => frames
  const frames = new Error('').stack as unknown as readonly NodeJS.CallSite[]
  Error.prepareStackTrace = prepareStackTrace
  const raw = frames.map((frame) => `${frame.getFileName()}:${frame.getPosition()}`).join()
  if (!places.has(raw)) places.set(raw, placeIn(new Error('').stack ?? ''))
  Error.stackTraceLimit = stackTraceLimit
  return places.get(raw)
}

const placeIn = (stack: string): string | undefined => {
  for (const [, file = '', at = ''] of stack.matchAll(/\(?((?:file:\/\/)?\/[^()\n]*?):(\d+:\d+)\)?$/gm)) {
    const inRoot = path.relative(ROOT, file.replace('file://', ''))
    if (inRoot.startsWith('src-main/')) return `${inRoot}:${at}`
  }
  return undefined
}
