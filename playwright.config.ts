import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // What hangs is ended by these; how fast anything is, they do not say.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // One window at a time: on a screen focus and key strokes belong to one, and two at once took as long on two cores.
  workers: 1,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: '.cache/e2e-results.json' }]],
  // A trace costs a seventh of the time; whoever looks into a failure asks for one: --trace retain-on-failure.
  use: { trace: 'off' },
  projects: [
    { name: 'e2e', testMatch: '**/*.e2e.ts' },
    { name: 'screenshots', testMatch: '**/*.screenshots.ts' },
  ],
})
