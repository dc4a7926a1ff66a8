// Decides which Electron runs here, puts it where every tool looks (node_modules/electron/dist), and says which and why.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { NeedsAttention, ROOT, projectEnv, say } from '../project.mjs'

const PACKAGE = path.join(ROOT, 'node_modules', 'electron')
const DIST = path.join(PACKAGE, 'dist')
const PATH_FILE = path.join(PACKAGE, 'path.txt')
const SQLITE = path.join(ROOT, 'node_modules', 'better-sqlite3')
const SQLITE_BUILD = path.join(SQLITE, 'build')
const PREBUILT = path.join(SQLITE, 'prebuilds', 'linux-x64.node')
// Named so that no package takes it along: of the prebuilt ones only that of the platform goes in.
const PREBUILT_ASIDE = path.join(SQLITE, 'prebuilds', 'aside-linux-x64.node')

/** The Electron the product ships with, from the lockfile. */
export const pinnedVersion = () => JSON.parse(fs.readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')).version

/** The Electron that `npm start` and the tests run, or undefined when there is none yet. */
export function runningVersion() {
  const file = path.join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? DIST, 'version')
  return fs.existsSync(file) && fs.existsSync(PATH_FILE)
    ? fs.readFileSync(file, 'utf8').trim().replace(/^v/, '')
    : undefined
}

/** The program that starts Electron; only after `ensureElectron`. */
export const electronProgram = () =>
  path.join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? DIST, fs.readFileSync(PATH_FILE, 'utf8'))

/** Before Electron 35 there is no Node-API 10, which the SQLite driver's own binary asks for. @param {string} version */
const lacksNodeApi10 = (version) => Number.parseInt(version, 10) < 35

/** Makes Electron and the SQLite driver inside it runnable. */
export function ensureElectron() {
  if (runningVersion() === undefined) downloadOfficial()
  const version = runningVersion()
  const isFallback = version === undefined || lacksNodeApi10(version)
  if (!isFallback) {
    fs.rmSync(SQLITE_BUILD, { recursive: true, force: true })
    putPrebuiltBack()
  } else {
    if (version === undefined || !fs.existsSync(SQLITE_BUILD)) placeFallback()
    putPrebuiltAside()
  }
  announce()
}

/** The driver prefers its own binary, which would crash in so old an Electron, to the one that is compiled here. */
export function putPrebuiltAside() {
  if (fs.existsSync(PREBUILT)) fs.renameSync(PREBUILT, PREBUILT_ASIDE)
}

/** The driver's own binary, which is what is shipped. */
export function putPrebuiltBack() {
  if (!fs.existsSync(PREBUILT) && fs.existsSync(PREBUILT_ASIDE)) fs.renameSync(PREBUILT_ASIDE, PREBUILT)
}

function downloadOfficial() {
  say(`downloading Electron ${pinnedVersion()} ...`)
  fs.rmSync(DIST, { recursive: true, force: true })
  const download = spawnSync('node', [path.join(PACKAGE, 'install.js')], { encoding: 'utf8', env: projectEnv() })
  if (download.status === 0) return
  const reason = download.stderr.trim().split('\n')[0] ?? 'no reason given'
  // A wrong checksum is an alarm, not a reason to take another binary.
  if (/checksum/i.test(download.stderr) || process.platform !== 'linux' || process.arch !== 'x64') {
    throw new NeedsAttention(`Electron ${pinnedVersion()} could not be downloaded: ${reason}`)
  }
  say(`the download of Electron ${pinnedVersion()} was refused (${reason})`)
}

function placeFallback() {
  const script = path.join(import.meta.dirname, 'fallback.mjs')
  const run = spawnSync('node', [script, DIST, SQLITE_BUILD], { stdio: 'inherit', env: projectEnv() })
  if (run.status !== 0) throw new NeedsAttention('no Electron can run here: see the message above.')
  fs.writeFileSync(PATH_FILE, 'electron')
}

function announce() {
  const version = runningVersion()
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH']) say(`Electron ${version}, from ELECTRON_OVERRIDE_DIST_PATH`)
  else if (version === pinnedVersion()) say(`Electron ${version}, the official download`)
  else
    say(
      `Electron ${version} for development only, from the package registry, because the official download of ` +
        `${pinnedVersion()} is not reachable here`,
    )
}

/** Shared libraries Electron lacks, where no package database could tell. */
export function missingLibraries() {
  if (process.platform !== 'linux' || fs.existsSync('/usr/bin/dpkg-query')) return []
  const ldd = spawnSync('ldd', [path.join(DIST, 'electron')], { encoding: 'utf8' })
  return [...(ldd.stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
}
