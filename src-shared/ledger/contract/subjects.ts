import { documentsRead, type SubjectsOf } from '../../kit/subjects.ts'
import type { ledgerContract } from './index.ts'

/** What each command changes and each query reads. */
export const ledgerSubjects = {
  'documents.list': [...documentsRead, 'entries', 'numbers'],
  'documents.get': [
    ...documentsRead,
    'entries',
    'accounts',
    'terms',
    'taxCodes',
    'products',
    'reasons',
    'people',
    'batches',
    'unidentifiedReceipts',
    'deductions',
    'recurringInvoices',
    'company',
  ],
  'documents.postings': ['entries', 'documents', 'customers', 'accounts', 'people', 'openItems'],
  'drafts.list': ['drafts', 'customers', 'people'],
  'drafts.get': ['drafts'],
  'drafts.save': ['drafts'],
  'drafts.discard': ['drafts'],
  'openItems.hold': ['openItems', 'log'],
} satisfies SubjectsOf<typeof ledgerContract>
