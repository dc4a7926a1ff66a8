import path from 'node:path'
import { send } from './bridge.ts'
import { expect, test } from './launch.ts'

const PRELOAD = path.join(import.meta.dirname, '..', '..', 'out', 'preload', 'preload.cjs')

test('only our page in our window is heard', async ({ launch }) => {
  const { app, window } = await launch()
  await window.evaluate(() => document.body.append(document.createElement('iframe')))
  expect(await window.evaluate(() => typeof Reflect.get(globalThis.frames[0] ?? {}, 'duebook'))).toBe('undefined')

  const strangers = await app.evaluate(async ({ BrowserWindow }, preload) => {
    const call = `duebook.invoke('company.recent', '{}', 1).then(() => 'heard', (error) => String(error))`
    const answers: Record<string, unknown> = {}
    for (const address of ['app://duebook/index.html', 'about:blank']) {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await stranger.loadURL(address)
      answers[address] = await stranger.webContents.executeJavaScript(call)
      stranger.destroy()
    }
    const ours = BrowserWindow.getAllWindows()[0]
    ours?.webContents.removeAllListeners('did-navigate')
    await ours?.loadURL('about:blank')
    answers['ours at about:blank'] = await ours?.webContents.executeJavaScript(call)
    return answers
  }, PRELOAD)
  expect(Object.keys(strangers)).toHaveLength(3)
  for (const answer of Object.values(strangers)) expect(answer).toContain('refused: not a call of the Duebook window')
})

test('a call is refused by its name, its size, its form and its number', async ({ launch }) => {
  const { window } = await launch()
  const refused = (code: string) => ({ ok: false, error: { code } })
  expect(await send(window, 'company.recent', '{}')).toMatchObject({ ok: true })
  expect(JSON.stringify(await send(window, 'company.recent', `{}${' '.repeat(1_000_000)}`))).toContain('1 MB')
  expect(await send(window, 'company.steal', '{}')).toMatchObject(refused('unknown_operation'))
  expect(await send(window, '__proto__', '{}')).toMatchObject(refused('unknown_operation'))
  expect(await send(window, { toString: 'company.recent' }, '{}')).toMatchObject(refused('unknown_operation'))
  expect(await send(window, 'company.open', { path: '/etc/passwd' })).toMatchObject(refused('invalid_input'))
  expect(await send(window, 'company.open', '{"path":"/etc/passwd"}')).toMatchObject(refused('invalid_input'))
  expect(await send(window, 'customers.search', '{"text":"a"}')).toMatchObject(refused('no_company_open'))
  for (const callId of ['1', 1.5, Number.NaN, null, {}]) {
    expect(JSON.stringify(await send(window, 'company.recent', '{}', callId))).toContain('refused')
  }
})
