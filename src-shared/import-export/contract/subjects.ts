import { posting, type SubjectsOf } from '../../kit/subjects.ts'
import type { importExportContract } from './index.ts'

/** What each command changes and each query reads. */
export const importExportSubjects = {
  'imports.preview': ['customers', 'documents'],
  'imports.dryRun': ['customers', 'documents'],
  'imports.run': [...posting, 'customers', 'products', 'rates'],
} satisfies SubjectsOf<typeof importExportContract>
