// Builds the app into out/ when something it is made of has changed since.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { runToEnd } from './display.mjs'
import { NeedsAttention, ROOT, say } from './project.mjs'

const STAMP = path.join(ROOT, '.cache', 'build-stamp')
const SOURCES = ['src-main', 'src-shared', 'src-renderer', 'migrations', 'electron.vite.config.ts', 'package-lock.json']
const OUTPUTS = ['out/main/index.js', 'out/preload/preload.cjs', 'out/renderer/index.html']

/** Builds if stale; a fifth of a second when nothing changed. */
export async function buildIfStale() {
  const now = fingerprint()
  const isBuilt = OUTPUTS.every((file) => fs.existsSync(path.join(ROOT, file)))
  if (isBuilt && fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === now) return
  say('building ...')
  if ((await runToEnd('electron-vite', ['build', '--logLevel', 'warn'])) !== 0) {
    throw new NeedsAttention('the build failed: see the message above.')
  }
  fs.mkdirSync(path.dirname(STAMP), { recursive: true })
  fs.writeFileSync(STAMP, now)
}

// Names, sizes and times: removing a file counts as a change too.
function fingerprint() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(filesUnder).toSorted()) {
    const { size, mtimeMs } = fs.statSync(path.join(ROOT, file))
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** @param {string} source @returns {string[]} */
function filesUnder(source) {
  const full = path.join(ROOT, source)
  if (!fs.statSync(full).isDirectory()) return [source]
  const entries = fs.readdirSync(full, { recursive: true, withFileTypes: true })
  return entries.filter((e) => e.isFile()).map((e) => path.relative(ROOT, path.join(e.parentPath, e.name)))
}
