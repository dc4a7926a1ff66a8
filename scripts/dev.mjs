// npm run dev: the window with hot reload.
import { runOnDisplay } from './display.mjs'
import { prepare } from './prepare.mjs'
import { runScript } from './project.mjs'

await runScript(async () => {
  await prepare()
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  return runOnDisplay('electron-vite', ['dev', ...(isRoot ? ['--noSandbox'] : []), ...process.argv.slice(2)])
})
