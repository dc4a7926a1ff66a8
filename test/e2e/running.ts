import type { ElectronApplication, Page } from '@playwright/test'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { send } from './bridge.ts'
import type { TestDesk } from './dialogs.ts'
import { launch, type Launched } from './launch-electron.ts'

/** A company open in a window, as a start with its file leaves it. */
export interface Opened {
  readonly window: Page
  readonly app: Pick<ElectronApplication, 'evaluate'> & {
    /** Closes the company: saved, backed up and no longer locked, as quitting leaves it. */
    close(): Promise<void>
  }
}

/** The size of a window that was never left in another. */
const USUAL_SIZE = { width: 1440, height: 900 }

/**
 * One running Duebook for the tests of a file, since a start is most of a short test's time. Each test finds it as a newly
 * installed one: the page loaded anew, nothing remembered by it or in the user's folder, and the window of its usual size.
 * Starting and ending themselves are tested by `launch`.
 */
export class RunningDuebook {
  #running: (Launched & { readonly testFile: string; readonly shelf: string; readonly hasDesk: boolean }) | undefined

  async open(testFile: string, company: string, desk: TestDesk | undefined): Promise<Opened> {
    const before = this.#running
    if (before && before.testFile === testFile && before.hasDesk === (desk !== undefined)) {
      if (desk) putOnShelf(before.shelf, desk)
      await openAfresh(before, company)
    } else {
      await this.quit()
      await this.#start(testFile, company, desk)
    }
    return this.#opened()
  }

  /** The company is closed; the program waits for the next one. */
  async closeCompany(): Promise<void> {
    if (!this.#running) return
    const answer = await send(this.#running.window, 'company.close', '{}')
    if (JSON.stringify(answer) !== JSON.stringify({ ok: true, value: null }))
      throw new Error(`The company was not closed: ${JSON.stringify(answer)}`)
  }

  async quit(): Promise<void> {
    if (!this.#running) return
    const { app, userData, shelf } = this.#running
    this.#running = undefined
    await app.close()
    for (const folder of [userData, path.dirname(shelf)]) fs.rmSync(folder, { recursive: true, force: true })
  }

  async #start(testFile: string, company: string, desk: TestDesk | undefined): Promise<void> {
    const shelf = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'duebook-shelf-')), 'desk')
    if (desk) putOnShelf(shelf, desk)
    const env = desk ? movedTo(shelf, desk) : {}
    this.#running = { ...(await launch({ args: [company], env })), testFile, shelf, hasDesk: desk !== undefined }
  }

  #opened(): Opened {
    if (!this.#running) throw new Error('No Duebook is running.')
    const { app, window } = this.#running
    return { window, app: { evaluate: app.evaluate.bind(app), close: () => this.closeCompany() } }
  }
}

/** A program is told its desk once, as it starts: so each test's desk is put where that one lies. */
function putOnShelf(shelf: string, desk: TestDesk): void {
  fs.rmSync(shelf, { force: true })
  fs.symlinkSync(desk.folder, shelf)
}

const movedTo = (shelf: string, desk: TestDesk): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(desk.env).map(([name, value]) => [name, value.replace(desk.folder, shelf)]))

async function openAfresh({ app, window, userData }: Launched, company: string): Promise<void> {
  for (const name of ['devices.json', 'recent-companies.json', 'window.json', 'companies', 'backups', 'logs'])
    fs.rmSync(path.join(userData, name), { recursive: true, force: true })
  await window.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null })
  await app.evaluate(
    async ({ app: electron, BrowserWindow, session }, { file, size }) => {
      await session.defaultSession.clearStorageData()
      const [shown] = BrowserWindow.getAllWindows()
      shown?.unmaximize()
      shown?.setSize(size.width, size.height)
      // As a double click on the file does; the page that is loaded next finds it opening, as after a start.
      electron.emit('second-instance', {}, [process.execPath, file], '/')
    },
    { file: company, size: USUAL_SIZE },
  )
  await window.reload()
}
