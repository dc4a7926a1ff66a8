import { documentsRead, type SubjectsOf } from '../../kit/subjects.ts'
import type { reportsContract } from './index.ts'

/** What each command changes and each query reads. */
export const reportsSubjects = {
  'aging.byCustomer': [...documentsRead, 'entries', 'company'],
  'aging.items': [...documentsRead, 'entries', 'company'],
  'ledger.trialBalance': ['entries', 'accounts'],
  'ledger.tieOut': ['entries', 'openItems', 'accounts', 'company'],
  'registers.invoices': [...documentsRead, 'entries', 'taxCodes', 'accounts', 'deductions'],
  'statements.data': [...documentsRead, 'entries', 'company', 'recurringInvoices', 'accounts'],
  'statements.pdf': [...documentsRead, 'entries', 'company', 'recurringInvoices'],
} satisfies SubjectsOf<typeof reportsContract>
