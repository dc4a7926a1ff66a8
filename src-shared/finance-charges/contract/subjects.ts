import { documentsRead, posting, type SubjectsOf } from '../../kit/subjects.ts'
import type { financeChargesContract } from './index.ts'

/** What each command changes and each query reads. */
export const financeChargesSubjects = {
  'financeCharges.propose': [...documentsRead, 'rates', 'company', 'entries'],
  'financeCharges.outdated': ['documents', 'openItems', 'entries', 'company', 'customers'],
  'financeCharges.post': posting,
  'financeCharges.credit': posting,
} satisfies SubjectsOf<typeof financeChargesContract>
