import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { actions } from '../../src-shared/keys-and-menu/actions.ts'
import { createCompanyFile } from '../../src-main/company-file/create-company.ts'
import { ask, send } from './bridge.ts'
import { expect, test } from './launch.ts'

const ROOT = path.join(import.meta.dirname, '..', '..')

test('every action with a place in the menu stands there, and a click reaches the window', async ({ launch }) => {
  const { app, window } = await launch()
  await ask(window, 'company.current', {})
  const items = await app.evaluate(({ Menu }) => {
    const found: Record<string, { label: string; registers: boolean }> = {}
    const walk = (menu: Electron.Menu): void => {
      for (const item of menu.items) {
        if (item.id) found[item.id] = { label: item.label, registers: item.registerAccelerator }
        if (item.submenu) walk(item.submenu)
      }
    }
    const menu = Menu.getApplicationMenu()
    if (menu) walk(menu)
    return found
  })
  for (const action of actions) {
    if ('menu' in action) expect(items[action.id], action.id).toEqual({ label: action.title, registers: false })
  }
  await app.evaluate(({ Menu }) => void Menu.getApplicationMenu()?.getMenuItemById('keys.show')?.click())
  await expect(window.getByRole('dialog')).toBeVisible()
})

test('a second start hands its file to the window that is open, and ends', async ({ launch }, info) => {
  const { window, userData } = await launch()
  await ask(window, 'company.current', {})
  fs.mkdirSync(info.outputDir, { recursive: true })
  const file = info.outputPath('Second.duebook')
  const profile = { name: 'Second', address: '', phone: '', email: '', taxNumber: '' }
  createCompanyFile(file, { profile, baseCurrency: 'USD' })
  const electron = createRequire(import.meta.url)('electron') as string
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const second = spawn(electron, [...sandbox, ROOT, `--user-data-dir=${userData}`, file], { stdio: 'ignore' })
  await once(second, 'exit')
  await expect.poll(async () => (await ask(window, 'company.current', {}))?.file).toBe('Second.duebook')
})

test('a page that crashes is loaded again, and is heard', async ({ launch }) => {
  const { app, window } = await launch()
  await send(window, 'company.recent', '{}', 1)
  const answer = await app.evaluate(async ({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0] ?? {}
    if (!webContents) return 'no window'
    const again = new Promise<void>((resolve) => webContents.once('did-finish-load', () => resolve()))
    webContents.forcefullyCrashRenderer()
    await again
    return (await webContents.executeJavaScript(`duebook.invoke('company.recent', '{}', 1_000_000)`)) as string
  })
  expect(JSON.parse(answer)).toEqual({ ok: true, value: [] })
})
