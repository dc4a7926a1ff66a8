import type { ParseError } from 'papaparse'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import { findHeaderRow } from '../../../src-shared/import-export/rules/import-headers.ts'
import { withoutInvisible } from '../../../src-shared/domain/text/look-alike.ts'
import Papa from 'papaparse'

const DELIMITERS = [',', ';', '\t', '|'] as const
const SAMPLE_LENGTH = 64 * 1024
const SAMPLE_ROWS = 50

/**
 * The separator that gives the most rows the same number of columns, the more columns the better; a comma when none gives
 * any. Lines above the header have fewer. papaparse's own guess gives up when a sample row is blank or short.
 */
export function guessDelimiter(text: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH)
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(sample, delimiter) }))
  return scored.reduce((best, candidate) => (candidate.score > best.score ? candidate : best)).delimiter
}

function scoreOf(sample: string, delimiter: string): number {
  const { data } = Papa.parse<string[]>(sample, {
    delimiter,
    newline: '\n',
    preview: SAMPLE_ROWS,
    skipEmptyLines: true,
  })
  const rowsOfWidth = new Map<number, number>()
  for (const { length } of data) rowsOfWidth.set(length, (rowsOfWidth.get(length) ?? 0) + 1)
  const scores = [...rowsOfWidth].map(([width, rows]) => (width < 2 ? 0 : (width * rows) / data.length))
  return Math.max(0, ...scores)
}

export interface CsvRow {
  /** Physical line of the file on which the row begins; the first line is 1. */
  readonly line: number
  readonly values: readonly string[]
}

export interface CsvTable {
  /** Trimmed; an empty one is named by its place, a repeated one numbered. */
  readonly headers: readonly string[]
  /** Rows below the header; blank ones are left out. */
  readonly rows: readonly CsvRow[]
  /** Physical line of the header; 0 when the file has none. */
  readonly headerLine: number
  /** The first rows of the file, a report's title and the header among them. */
  readonly firstRows: readonly CsvRow[]
}

const ROWS_BETWEEN_CHECKS = 5000
const COLUMNS_MAX = 500
const FIRST_ROWS = 12

/** Excel's first line that only names the separator: `sep=;` */
const SEPARATOR_LINE = /^sep=(.)(?:\r\n|\r|\n)/i

/**
 * Splits the text of a CSV file into a header and rows. Quoted values may hold the separator and line
 * breaks.
 * @param headerLine the line on which the columns are named, 0 when none does; null finds it
 * @param between called now and then; stops by throwing
 * @throws Refusal csv_malformed with the line, file_unreadable when there is nothing to import.
 */
export function parseCsv(text: string, between: () => void = () => {}, headerLine: number | null = null): CsvTable {
  const named = SEPARATOR_LINE.exec(text)
  const body = (named ? text.slice(named[0].length) : text).replace(/\r\n?/g, '\n')
  const all = splitRows(body, named ? 2 : 1, named?.[1], between)
  if (all.length === 0) throw new Refusal('file_unreadable', { problem: 'it is empty' })
  const place = headerPlace(all, headerLine)
  const rows = all.slice(place + 1)
  if (rows.length === 0) throw new Refusal('file_unreadable', { problem: 'it has no rows below its header' })
  const header = all[place]
  const width = Math.max(header?.values.length ?? 0, place < 0 ? Math.max(...rows.slice(0, 100).map(widthOf)) : 0)
  if (width > COLUMNS_MAX) throw new Refusal('file_unreadable', { problem: `it has more than ${COLUMNS_MAX} columns` })
  const headers = nameHeaders(header?.values ?? Array.from({ length: width }, () => ''))
  return { headers, rows, headerLine: header?.line ?? 0, firstRows: all.slice(0, Math.max(FIRST_ROWS, place + 1)) }
}

const widthOf = ({ values }: CsvRow): number => values.length

/** The header's place among the rows; -1 when the file has none. */
function headerPlace(rows: readonly CsvRow[], headerLine: number | null): number {
  if (headerLine === 0) return -1
  if (headerLine === null) return findHeaderRow(rows.slice(0, 100).map(({ values }) => values))
  const place = rows.findIndex(({ line }) => line >= headerLine)
  return place < 0 ? 0 : place
}

function splitRows(body: string, firstLine: number, delimiter: string | undefined, between: () => void): CsvRow[] {
  const rows: CsvRow[] = []
  const lines = new LineCounter(body, firstLine)
  let start = 0
  let read = 0
  Papa.parse<string[]>(body, {
    delimiter: delimiter ?? guessDelimiter(body),
    newline: '\n',
    step: ({ data, errors, meta }) => {
      refuseMalformed(errors, lines)
      if (data.some((value) => value.trim() !== '')) rows.push({ line: lines.at(start), values: data })
      start = meta.cursor
      read += 1
      if (read % ROWS_BETWEEN_CHECKS === 0) between()
    },
  })
  return rows
}

function refuseMalformed(errors: readonly ParseError[], lines: LineCounter): void {
  const fault = errors.find((error) => error.type === 'Quotes')
  if (!fault) return
  const problem =
    fault.code === 'MissingQuotes'
      ? 'a quoted value begins here and never ends'
      : 'a quoted value is followed by other text, or holds a quote that is not doubled'
  throw new Refusal('csv_malformed', { line: lines.at(fault.index ?? 0), problem })
}

/** Line of an offset in the text; asked for rising offsets, it reads the text once. */
class LineCounter {
  readonly #text: string
  #line: number
  #nextBreak: number

  constructor(text: string, firstLine: number) {
    this.#text = text
    this.#line = firstLine
    this.#nextBreak = text.indexOf('\n')
  }

  at(offset: number): number {
    while (this.#nextBreak >= 0 && this.#nextBreak < offset) {
      this.#line += 1
      this.#nextBreak = this.#text.indexOf('\n', this.#nextBreak + 1)
    }
    return this.#line
  }
}

function nameHeaders(values: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return values.map((value, index) => {
    const header = withoutInvisible(value).replace(/\s+/g, ' ').trim().normalize('NFC') || `Column ${index + 1}`
    const count = (seen.get(header) ?? 0) + 1
    seen.set(header, count)
    return count === 1 ? header : `${header} (${count})`
  })
}
