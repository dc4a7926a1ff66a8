import { cellText } from './import-cell.ts'
import type { ImportColumns } from './import-fields.ts'
import { guessColumns } from './import-headers.ts'

type Rows = readonly (readonly string[])[]

const SAMPLES_MAX = 2000

/** Which column most likely holds which field: by the headers, held against the values. */
export const likelyColumns = (headers: readonly string[], rows: Rows): ImportColumns =>
  guessColumns(headers, (column) => samplesOf(rows, column))

/** Different values of a column: thousands of rows hold few dates. */
function samplesOf(rows: Rows, column: number): readonly string[] {
  const samples = new Set<string>()
  for (const row of rows) {
    samples.add(cellText(row[column] ?? ''))
    if (samples.size >= SAMPLES_MAX) break
  }
  return [...samples]
}
