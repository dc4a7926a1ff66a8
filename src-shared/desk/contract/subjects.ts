import { documentsRead, type SubjectsOf } from '../../kit/subjects.ts'
import type { deskContract } from './index.ts'

/** What each command changes and each query reads. */
export const deskSubjects = {
  'find.everything': [
    ...documentsRead,
    'unidentifiedReceipts',
    'batches',
    'recurringInvoices',
    'company',
    'entries',
    'numbers',
  ],
} satisfies SubjectsOf<typeof deskContract>
