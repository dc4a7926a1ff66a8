import type {
  ChosenCsv,
  CsvPreview,
  ImportMapping,
  ImportPlan,
  ImportResult,
} from '../../../src-shared/contract/imports.ts'

/** A file that was chosen and looked into, and how it is read. */
export type MappedFile = {
  readonly chosen: ChosenCsv
  readonly preview: CsvPreview
  readonly mapping: ImportMapping
  /** The clerk said which way round day and month are. */
  readonly isPatternChosen: boolean
}

/** Where an import is: each step keeps what the ones before found. */
export type ImportStep =
  | { readonly kind: 'choose' }
  | { readonly kind: 'map'; readonly file: MappedFile }
  /** `commandUid` belongs to this plan: the same file sent twice is posted once. */
  | { readonly kind: 'checked'; readonly file: MappedFile; readonly plan: ImportPlan; readonly commandUid: string }
  | { readonly kind: 'done'; readonly file: MappedFile; readonly result: ImportResult; readonly plan: ImportPlan }

export const isClean = ({ problemCount }: ImportPlan): boolean => problemCount === 0

/** Day and month may be swapped in every row, and nobody has said which is which. */
export const asksForPattern = ({ preview, isPatternChosen }: MappedFile): boolean =>
  preview.ambiguousDates && !preview.remembered && !isPatternChosen

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`

export const rowsText = (rows: number): string => counted(rows, 'row', 'rows')

/** "12 problems in 2,466 rows. Nothing was imported." */
export const problemsText = ({ problemCount, problems, rows }: ImportPlan): string => {
  const found = `${counted(problemCount, 'problem', 'problems')} in ${rowsText(rows)}. Nothing was imported.`
  return problems.length < problemCount
    ? `${found} The first ${problems.length.toLocaleString('en-US')} are listed.`
    : found
}

/** "2,466 invoices, 2,466 receipts and 100 new customers are in the books." */
export const doneText = ({ invoices, receipts, customers }: ImportResult): string =>
  `${counted(invoices, 'invoice', 'invoices')}, ${counted(receipts, 'receipt', 'receipts')} and ` +
  `${counted(customers, 'new customer', 'new customers')} are in the books.`
