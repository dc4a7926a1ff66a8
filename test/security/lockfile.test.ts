import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const ROOT = path.join(import.meta.dirname, '..', '..')
const readJson = (file: string): unknown => JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8'))

interface Locked {
  /** Of a package that is installed under another name. */
  readonly name?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
const { packages } = readJson('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> }
const installed = Object.entries(packages).filter(([where]) => where !== '')
const nameOf = (where: string) => where.slice(where.lastIndexOf('node_modules/') + 'node_modules/'.length)

test('every package is held by its checksum, whichever registry serves it', () => {
  expect(installed.filter(([, locked]) => !locked.integrity?.startsWith('sha512-'))).toEqual([])
  expect(installed.filter(([, locked]) => locked.resolved !== undefined)).toEqual([])
})

test('no package may run a script when it is installed', () => {
  const { allowScripts } = readJson('package.json') as { readonly allowScripts: Readonly<Record<string, boolean>> }
  expect(Object.values(allowScripts)).not.toContain(true)
  const withScript = installed
    .filter(([, locked]) => locked.hasInstallScript)
    .map(([where, { name }]) => name ?? nameOf(where))
  const optionalOnMac = ['fsevents']
  expect(withScript.filter((name) => !(name in allowScripts) && !optionalOnMac.includes(name))).toEqual([])
})

// `npm ci` refuses a lockfile that leaves out a platform's package, and a registry may not have it yet.
test('every platform package that a library names is locked', () => {
  const locked = new Set(installed.map(([where]) => nameOf(where)))
  const named = installed.flatMap(([, { optionalDependencies = {} }]) => Object.keys(optionalDependencies))
  expect(named.filter((name) => !locked.has(name))).toEqual([])
})

test('the product Electron and the table of versions are pinned exactly', () => {
  const { dependencies, devDependencies } = readJson('package.json') as Record<string, Record<string, string>>
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^(?:npm:[\w-]+@)?\d/.test(version),
  )
  expect(loose).toEqual([])
  expect(Object.keys(dependencies ?? {})).toEqual(['better-sqlite3'])
})
