import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'

const ROOT = path.join(import.meta.dirname, '..', '..')
// Each test reads a whole house in a process of its own.
vi.setConfig({ testTimeout: 120_000 })

const made: string[] = []
afterEach(() => made.splice(0).forEach((folder) => fs.rmSync(folder, { recursive: true })))

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[]
  }
}

/** What the rules say about a house of these files alone, each line `file: rule`. */
function refusals(files: Readonly<Record<string, string>>): readonly string[] {
  const house = fs.mkdtempSync(path.join(os.tmpdir(), 'duebook-house-'))
  made.push(house)
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(house, 'node_modules'))
  for (const [file, source] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(house, file)), { recursive: true })
    fs.writeFileSync(path.join(house, file), source)
  }
  const program = path.join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
  const config = path.join(ROOT, '.dependency-cruiser.mjs')
  const folders = ['src-shared', 'src-main', 'src-renderer'].filter((folder) => fs.existsSync(path.join(house, folder)))
  const run = spawnSync(process.execPath, [program, '--config', config, '-T', 'json', ...folders], {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const { summary } = JSON.parse(run.stdout) as Cruise
  return summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`)
}

/** The least house that is in order: every file the rules below are broken against. */
const IN_ORDER = {
  'src-shared/domain/money.ts': "import { Decimal } from 'decimal.js'\nexport type Money = Decimal",
  'src-shared/contract/receipts.ts':
    "import { z } from 'zod'\nimport type { Money } from '../domain/money.ts'\nexport const receipts = z.custom<Money>()",
  'src-shared/actions/list.ts': 'export const actions = []',
  'src-main/db/open.ts': "import Database from 'better-sqlite3'\nexport const open = () => new Database()",
  'src-main/documents/statement.ts':
    "import PDFDocument from 'pdfkit'\nexport interface Statement { pdf: typeof PDFDocument }",
  'src-main/commands/post.ts': "import { open } from '../db/open.ts'\nexport const post = open",
  'src-main/queries/aging.ts': "import { open } from '../db/open.ts'\nexport const aging = open",
  'src-main/kernel/dispatch.ts':
    "import { post } from '../commands/post.ts'\nimport { aging } from '../queries/aging.ts'\nexport const dispatch = [post, aging]",
  'src-main/host/host.ts': "import { dispatch } from '../kernel/dispatch.ts'\nexport const host = dispatch",
  'src-main/shell/index.ts':
    "import { app } from 'electron'\nimport { host } from '../host/host.ts'\nimport type { Statement } from '../documents/statement.ts'\nexport const shell = [app, host] satisfies unknown\nexport type S = Statement",
  'src-renderer/screens/aging/Aging.tsx':
    "import type { receipts } from '../../../src-shared/contract/receipts.ts'\nexport const Aging = (r: typeof receipts) => <p>{String(r)}</p>",
  'src-renderer/ui/Button.tsx': 'export const Button = () => <p />',
  'src-renderer/screens/customers/Customers.tsx': 'export const Customers = () => <p />',
} as const

test('a house in order is accepted', () => {
  expect(refusals(IN_ORDER)).toEqual([])
})

/** Each file imports one thing it may not, and is refused for one reason. */
const OUT_OF_ORDER = [
  ['src-shared/domain/reads-a-file.ts', "import fs from 'node:fs'", 'domain-is-pure'],
  ['src-shared/domain/knows-contract.ts', "import type { receipts } from '../contract/receipts.ts'", 'domain-is-pure'],
  [
    'src-shared/domain/tax.ts',
    "import { Decimal } from 'decimal.js'",
    'decimal\\.js-only-in-src-shared/domain/money\\.ts$',
  ],
  [
    'src-shared/contract/knows-ledger.ts',
    "import { open } from '../../src-main/db/open.ts'",
    'shared-imports-no-process',
  ],
  ['src-shared/actions/knows-react.ts', "import { useState } from 'react'", 'actions-import-shared-only'],
  ['src-main/db/knows-kernel.ts', "import { dispatch } from '../kernel/dispatch.ts'", 'db-knows-nothing-above-it'],
  [
    'src-main/commands/opens-driver.ts',
    "import type Database from 'better-sqlite3'",
    'better-sqlite3-only-in-src-main/db/',
  ],
  ['src-main/commands/builds-queries.ts', "import { eq } from 'drizzle-orm'", 'drizzle-orm-only-in-src-main/db/'],
  ['src-main/commands/knows-kernel.ts', "export * from '../kernel/dispatch.ts'", 'commands-knows-nothing-above-it'],
  ['src-main/queries/posts.ts', "export { post } from '../commands/post.ts'", 'queries-knows-nothing-above-it'],
  ['src-main/kernel/knows-host.ts', "void import('../host/host.ts')", 'kernel-knows-nothing-above-it'],
  ['src-main/host/knows-electron.ts', "import type { App } from 'electron'", 'electron-only-in-src-main/shell/'],
  [
    'src-main/shell/prints.ts',
    "export * from '../documents/statement.ts'",
    'shell-reaches-the-ledger-through-the-host',
  ],
  ['src-main/host/knows-window.ts', "import '../../src-renderer/screens/aging/Aging.tsx'", 'main-imports-no-window'],
  [
    'src-renderer/api/knows-ledger.ts',
    "import type { dispatch } from '../../src-main/kernel/dispatch.ts'",
    'renderer-sees-shared-only',
  ],
  ['src-renderer/ui/reads-a-file.ts', "import { readFileSync } from 'fs'", 'renderer-has-no-node'],
  ['src-renderer/ui/knows-screen.ts', "import '../screens/aging/Aging.tsx'", 'window-ui-knows-nothing-above-it'],
  [
    'src-renderer/keyboard/draws.ts',
    "import type { Button } from '../ui/Button.tsx'",
    'window-keyboard-knows-nothing-above-it',
  ],
  ['src-renderer/screens/customers/borrows.ts', "import '../aging/Aging.tsx'", 'screens-do-not-import-each-other'],
  ['src-renderer/ui/gone.ts', "import './never-written.ts'", 'resolves'],
] as const

test('every arrow against the house is refused, type imports included', () => {
  const files = Object.fromEntries(OUT_OF_ORDER.map(([file, source]) => [file, source]))
  const found = refusals({ ...IN_ORDER, ...files })
  for (const [file, , rule] of OUT_OF_ORDER) expect(found).toContain(`${file}: ${rule}`)
})

test('two files that import each other are refused', () => {
  const found = refusals({
    'src-shared/domain/a.ts': "import './b.ts'",
    'src-shared/domain/b.ts': "import type {} from './a.ts'",
  })
  expect(found).toContain('src-shared/domain/a.ts: no-cycles')
})
