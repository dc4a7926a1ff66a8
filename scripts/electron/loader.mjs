// Stands in for Electron's own default app, which the fallback lacks: runs the app named on the command line.
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import Module from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const args = process.argv.slice(1)
let at = 0
for (; args[at]?.startsWith('-'); at += 1) {
  // Playwright hands its own loader over with -r.
  // @ts-expect-error: what Electron's default app calls, absent from Node's types
  if (args[at] === '-r' || args[at] === '--require') Module._preloadModules([args[(at += 1)]])
}
const named = args[at]
if (named === undefined) throw new Error('Name the app to run: electron [options] <folder or script>')

const target = path.resolve(named)
const isScript = /\.[cm]?js$/.test(target)
const folder = isScript ? path.dirname(target) : target
const description = isScript ? {} : JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))

process.argv = [process.argv[0] ?? '', ...args.slice(at)]
Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true })
// @ts-expect-error: for default apps only, so absent from Electron's types
app.setAppPath(folder)
if (description.productName ?? description.name) app.setName(description.productName ?? description.name)
// @ts-expect-error: likewise
if (description.version) app.setVersion(description.version)
await import(pathToFileURL(isScript ? target : path.join(folder, description.main ?? 'index.js')).href)
