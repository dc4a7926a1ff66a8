import Papa from 'papaparse'

const DELIMITERS = [',', ';', '\t', '|'] as const
const SAMPLE_LENGTH = 64 * 1024
const SAMPLE_ROWS = 50

/**
 * The separator that gives the header the most columns and the most rows as many as the header; a comma when none
 * gives any. papaparse's own guess gives up when a sample row is blank or short.
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
  const columns = data[0]?.length ?? 0
  if (columns < 2) return 0
  return (columns * data.filter((row) => row.length === columns).length) / data.length
}
