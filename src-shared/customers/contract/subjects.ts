import { documentsRead, type SubjectsOf } from '../../kit/subjects.ts'
import type { customersContract } from './index.ts'

/** What each command changes and each query reads. */
export const customersSubjects = {
  'customers.creditHistory': ['customers', 'openItems', 'documents', 'entries'],
  'customers.get': [
    'customers',
    'openItems',
    'documents',
    'drafts',
    'recurringInvoices',
    'terms',
    'rates',
    'company',
    'entries',
    'taxCodes',
  ],
  'customers.list': ['customers', 'openItems', 'rates', 'company', 'documents', 'entries'],
  'customers.changedSince': ['log'],
  'customers.search': ['customers', 'documents', 'openItems', 'company', 'entries'],
  'customers.create': ['customers', 'log'],
  'customers.update': ['customers', 'log'],
  'openItems.forCustomer': [...documentsRead, 'entries'],
  'openItems.forPayer': [...documentsRead, 'entries'],
} satisfies SubjectsOf<typeof customersContract>
