import { _electron } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const ROOT = path.join(import.meta.dirname, '..', '..')

export interface LaunchOptions {
  /** More of the command line, such as the path of a company file. */
  readonly args?: readonly string[]
  /** A folder kept between launches; without it each launch starts as a newly installed Duebook. */
  readonly userData?: string
  readonly env?: Readonly<Record<string, string>>
}

export interface Launched {
  readonly app: ElectronApplication
  readonly window: Page
  readonly userData: string
}

/** Chromium refuses to run as root with its sandbox on. */
const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Starts the built app (`npm run build`) in a real Electron and waits for its window. The caller closes it. */
export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const userData = options.userData ?? fs.mkdtempSync(path.join(os.tmpdir(), 'duebook-user-'))
  const app = await _electron.launch({
    cwd: ROOT,
    args: [...asRoot, ROOT, `--user-data-dir=${userData}`, ...(options.args ?? [])],
    env: { ...definedEnv(), ...options.env },
  })
  const window = await app.firstWindow()
  await window.waitForLoadState('domcontentloaded')
  return { app, window, userData }
}

function definedEnv(): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
