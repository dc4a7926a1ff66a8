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
