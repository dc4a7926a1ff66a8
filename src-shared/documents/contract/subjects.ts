import { posting, type SubjectsOf } from '../../kit/subjects.ts'
import type { documentsContract } from './index.ts'

/** What each command changes and each query reads. */
export const documentsSubjects = {
  'documents.void': [...posting, 'batches', 'unidentifiedReceipts', 'deductions', 'recurringInvoices'],
  'documents.voidAndCopy': [...posting, 'batches', 'unidentifiedReceipts', 'deductions', 'recurringInvoices'],
} satisfies SubjectsOf<typeof documentsContract>
