import { join } from 'node:path'
import { mergeConfig } from 'vitest/config'
import usual from '../../vitest.config.ts'

/** The same, for what is run on demand only. */
export default {
  ...mergeConfig(usual, {}),
  root: join(import.meta.dirname, '..', '..'),
  test: { ...usual.test, include: ['test/mutate/query-faults.ts'], disableConsoleIntercept: true },
}
