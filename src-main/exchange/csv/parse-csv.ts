import Papa from 'papaparse'
import type { ParseError } from 'papaparse'
import { Refusal } from '../../../src-shared/contract/refusal.ts'
import { guessDelimiter } from './delimiter.ts'

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
}

const ROWS_BETWEEN_CHECKS = 5000
const COLUMNS_MAX = 500

/** Excel's first line that only names the separator: `sep=;` */
const SEPARATOR_LINE = /^sep=(.)(?:\r\n|\r|\n)/i

/**
 * Splits the text of a CSV file into a header and rows. Quoted values may hold the separator and line
 * breaks.
 * @param between called now and then; stops by throwing
 * @throws Refusal csv_malformed with the line, file_unreadable when there is nothing to import.
 */
export function parseCsv(text: string, between: () => void = () => {}): CsvTable {
  const named = SEPARATOR_LINE.exec(text)
  const body = (named ? text.slice(named[0].length) : text).replace(/\r\n?/g, '\n')
  const [header, ...rows] = splitRows(body, named ? 2 : 1, named?.[1], between)
  if (!header) throw new Refusal('file_unreadable', { problem: 'it is empty' })
  if (rows.length === 0) throw new Refusal('file_unreadable', { problem: 'it has no rows below its header' })
  if (header.values.length > COLUMNS_MAX) {
    throw new Refusal('file_unreadable', { problem: `it has more than ${COLUMNS_MAX} columns` })
  }
  return { headers: nameHeaders(header.values), rows }
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
    const header = value.replace(/\s+/g, ' ').trim().normalize('NFC') || `Column ${index + 1}`
    const count = (seen.get(header) ?? 0) + 1
    seen.set(header, count)
    return count === 1 ? header : `${header} (${count})`
  })
}
