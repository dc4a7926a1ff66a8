import { defineConfig } from '@playwright/test'
import { availableParallelism } from 'node:os'
import { hasDisplay } from './scripts/project.mjs'

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // What hangs is ended by these; how fast anything is, they do not say.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // On a screen focus and key strokes belong to one window: so each worker has a virtual one of its own (test/e2e/launch.ts), and
  // where there is a real one, a window at a time.
  workers: hasDisplay() ? 1 : availableParallelism(),
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: '.cache/e2e-results.json' }]],
  // A trace costs a seventh of the time; whoever looks into a failure asks for one: --trace retain-on-failure.
  use: { trace: 'off' },
  projects: [
    { name: 'e2e', testMatch: '**/*.e2e.ts' },
    { name: 'screenshots', testMatch: '**/*.screenshots.ts' },
  ],
})
