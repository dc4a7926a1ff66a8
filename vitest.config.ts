import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}', 'src-*/**/*.test.{ts,tsx}'],
    globalSetup: 'test/fixtures/company-templates.ts',
    setupFiles: ['test/fixtures/refusals-in-words.ts'],
    // The SQLite driver's own binary and kill tests want real processes.
    pool: 'forks',
    // Every core: nobody works beside the checks.
    maxWorkers: availableParallelism(),
    // What hangs is ended by these; how fast anything is, they do not say.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    restoreMocks: true,
  },
})
