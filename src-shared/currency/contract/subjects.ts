import type { SubjectsOf } from '../../kit/subjects.ts'
import type { currencyContract } from './index.ts'

/** What each command changes and each query reads. */
export const currencySubjects = {
  'revaluation.propose': ['documents', 'openItems', 'entries', 'rates'],
  'revaluation.outdated': ['documents', 'openItems', 'entries'],
  'revaluation.post': ['entries', 'openItems', 'rates', 'log'],
} satisfies SubjectsOf<typeof currencyContract>
