import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { lookAlikeKey } from '../../../src-shared/domain/text/look-alike.ts'
import type { DocumentKind, SeriesKind } from '../../../src-shared/domain/documents.ts'
import { formatNumber, lastOfItsDigits } from '../../../src-shared/company/rules/sequence.ts'
import type { Readable } from '../../db/connection.ts'
import type { Stored } from '../../db/stored.ts'

/** A run of numbers, and where it stands. */
export interface NumberSeries extends Stored<'numberSeries', 'id' | 'width'> {
  /** As its numbers start. */
  readonly prefix: string
  readonly first: number
  /** The prefix with {year} in it, where each year is a run of its own, and the run's year. */
  readonly template: string | null
  readonly year: number | null
}

// A plus before a value that is compared where rows are ordered: without it SQLite plans the statement anew for each value,
// several times the cost of reading the rows.
const SERIES = `
  SELECT id, prefix, width, first_number AS first, template, year FROM number_series
  WHERE kind = +:kind AND device_id = +:deviceId`

const IN_USE = `${SERIES} ORDER BY command_seq DESC, id DESC LIMIT 1`
const OF_YEAR = `${SERIES} AND template = :template AND width = :width AND year = :year ORDER BY command_seq DESC, id DESC LIMIT 1`

/** The latest series of a kind on a device: the one in use, or the latest year of it. */
export const seriesInUse = (db: Readable, kind: SeriesKind, deviceId: number): NumberSeries => {
  const series = db.get<NumberSeries>(IN_USE, { kind, deviceId })
  if (!series) throw new Error(`this device has no number series for ${kind}`)
  return series
}

/** The run of the series in use that numbers documents of a year; undefined while none of that year is numbered. */
export const runOfYear = (
  db: Readable,
  kind: SeriesKind,
  deviceId: number,
  { template, width, ...inUse }: NumberSeries,
  year: number,
): NumberSeries | undefined => {
  if (template === null || inUse.year === year) return { template, width, ...inUse }
  return db.get<NumberSeries>(OF_YEAR, { kind, deviceId, template, width, year })
}

export const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4))

const LAST_OF = (id: string): string => `
  max(coalesce((SELECT max(series_number) FROM document WHERE series_id = ${id}), -1),
    coalesce((SELECT coalesce(through, series_number) FROM number_passed_over WHERE series_id = ${id}
      ORDER BY series_number DESC LIMIT 1), -1))`

const LAST = `SELECT ${LAST_OF('+:id')}`

/** The number after the last that the run gave or passed over. */
export const afterLast = (db: Readable, { id, first }: NumberSeries): number =>
  Math.max(first, (db.value<number>(LAST, { id }) ?? -1) + 1)

const HIGHEST = `
  SELECT ${LAST_OF('s.id')} AS last FROM number_series AS s WHERE s.kind = :kind AND s.prefix = :prefix
  ORDER BY last DESC LIMIT 1`

/** The highest number that any run with this prefix gave or passed over; -1 while there is none. */
export const highestWithPrefix = (db: Readable, kind: SeriesKind, prefix: string): number =>
  db.value<number>(HIGHEST, { kind, prefix }) ?? -1

/** Numbers of a run, one after the other, that other documents have, or that look like theirs. */
export interface TakenNumbers {
  readonly through: number
  /** The document that has the first of them, and its number. */
  readonly documentId: number
  readonly number: string
}

type Holder = Stored<'document', 'id' | 'number' | 'seriesId' | 'seriesNumber'>

const HOLDER = `
  SELECT id, number, series_id AS seriesId, series_number AS seriesNumber FROM document
  WHERE number_key = +:key AND kind = +:kind ORDER BY id LIMIT 1`
const LAST_GIVEN = 'SELECT max(series_number) FROM document WHERE series_id = +:seriesId'
/** The most digits of a number whose followers are known. */
const DIGITS_MAX = 15
/** What may stand between the letters of a prefix and the number, or not: "INV-10419", "inv 10419". */
const SEPARATORS = ['', '-', '/', '.', '#', '_', ':'] as const
const LETTERS_AND_SEPARATOR = /^(.*\p{L})[-/.#_:]*$/u

// All spellings in one statement: every posting asks. The number is in the last run that begins before it, or in none.
const TAKEN = `
  WITH separator (text) AS (VALUES ${SEPARATORS.map((text) => `('${text}')`).join(', ')})
  SELECT taken.stem, taken.last FROM separator
  CROSS JOIN number_taken AS taken ON taken.kind = +:kind AND taken.stem = :stem || separator.text
    AND taken.first = (SELECT max(before.first) FROM number_taken AS before
      WHERE before.kind = +:kind AND before.stem = :stem || separator.text AND before.first <= :number)
  WHERE taken.last >= :number AND (separator.text = '' OR :hasLetters)
  LIMIT 1`

/** The run of taken numbers that holds this one, under any spelling of its letters. */
function takenLike(db: Readable, kind: SeriesKind, stem: string, number: number) {
  const letters = LETTERS_AND_SEPARATOR.exec(stem)?.[1]
  const like = { kind, stem: letters ?? stem, hasLetters: letters === undefined ? 0 : 1, number }
  return db.get<Stored<'numberTaken', 'stem' | 'last'>>(TAKEN, like)
}

/**
 * What is taken from a number of a run on, by a document that has it or whose number a clerk could take for it; undefined
 * where the number is free.
 */
export const takenFrom = (
  db: Readable,
  kind: SeriesKind,
  series: Pick<NumberSeries, 'prefix' | 'width'>,
  from: number,
): TakenNumbers | undefined => {
  const key = lookAlikeKey(formatNumber(series, from))
  const digits = /[0-9]+$/.exec(key)?.[0] ?? ''
  const number = Number(digits)
  const stem = key.slice(0, -digits.length)
  const taken = digits.length > DIGITS_MAX ? undefined : takenLike(db, kind, stem, number)
  const holder = db.get<Holder>(HOLDER, { kind, key: taken ? taken.stem + digits : key })
  if (!holder) return undefined
  const after = taken ? taken.last - number : givenAfter(db, holder)
  const through = Math.min(from + after, lastOfItsDigits(series, from))
  return { through, documentId: holder.id, number: holder.number }
}

/** How many numbers an earlier run gave or passed over after a document's: it has no gap. */
const givenAfter = (db: Readable, { seriesId, seriesNumber }: Holder): number =>
  seriesId === null ? 0 : (db.value<number>(LAST_GIVEN, { seriesId }) ?? 0) - (seriesNumber ?? 0)

/** The next number that a run will give, in the way of which no other document stands. */
export const nextFree = (
  db: Readable,
  kind: SeriesKind,
  series: Pick<NumberSeries, 'prefix' | 'width'>,
  from: number,
): number => {
  let next = from
  for (;;) {
    const taken = takenFrom(db, kind, series, next)
    if (taken === undefined) return next
    next = taken.through + 1
  }
}

const NUMBERS_LIKE = `
  SELECT number FROM document
  WHERE number_key = :key AND kind = :kind AND number <> :number
  ORDER BY command_seq, id LIMIT 20`

/** Numbers of documents of a kind that a clerk could take for this one; not the number itself. */
export const numbersLike = (db: Readable, kind: DocumentKind, number: string): readonly string[] =>
  db
    .all<Stored<'document', 'number'>>(NUMBERS_LIKE, { key: lookAlikeKey(number), kind, number })
    .map((row) => row.number)
