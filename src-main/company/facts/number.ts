import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { documentKindName, type DocumentKind } from '../../../src-shared/domain/documents.ts'
import { formatNumber, prefixOfYear } from '../../../src-shared/company/rules/sequence.ts'
import {
  afterLast,
  highestWithPrefix,
  numberHolder,
  runOfYear,
  seriesInUse,
  yearOf,
  type NumberSeries,
} from './number-series.ts'
import type { CommandContext } from '../../kernel/command-handler.ts'

export interface GivenNumber {
  readonly text: string
  /** Null for numbers that come from outside: an import, a void. */
  readonly seriesId: number | null
  readonly seriesNumber: number | null
  /** Numbers of the series before it that other documents have. */
  readonly passedOver?: readonly string[]
}

/** A number given elsewhere. It still has to be free. */
export const foreignNumber = (text: string): GivenNumber => ({ text, seriesId: null, seriesNumber: null })

/**
 * The next number of this device's series, of the year of the document's date where the year is in the number. Taken in the
 * posting transaction, so that a refused posting leaves no gap. A number that an imported document has is passed over, and
 * recorded as that.
 */
export const nextNumber = (context: CommandContext, kind: DocumentKind, documentDate: CalendarDate): GivenNumber => {
  const { tx, seq } = context
  const series = runFor(context, kind, yearOf(documentDate))
  const passedOver: string[] = []
  for (let seriesNumber = afterLast(tx, series); ; seriesNumber += 1) {
    const text = formatNumber(series, seriesNumber)
    const holder = numberHolder(tx, kind, text)
    if (holder === undefined) return { text, seriesId: series.id, seriesNumber, passedOver }
    tx.run('INSERT INTO number_passed_over (series_id, series_number, document_id, command_seq) VALUES (?, ?, ?, ?)', [
      series.id,
      seriesNumber,
      holder,
      seq,
    ])
    passedOver.push(text)
  }
}

/** What the clerk should know of the numbers before the one given. */
export const numberWarnings = (kind: DocumentKind, { text, passedOver = [] }: GivenNumber): readonly string[] => {
  const [first] = passedOver
  if (first === undefined) return []
  const last = passedOver.at(-1) ?? first
  const which = passedOver.length === 1 ? first : `${first} to ${last}`
  const what = documentKindName[kind].toLowerCase()
  return [`${which} ${passedOver.length === 1 ? 'was' : 'were'} given before, so this ${what} is ${text}.`]
}

/** The run that numbers a year's documents, begun where none of that year was numbered before. */
const runFor = (context: CommandContext, kind: DocumentKind, year: number): NumberSeries => {
  const { tx, deviceId } = context
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
  { tx, deviceId, newUid, newId }: CommandContext,
  kind: DocumentKind,
  run: Omit<NumberSeries, 'id'>,
): NumberSeries => {
  const { prefix, width, first, template, year } = run
  const id = newId('number_series')
  tx.run(
    'INSERT INTO number_series (id, uid, kind, device_id, prefix, width, first_number, template, year) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [id, newUid(), kind, deviceId, prefix, width, first, template, year],
  )
  return { id, ...run }
}

/** The next number of this device's series of parked receipts, which are no documents. */
export const nextParkedNumber = (context: CommandContext): { readonly text: string; readonly seriesNumber: number } => {
  const series = seriesInUse(context.tx, 'parked_receipt', context.deviceId)
  const sql = 'SELECT max(series_number) FROM parked_receipt WHERE device_id = ?'
  const last = context.tx.value<number | null>(sql, [context.deviceId])
  const seriesNumber = last == null ? series.first : last + 1
  return { text: formatNumber(series, seriesNumber), seriesNumber }
}
