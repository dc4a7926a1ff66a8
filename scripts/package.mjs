// npm run package [-- electron-builder's options]: the installers of this platform.
// npm run package:dir [-- --trial]: the unpacked app alone; --trial makes one of the fallback Electron, to look at.
import fs from 'node:fs'
import path from 'node:path'
import { buildIfStale } from './build.mjs'
import { runToEnd } from './display.mjs'
import { pinnedVersion, putPrebuiltAside, putPrebuiltBack, runningVersion } from './electron/select.mjs'
import { prepare } from './prepare.mjs'
import { NeedsAttention, ROOT, runScript, say } from './project.mjs'

const TRIAL = path.join('dist', 'trial')
const DRIVER = path.join('node_modules', 'better-sqlite3')

/** @param {readonly string[]} args */
async function packageTrial(args) {
  const options = ['-c.electronDist=node_modules/electron/dist', `-c.directories.output=${TRIAL}`]
  process.env['DUEBOOK_TRIAL_PACKAGE'] = '1'
  putPrebuiltBack()
  const code = await runToEnd('electron-builder', [...args, ...options]).finally(putPrebuiltAside)
  if (code !== 0) return code
  // The driver's own binary would crash in so old an Electron.
  const unpacked = path.join(ROOT, TRIAL, 'linux-unpacked', 'resources', 'app.asar.unpacked')
  const compiled = path.join(ROOT, DRIVER, 'build', 'Release', 'better_sqlite3.node')
  fs.copyFileSync(compiled, path.join(unpacked, DRIVER, 'prebuilds', 'linux-x64.node'))
  say(`the trial package is in ${path.join(TRIAL, 'linux-unpacked')}`)
  return 0
}

await runScript(async () => {
  await prepare()
  await buildIfStale()
  const args = process.argv.slice(2)
  const isFallback = runningVersion() !== pinnedVersion()
  if (args.includes('--trial') && isFallback) return packageTrial(args.filter((arg) => arg !== '--trial'))
  if (isFallback) {
    throw new NeedsAttention(
      `only Electron ${pinnedVersion()} is packaged, and its download is not reachable here. ` +
        'To look at a package of the fallback: npm run package:dir -- --trial',
    )
  }
  return runToEnd('electron-builder', args)
})
