import type { WordsOf } from '../../kit/history.ts'
import { count } from '../../kit/history-texts.ts'
import type { importExportContract } from '../contract/index.ts'

/** What each of this module's commands did, in words. */
export const importExportHistory: WordsOf<typeof importExportContract> = {
  'imports.run': {
    title: 'Import a file',
    say: ({ output }) =>
      `File imported: ${count(output.customers, 'customer')}, ${count(output.invoices, 'invoice')}, ${count(output.credits, 'credit')}, ${count(output.receipts, 'receipt')}`,
  },
}
