import type {
  ChosenCsv,
  CsvPreview,
  ImportMapping,
  ImportPlan,
  ImportResult,
} from '../../../src-shared/import-export/contract/imports.ts'

/** A file that was chosen and looked into, and how it is read. */
export type MappedFile = {
  readonly chosen: ChosenCsv
  readonly preview: CsvPreview
  readonly mapping: ImportMapping
}

/** Where an import is: each step keeps what the ones before found. */
export type ImportStep =
  | { readonly kind: 'choose' }
  | { readonly kind: 'map'; readonly file: MappedFile }
  /** `commandUid` belongs to this plan: the same file sent twice is posted once. */
  | { readonly kind: 'checked'; readonly file: MappedFile; readonly plan: ImportPlan; readonly commandUid: string }
  | { readonly kind: 'done'; readonly file: MappedFile; readonly result: ImportResult; readonly plan: ImportPlan }

export const isClean = ({ badRows }: ImportPlan): boolean => badRows === 0

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`

export const rowsText = (rows: number): string => counted(rows, 'row', 'rows')

/** "2 problems, in 8,225 of 9,000 rows. Nothing was imported." */
export const problemsText = ({ problems, badRows, rows }: ImportPlan): string =>
  `${counted(problems.length, 'problem', 'problems')}, in ${badRows.toLocaleString('en-US')} of ${rowsText(rows)}. Nothing was imported.`

/** What of the file is not imported, and why; null when all of it is. */
export function leftOutText({ closedRows, otherLines }: ImportPlan): string | null {
  const parts = [
    ...(closedRows > 0 ? [`${rowsText(closedRows)} with nothing open`] : []),
    ...(otherLines > 0 ? [counted(otherLines, 'line of a heading or a sum', 'lines of headings and sums')] : []),
  ]
  return parts.length === 0 ? null : `Left out: ${parts.join(', ')}.`
}

/** The columns that are imported as nothing; null when there are none. */
export function columnsLeftOutText({ columnsLeftOut }: ImportPlan): string | null {
  if (columnsLeftOut.length === 0) return null
  const named = columnsLeftOut.map((header) => `"${header}"`).join(', ')
  return `Not imported: the ${columnsLeftOut.length === 1 ? 'column' : 'columns'} ${named}.`
}

/** "2,466 invoices, 2,466 receipts and 100 new customers are in the books." */
export function doneText({ invoices, credits, receipts, customers }: ImportResult): string {
  const notes = credits === 0 ? '' : `${counted(credits, 'credit note', 'credit notes')}, `
  return (
    `${counted(invoices, 'invoice', 'invoices')}, ${notes}${counted(receipts, 'receipt', 'receipts')} and ` +
    `${counted(customers, 'new customer', 'new customers')} are in the books.`
  )
}
