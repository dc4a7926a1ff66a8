import { posting, type SubjectsOf } from '../../kit/subjects.ts'
import type { billingContract } from './index.ts'

/** What each command changes and each query reads. */
export const billingSubjects = {
  'creditNotes.creditable': [
    'documents',
    'openItems',
    'taxCodes',
    'products',
    'accounts',
    'company',
    'deductions',
    'entries',
    'reasons',
  ],
  'creditNotes.post': posting,
  'creditNotes.postFromInvoice': posting,
  'debitNotes.post': posting,
  'invoices.post': posting,
  'openingBalances.post': posting,
  'recurring.list': ['recurringInvoices', 'customers', 'documents', 'company'],
  'recurring.get': ['recurringInvoices', 'customers', 'documents'],
  'recurring.fromInvoice': ['documents', 'recurringInvoices', 'customers'],
  'recurring.due': ['recurringInvoices', 'customers', 'rates', 'company', 'documents'],
  'recurring.save': ['recurringInvoices', 'drafts', 'log'],
  'recurring.setPaused': ['recurringInvoices', 'log'],
  'recurring.end': ['recurringInvoices', 'log'],
  'recurring.post': [...posting, 'recurringInvoices'],
  'recurring.skip': ['recurringInvoices', 'log'],
  'recurring.restore': ['recurringInvoices', 'log'],
} satisfies SubjectsOf<typeof billingContract>
