import { join } from 'node:path'
import usual from '../../vitest.config.ts'

/** The same, for what is run on demand only. */
export default {
  root: join(import.meta.dirname, '..', '..'),
  test: { ...usual.test, projects: undefined, include: ['test/mutate/query-faults.ts'], disableConsoleIntercept: true },
}
