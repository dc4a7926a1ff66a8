import type { MemoSentences } from '../../kit/memo.ts'
import type { Sentences } from '../../kit/refusal.ts'

type ImportQuestion = 'encoding' | 'decimalMark' | 'datePatterns' | 'documents'

/** What a file leaves open and only the clerk knows. */
const importQuestion = (about: ImportQuestion, example: string): string => {
  switch (about) {
    case 'encoding':
      return `Some letters could be read in more than one way (${example}). Say how the file is written.`
    case 'decimalMark':
      return `"${example}" could be a thousand or have decimals. Say which mark stands before the decimals.`
    case 'datePatterns':
      return `"${example}" could have day and month either way round. Say how dates are written.`
    case 'documents':
      return 'Say whether the rows are invoices to post as sales, or what was open in the old books.'
  }
}

export const refusals = {
  // files in and out
  file_too_large: 'The file is larger than {limit}. Split it into smaller files.',
  file_unreadable: 'The file could not be read: {problem}.',
  csv_malformed: ({ line, problem }: { line: number; problem: string }) =>
    `Line ${line}: ${problem}. Correct the file and choose it again.`,
  import_has_errors: ({ count }: { count: number }) =>
    `${count === 1 ? '1 row has errors' : `${count} rows have errors`}, so nothing was imported. Correct the file or the mapping.`,
  import_question: ({ about, example }: { about: ImportQuestion; example: string }) => importQuestion(about, example),
  import_file_changed: 'The file changed since the dry run. Run the check again.',
  mapping_incomplete: 'Choose a column for {field}.',
} as const satisfies Sentences

/** Memos of documents that a command makes. */
export const memos = {
  memo_receipt_for_invoice: 'Receipt for invoice {invoice}',
  memo_part_paid: 'Originally {original}, {settled} of it settled before.',
} as const satisfies MemoSentences

type Declared = typeof refusals
declare module '../../kit/refusal.ts' {
  interface Refusals extends Declared {}
}
type DeclaredMemos = typeof memos
declare module '../../kit/memo.ts' {
  interface Memos extends DeclaredMemos {}
}
