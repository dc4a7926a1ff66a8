import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'
import { HeavyFirst } from './test/fixtures/heavy-first.ts'

const EVERY_TEST = ['test/**/*.test.{ts,tsx}', 'src-*/**/*.test.{ts,tsx}']

/** Tests that start and kill processes and threads, put something else in a module's place, or turn the clock. */
const ALONE = [
  'test/{crash,threads,security,migration,structure}/**/*.test.ts',
  'test/kernel/{refusals,query-plans}.test.ts',
]

export default defineConfig({
  test: {
    globalSetup: 'test/fixtures/company-templates.ts',
    setupFiles: ['test/fixtures/refusals-in-words.ts'],
    // The SQLite driver's own binary and kill tests want real processes.
    pool: 'forks',
    // Every core: nobody works beside the checks.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: HeavyFirst },
    // What hangs is ended by these; how fast anything is, they do not say.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      // Starting a process and reading the product's modules for each of these files was half of their time.
      {
        extends: true,
        test: { name: 'together', include: EVERY_TEST, exclude: [...configDefaults.exclude, ...ALONE], isolate: false },
      },
    ],
  },
})
