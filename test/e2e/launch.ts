import { test as base, expect } from '@playwright/test'
import type { ElectronApplication } from '@playwright/test'
import fs from 'node:fs'
import { startVirtualDisplay } from '../../scripts/display.mjs'
import { hasDisplay } from '../../scripts/project.mjs'
import type { TestDesk } from './dialogs.ts'
import { launch } from './launch-electron.ts'
import { RunningDuebook, type Opened } from './running.ts'

interface Fixtures {
  /** A start of its own, where starting or ending is the subject; what it opened is closed when the test ends. */
  readonly launch: typeof launch
  /** Opens a company in the Duebook that the tests of a file share; closed when the test ends. */
  readonly open: (company: string, desk?: TestDesk) => Promise<Opened>
}

interface WorkerFixtures {
  /** Where there is no display, this worker's own, so that its windows have the focus to themselves. */
  readonly ownDisplay: void
  readonly running: RunningDuebook
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  ownDisplay: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const screen = hasDisplay() ? null : await startVirtualDisplay()
      if (screen) process.env['DISPLAY'] = screen.name
      await use()
      screen?.stop()
    },
    { scope: 'worker', auto: true },
  ],
  running: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const running = new RunningDuebook()
      await use(running)
      await running.quit()
    },
    { scope: 'worker' },
  ],
  open: async ({ running }, use, { file }) => {
    await use((company, desk) => running.open(file, company, desk))
    await running.closeCompany()
  },
  // Playwright reads the names of fixtures from the first parameter's pattern.
  // oxlint-disable-next-line no-empty-pattern
  launch: async ({}, use) => {
    const opened: ElectronApplication[] = []
    const folders: string[] = []
    await use(async (options) => {
      const launched = await launch(options)
      opened.push(launched.app)
      if (options?.userData === undefined) folders.push(launched.userData)
      return launched
    })
    for (const app of opened) await app.close()
    for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true })
  },
})

export { expect }
