import type { SubjectsOf } from '../../kit/subjects.ts'
import type { currencyContract } from './index.ts'

/** What each command changes and each query reads. */
export const currencySubjects = {
  'revaluation.propose': ['documents', 'openItems', 'entries', 'rates', 'company', 'customers'],
  'revaluation.outdated': ['documents', 'openItems', 'entries', 'company', 'customers', 'rates'],
  'revaluation.post': ['entries', 'openItems', 'rates', 'log'],
} satisfies SubjectsOf<typeof currencyContract>
