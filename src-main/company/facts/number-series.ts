import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import type { SeriesKind } from '../../../src-shared/domain/documents.ts'
import { formatNumber } from '../../../src-shared/company/rules/sequence.ts'
import type { Readable } from '../../db/connection.ts'

/** A run of numbers, and where it stands. */
export interface NumberSeries {
  readonly id: number
  /** As its numbers start. */
  readonly prefix: string
  readonly width: number
  readonly first: number
  /** The prefix with {year} in it, where each year is a run of its own, and the run's year. */
  readonly template: string | null
  readonly year: number | null
}

// Without the casts, SQLite plans these statements anew for each value that is bound: ten times the cost of reading the rows.
const SERIES = `
  SELECT id, prefix, width, first_number AS first, template, year FROM number_series
  WHERE kind = cast(:kind AS TEXT) AND device_id = cast(:deviceId AS INTEGER)`

const IN_USE = `${SERIES} ORDER BY id DESC LIMIT 1`
const OF_YEAR = `${SERIES} AND template = :template AND width = :width AND year = :year ORDER BY id DESC LIMIT 1`

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

const LAST = `
  SELECT max(coalesce((SELECT max(series_number) FROM document WHERE series_id = cast(:id AS INTEGER)), -1),
    coalesce((SELECT max(series_number) FROM number_passed_over WHERE series_id = cast(:id AS INTEGER)), -1))`

/** The number after the last that the run gave or passed over. */
export const afterLast = (db: Readable, { id, first }: NumberSeries): number =>
  Math.max(first, (db.value<number>(LAST, { id }) ?? -1) + 1)

const HIGHEST = `
  SELECT max(coalesce((SELECT max(series_number) FROM document WHERE series_id = s.id), -1),
    coalesce((SELECT max(series_number) FROM number_passed_over WHERE series_id = s.id), -1)) AS last
  FROM number_series AS s WHERE s.kind = :kind AND s.prefix = :prefix
  ORDER BY last DESC LIMIT 1`

/** The highest number that any run with this prefix gave or passed over; -1 while there is none. */
export const highestWithPrefix = (db: Readable, kind: SeriesKind, prefix: string): number =>
  db.value<number>(HIGHEST, { kind, prefix }) ?? -1

/** The document of a kind that has a number already, whatever gave it; upper and lower case are the same. */
const HOLDER = 'SELECT id FROM document WHERE number = :number COLLATE NOCASE AND kind = :kind LIMIT 1'

export const numberHolder = (db: Readable, kind: SeriesKind, number: string): number | undefined =>
  db.value<number>(HOLDER, { number, kind })

/** The next number that a run will give, in the way of which no imported document stands. */
export const nextFree = (
  db: Readable,
  kind: SeriesKind,
  series: Pick<NumberSeries, 'prefix' | 'width'>,
  from: number,
): number => {
  let next = from
  while (numberHolder(db, kind, formatNumber(series, next)) !== undefined) next += 1
  return next
}
