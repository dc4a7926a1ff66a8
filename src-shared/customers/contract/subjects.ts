import { documentsRead, type SubjectsOf } from '../../kit/subjects.ts'
import type { customersContract } from './index.ts'

/** What each command changes and each query reads. */
export const customersSubjects = {
  'customers.creditHistory': ['customers', 'openItems', 'documents', 'entries'],
  'customers.get': ['customers', 'openItems', 'documents', 'drafts', 'recurringInvoices', 'terms', 'rates', 'company'],
  'customers.list': ['customers', 'openItems', 'rates', 'company'],
  'customers.changedSince': ['log'],
  'customers.search': ['customers', 'documents', 'openItems'],
  'customers.create': ['customers', 'log'],
  'customers.update': ['customers', 'log'],
  'openItems.forCustomer': documentsRead,
  'openItems.forPayer': documentsRead,
} satisfies SubjectsOf<typeof customersContract>
