import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // One window at a time: focus and key strokes belong to one.
  workers: 1,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: '.cache/e2e-results.json' }]],
  use: { trace: 'retain-on-failure' },
  projects: [
    { name: 'e2e', testMatch: '**/*.e2e.ts' },
    { name: 'screenshots', testMatch: '**/*.screenshots.ts' },
  ],
})
