// The user's cache of things that take long to make and never change.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const CACHE = path.join(process.env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache'), 'duebook')

/**
 * The cached folder called `name`, made by `build` in an empty folder the first time and again whenever one of
 * the `recipe` files changes. Appears whole or not at all, also when two processes make it at once.
 * @param {string} name
 * @param {string[]} recipe
 * @param {(folder: string) => Promise<void>} build
 */
export async function buildOnce(name, recipe, build) {
  const hash = createHash('sha256')
  for (const file of recipe) hash.update(fs.readFileSync(file))
  const folder = path.join(CACHE, `${name}-${hash.digest('hex').slice(0, 8)}`)
  if (fs.existsSync(folder)) return folder
  fs.mkdirSync(CACHE, { recursive: true })
  removeLeftovers()
  const unfinished = fs.mkdtempSync(path.join(CACHE, 'unfinished-'))
  try {
    await build(unfinished)
    fs.renameSync(unfinished, folder)
  } catch (error) {
    if (!fs.existsSync(folder)) throw error // otherwise another process was quicker
  } finally {
    fs.rmSync(unfinished, { recursive: true, force: true })
  }
  return folder
}

// What a process that was killed left behind; younger ones may belong to one still at work.
function removeLeftovers() {
  const hourAgo = Date.now() - 3_600_000
  for (const name of fs.readdirSync(CACHE).filter((entry) => entry.startsWith('unfinished-'))) {
    const folder = path.join(CACHE, name)
    if (fs.statSync(folder).mtimeMs < hourAgo) fs.rmSync(folder, { recursive: true, force: true })
  }
}
