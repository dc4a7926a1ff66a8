import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const shell = join(import.meta.dirname, '..', '..', 'src-main', 'shell')
const sources = readdirSync(shell)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(shell, name), 'utf8') }))

test('two channels lead in, one leads out, and only two files know them', () => {
  const channels = sources.flatMap(({ name, text }) =>
    [...text.matchAll(/'duebook:\w+'/g)].map(([channel]) => `${name} ${channel}`),
  )
  expect([...new Set(channels)].toSorted()).toEqual([
    "ipc.ts 'duebook:cancel'",
    "ipc.ts 'duebook:event'",
    "ipc.ts 'duebook:invoke'",
    "preload.ts 'duebook:cancel'",
    "preload.ts 'duebook:event'",
    "preload.ts 'duebook:invoke'",
  ])
})

test('nothing but ipc.ts listens to the window', () => {
  const listening = sources.filter(({ text }) => /ipcMain|\.ipc\.(on|handle)/.test(text)).map(({ name }) => name)
  expect(listening).toEqual(['ipc.ts'])
  const { text } = sources.find(({ name }) => name === 'ipc.ts') ?? { text: '' }
  expect([...text.matchAll(/ipcMain\.\w+\('([\w:]+)'/g)].map(([, channel]) => channel)).toEqual([
    'duebook:invoke',
    'duebook:cancel',
  ])
})

test('the preload script exposes the three functions of the bridge and has not grown', () => {
  const { text } = sources.find(({ name }) => name === 'preload.ts') ?? { text: '' }
  expect(text.match(/exposeInMainWorld/g)).toHaveLength(1)
  expect(text.split('\n').length).toBeLessThan(25)
})
