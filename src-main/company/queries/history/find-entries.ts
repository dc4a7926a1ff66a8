import type { ParsedInput } from '../../../../src-shared/contract.ts'
import { addDaysWithin, partsOf, type CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { entryKinds } from '../../../../src-shared/history.ts'
import type { Readable } from '../../../db/connection.ts'
import type { QueryContext } from '../../../kernel/query-handler.ts'

export type HistoryFilter = ParsedInput<'history.csv'>

/** Entries looked at for one page: more than these do not keep a page waiting, the next one goes on after them. */
export const LOOKED_AT_MOST = 4_000

/** Between which instants the days lie on the clerk's clock; "" and "~" are before and after every instant. */
interface Times {
  readonly start: string
  readonly end: string
}

/** Midnight of a day on the clerk's clock, which summer time may have moved since. */
const startOf = (day: CalendarDate, now: Date): string => {
  const { year, month, day: dayOfMonth } = partsOf(day)
  const midnight = structuredClone(now)
  midnight.setFullYear(year, month - 1, dayOfMonth)
  midnight.setHours(0, 0, 0, 0)
  return midnight.toISOString()
}

const timesOf = ({ from, to }: HistoryFilter, now: Date): Times => ({
  start: from === null ? '' : startOf(from, now),
  end: to === null ? '~' : startOf(addDaysWithin(to, 1), now),
})

const RANGE = `
  SELECT coalesce(min(first_seq), 1) AS first, coalesce(max(last_seq), 0) AS last FROM command_day
  WHERE day BETWEEN substr(:start, 1, 10) AND substr(:end, 1, 10)`

interface Range {
  readonly first: number
  readonly last: number
}

interface Walk extends Range {
  readonly limit: number
}

const ALL = `SELECT seq FROM command_log WHERE seq BETWEEN :first AND :last ORDER BY seq DESC LIMIT :limit`
const OF_PERSON = `
  SELECT seq FROM command_log INDEXED BY command_log_by_person
  WHERE user_id = :personId AND name = :name AND seq BETWEEN :first AND :last ORDER BY seq DESC LIMIT :limit`
const OF_SUBJECT = `
  SELECT seq FROM command_subject
  WHERE kind = :kind AND record_id = :id AND seq BETWEEN :first AND :last ORDER BY seq DESC LIMIT :limit`
const OF_TOTAL = `
  SELECT command_seq FROM document INDEXED BY document_by_total
  WHERE total = :total AND command_seq BETWEEN :first AND :last ORDER BY command_seq DESC LIMIT :limit`

type Of = (walk: Walk) => readonly (readonly [seq: number])[]

/** Where an index brings the entries of a filter in order, the most selective first; several are read side by side. */
function sourcesOf(db: Readable, filter: HistoryFilter): readonly Of[] {
  const subject =
    (kind: string, id: number): Of =>
    (walk) =>
      db.rows<[number]>(OF_SUBJECT, { kind, id, ...walk })
  const total =
    (amount: number): Of =>
    (walk) =>
      db.rows<[number]>(OF_TOTAL, { total: amount, ...walk })
  const { documentId, record, amount, customerId, personId, kind } = filter
  if (documentId !== null) return [subject('document', documentId)]
  if (record !== null) return [subject(record.kind, record.id)]
  if (amount !== null) return [total(amount), total(-amount), subject('amount', amount)]
  if (customerId !== null) return [subject('customer', customerId)]
  if (personId === null && kind === null) return [(walk) => db.rows<[number]>(ALL, { ...walk })]
  const people = personId === null ? db.rows<[number]>('SELECT id FROM user').map(([id]) => id) : [personId]
  const names = kind === null ? entryKinds.map(({ name }) => name) : [kind]
  return people.flatMap((person) =>
    names.map(
      (name): Of =>
        (walk) =>
          db.rows<[number]>(OF_PERSON, { personId: person, name, ...walk }),
    ),
  )
}

const META = 'SELECT user_id AS userId, name, recorded_at AS recordedAt FROM command_log WHERE seq = ?'
const IS_SUBJECT = 'SELECT 1 FROM command_subject WHERE kind = ? AND record_id = ? AND seq = ?'
const IS_OF_TOTAL = `
  SELECT 1 WHERE EXISTS (SELECT 1 FROM document WHERE command_seq = :seq AND total IN (:amount, -:amount))
    OR EXISTS (SELECT 1 FROM command_subject WHERE kind = 'amount' AND record_id = :amount AND seq = :seq)`

interface Meta {
  readonly userId: number
  readonly name: string
  readonly recordedAt: string
}

/** Whether an entry is what the whole filter asks for: an index finds entries by one part of it alone. */
function matches(db: Readable, filter: HistoryFilter, times: Times, seq: number): boolean {
  const meta = db.get<Meta>(META, [seq])
  if (meta === undefined) return false
  const { personId, kind, customerId, documentId, record, amount } = filter
  const about = (of: string, id: number): boolean => db.value(IS_SUBJECT, [of, id, seq]) !== undefined
  return (
    (personId === null || meta.userId === personId) &&
    (kind === null || meta.name === kind) &&
    meta.recordedAt >= times.start &&
    meta.recordedAt < times.end &&
    (customerId === null || about('customer', customerId)) &&
    (documentId === null || about('document', documentId)) &&
    (record === null || about(record.kind, record.id)) &&
    (amount === null || db.value(IS_OF_TOTAL, { seq, amount }) !== undefined)
  )
}

export interface FoundEntries {
  /** Newest first. */
  readonly seqs: readonly number[]
  /** The search goes on before this one; null at the end. */
  readonly next: number | null
}

/** The newest entries before `after` that are asked for, at most `limit`; none of a long search is skipped. */
export function findEntries(
  { db, now }: Pick<QueryContext, 'db' | 'now'>,
  filter: HistoryFilter,
  after: number | null,
  limit: number,
): FoundEntries {
  const times = timesOf(filter, now)
  const range = db.get<Range>(RANGE, { ...times })
  if (range === undefined) throw new Error('the least and the greatest of no rows are one row')
  const sources = sourcesOf(db, filter)
  const each = Math.max(limit, Math.ceil(LOOKED_AT_MOST / sources.length)) + 1
  const walk = { first: range.first, last: Math.min(range.last, (after ?? Number.MAX_SAFE_INTEGER) - 1), limit: each }
  const { seqs, complete } = merged(
    sources.map((of) => of(walk).map(([seq]) => seq)),
    each,
  )
  const found: number[] = []
  for (const [index, seq] of seqs.entries()) {
    if (found.length === limit || index === LOOKED_AT_MOST) return { seqs: found, next: seqs[index - 1] ?? null }
    if (matches(db, filter, times, seq)) found.push(seq)
  }
  return { seqs: found, next: complete ? null : (seqs.at(-1) ?? null) }
}

/** Newest first and each once, down to where the first of the lists breaks off; complete where none does. */
function merged(lists: readonly (readonly number[])[], each: number) {
  const floor = Math.max(0, ...lists.filter((list) => list.length === each).map((list) => list.at(-1) ?? 0))
  const seqs = [...new Set(lists.flat())].filter((seq) => seq >= floor).toSorted((a, b) => b - a)
  return { seqs, complete: floor === 0 }
}
