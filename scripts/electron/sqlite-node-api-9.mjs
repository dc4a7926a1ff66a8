// Compiles better-sqlite3 for Node-API 9, for an Electron older than its own binary wants.
import { execFile, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { NeedsAttention, say } from '../project.mjs'
import { buildOnce } from './cache.mjs'

const run = promisify(execFile)
const require = createRequire(import.meta.url)
const DRIVER = path.dirname(require.resolve('better-sqlite3/package.json'))
const SHIM = path.join(import.meta.dirname, 'node-api-9.h')

/** The folder that holds the compiled better_sqlite3.node, about a minute's work the first time. */
export function compileSqlite() {
  const { version } = require('better-sqlite3/package.json')
  return buildOnce(`better-sqlite3-${version}-node-api-9`, [import.meta.filename, SHIM], compile)
}

/** @param {string} folder */
async function compile(folder) {
  if (spawnSync('g++', ['--version'], { stdio: 'ignore' }).status !== 0) {
    throw new NeedsAttention('a C++ compiler is missing. Install one, then retry: sudo apt-get install g++')
  }
  say('compiling the SQLite driver for that Electron (once, about a minute) ...')
  const objects = [path.join(folder, 'sqlite3.o'), path.join(folder, 'driver.o')]
  await Promise.all([compileSource(objects[0] ?? ''), compileDriver(objects[1] ?? '')])
  const library = path.join(folder, 'better_sqlite3.node')
  await run('g++', ['-shared', ...objects, '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-ldl', '-o', library])
  for (const object of objects) fs.rmSync(object)
}

/** SQLite itself, with the options the driver's own build gives it. @param {string} object */
function compileSource(object) {
  const options = fs.readFileSync(path.join(DRIVER, 'deps', 'defines.gypi'), 'utf8')
  const defines = [...options.matchAll(/'((?:HAVE|SQLITE)_[^']+)'/g)].map((match) => `-D${match[1]}`)
  const source = path.join(DRIVER, 'deps', 'sqlite3', 'sqlite3.c')
  return run('gcc', ['-O2', '-fPIC', '-DNDEBUG', '-w', '-std=c99', ...defines, '-c', source, '-o', object])
}

/** @param {string} object */
function compileDriver(object) {
  const headers = [
    require('node-api-headers').include_dir,
    require('node-addon-api').include_dir,
    path.join(DRIVER, 'deps', 'sqlite3'),
  ]
  const source = path.join(DRIVER, 'src', 'better_sqlite3.cpp')
  const language = ['-std=c++20', '-fvisibility=hidden', '-include', SHIM]
  const addon = ['-DNAPI_DISABLE_CPP_EXCEPTIONS', '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS']
  const search = headers.map((folder) => `-I${folder}`)
  return run('g++', ['-O2', '-fPIC', '-DNDEBUG', ...language, ...addon, ...search, '-c', source, '-o', object])
}
