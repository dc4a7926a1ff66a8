import { _electron } from '@playwright/test'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { measurePairs, report } from './measure.ts'

const root = join(import.meta.dirname, '../..')
const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** An Electron that does nothing but show one button. */
const writeEmptyApp = (folder: string): string => {
  const path = join(folder, 'empty-app')
  mkdirSync(path)
  writeFileSync(
    join(path, 'package.json'),
    JSON.stringify({ name: 'empty', version: '1.0.0', type: 'module', main: 'main.js' }),
  )
  writeFileSync(join(path, 'index.html'), '<!doctype html><title>Empty</title><button>Ready</button>')
  writeFileSync(
    join(path, 'main.js'),
    `import { app, BrowserWindow } from 'electron'
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile(new URL('index.html', import.meta.url).pathname))`,
  )
  return path
}

const untilButton = async (app: string, folder: string): Promise<void> => {
  const userData = mkdtempSync(join(folder, 'user-'))
  const running = await _electron.launch({ args: [...asRoot, app, `--user-data-dir=${userData}`], cwd: root })
  const window = await running.firstWindow()
  await window.getByRole('button').first().waitFor()
  await running.close()
}

/** From the command to a button that can be pressed, and closed again. The app has to be built. */
export const benchColdStart = async (folder: string): Promise<void> => {
  const empty = writeEmptyApp(folder)
  report(
    await measurePairs(
      'start to a usable window, and quit',
      5,
      () => untilButton(root, folder),
      () => untilButton(empty, folder),
    ),
    'an empty app',
  )
}
