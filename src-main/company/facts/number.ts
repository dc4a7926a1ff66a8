import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { DocumentKind } from '../../../src-shared/domain/documents.ts'
import { formatNumber, prefixOfYear } from '../../../src-shared/company/rules/sequence.ts'
import {
  afterLast,
  highestWithPrefix,
  runOfYear,
  seriesInUse,
  takenFrom,
  yearOf,
  type NumberSeries,
  type TakenNumbers,
} from './number-series.ts'
import type { Warning } from '../../../src-shared/kit/warning.ts'
import type { CommandContext } from '../../kernel/command-handler.ts'

export interface GivenNumber {
  readonly text: string
  /** Null for numbers that come from outside: an import, a void. */
  readonly seriesId: number | null
  readonly seriesNumber: number | null
  /** Numbers of the series before it that other documents have, or that look like theirs. */
  readonly passedOver?: PassedOver | null
}

interface PassedOver {
  readonly first: string
  readonly last: string
  /** What the first looks like, where it is written in another way. */
  readonly like: string | null
}

/** A number given elsewhere. It still has to be free. */
export const foreignNumber = (text: string): GivenNumber => ({ text, seriesId: null, seriesNumber: null })

/**
 * The next number of this device's series, of the year of the document's date where the year is in the number. Taken in the
 * posting transaction, so that a refused posting leaves no gap. A number that another document has, or that looks like its
 * number, is passed over and recorded as that; of those without a gap between them the first and the last, so that the cost
 * does not grow with their count.
 */
export const nextNumber = (context: CommandContext, kind: DocumentKind, documentDate: CalendarDate): GivenNumber => {
  const { tx } = context
  const series = runFor(context, kind, yearOf(documentDate))
  const passed: { readonly text: string; readonly taken: TakenNumbers }[] = []
  for (let seriesNumber = afterLast(tx, series); ;) {
    const text = formatNumber(series, seriesNumber)
    const taken = takenFrom(tx, kind, series, seriesNumber)
    if (taken === undefined) return { text, seriesId: series.id, seriesNumber, passedOver: passedOver(series, passed) }
    passOver(context, series, seriesNumber, taken)
    passed.push({ text, taken })
    seriesNumber = taken.through + 1
  }
}

const passedOver = (
  series: NumberSeries,
  passed: readonly { readonly text: string; readonly taken: TakenNumbers }[],
): PassedOver | null => {
  const [first, last] = [passed[0], passed.at(-1)]
  if (!first || !last) return null
  const like = first.text.toUpperCase() === first.taken.number.toUpperCase() ? null : first.taken.number
  return { first: first.text, last: formatNumber(series, last.taken.through), like }
}

const PASS_OVER = `
  INSERT INTO number_passed_over (series_id, series_number, through, document_id, command_seq)
  VALUES (?, ?, nullif(?, ?), ?, ?)`

const passOver = ({ tx, seq }: CommandContext, { id }: NumberSeries, from: number, taken: TakenNumbers): void =>
  void tx.run(PASS_OVER, [id, from, taken.through, from, taken.documentId, seq])

/** What the clerk should know of the numbers before the one given. */
export const numberWarnings = (
  kind: DocumentKind,
  { text, passedOver: passed = null }: GivenNumber,
): readonly Warning[] => {
  if (passed === null) return []
  const { first, last, like } = passed
  const given = { kind, number: text }
  if (first !== last) return [{ code: 'numbers_given_before', params: { first, last, ...given } }]
  return like === null
    ? [{ code: 'number_given_before', params: { first, ...given } }]
    : [{ code: 'number_looks_like', params: { first, like, ...given } }]
}

/** The run that numbers a year's documents, begun where none of that year was numbered before. */
const runFor = (context: CommandContext, kind: DocumentKind, year: number): NumberSeries => {
  const { tx, numbersAs: deviceId } = context
  const inUse = seriesInUse(tx, kind, deviceId)
  const run = runOfYear(tx, kind, deviceId, inUse, year)
  if (run) return run
  const { template, width } = inUse
  const prefix = prefixOfYear(template ?? inUse.prefix, year)
  // What another style wrote with this prefix is not written again.
  return beginRun(context, kind, {
    template,
    width,
    prefix,
    year,
    first: Math.max(1, highestWithPrefix(tx, kind, prefix) + 1),
  })
}

/** Appends a run of numbers, from now on the one in use. */
export const beginRun = (
  { tx, numbersAs: deviceId, seq, newUid, newId }: CommandContext,
  kind: DocumentKind,
  run: Omit<NumberSeries, 'id'>,
): NumberSeries => {
  const { prefix, width, first, template, year } = run
  const id = newId('number_series')
  tx.run(
    'INSERT INTO number_series (id, uid, command_seq, kind, device_id, prefix, width, first_number, template, year) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [id, newUid(), seq, kind, deviceId, prefix, width, first, template, year],
  )
  return { id, ...run }
}

/** The next number of this device's series of unidentified receipts, which are no documents. */
export const nextUnidentifiedNumber = (
  context: CommandContext,
): { readonly text: string; readonly seriesNumber: number } => {
  const series = seriesInUse(context.tx, 'unidentified_receipt', context.numbersAs)
  const sql = 'SELECT max(series_number) FROM unidentified_receipt WHERE device_id = ?'
  const last = context.tx.value<number | null>(sql, [context.numbersAs])
  const seriesNumber = last == null ? series.first : last + 1
  return { text: formatNumber(series, seriesNumber), seriesNumber }
}
