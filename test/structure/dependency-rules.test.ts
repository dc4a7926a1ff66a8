import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import prettier from 'prettier'
import { afterEach, expect, test, vi } from 'vitest'
import { MODULES, printed, ROOMS } from '../../scripts/house.mjs'

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
  'src-shared/domain/amounts/money.ts': "import { Decimal } from 'decimal.js'\nexport type Money = Decimal",
  'src-shared/kit/operation.ts': 'export const command = 1',
  'src-shared/cash/rules/proposals/proposals.ts':
    "import type { Money } from '../../../domain/amounts/money.ts'\nexport type Proposal = Money",
  'src-shared/cash/contract/receipts.ts':
    "import { z } from 'zod'\nimport type { Proposal } from '../rules/proposals/proposals.ts'\nexport const receipts = z.custom<Proposal>()",
  'src-shared/reports/contract/aging.ts':
    "import type { receipts } from '../../cash/contract/receipts.ts'\nexport type Aging = typeof receipts",
  'src-shared/contract.ts':
    "import { receipts } from './cash/contract/receipts.ts'\nimport type { Aging } from './reports/contract/aging.ts'\nexport const contract = { receipts }\nexport type Reports = Aging",
  'src-shared/kit/action.ts': 'export type ActionDefinition = object',
  'src-shared/cash/keys-and-menu/actions.ts':
    "import type { ActionDefinition } from '../../kit/action.ts'\nexport const cashActions: readonly ActionDefinition[] = []",
  'src-shared/keys-and-menu/actions.ts':
    "import { cashActions } from '../cash/keys-and-menu/actions.ts'\nexport const actions = [...cashActions]",
  'src-shared/cash/messages/refusals.ts':
    "import type { command } from '../../kit/operation.ts'\nexport const refusals: readonly (typeof command)[] = []",
  'src-shared/refusals.ts':
    "import { refusals as cash } from './cash/messages/refusals.ts'\nexport const refusals = { cash }",
  'src-main/db/open.ts': "import Database from 'better-sqlite3'\nexport const open = () => new Database()",
  'src-main/paper/tagged-pdf.ts': "import PDFDocument from 'pdfkit'\nexport const pdf = PDFDocument",
  'src-main/kernel/handler.ts':
    "import type { contract } from '../../src-shared/contract.ts'\nexport type Handler = typeof contract",
  'src-main/cash/facts/batch.ts': "import { open } from '../../db/open.ts'\nexport const batch = open",
  'src-main/cash/commands/post.ts':
    "import type { Handler } from '../../kernel/handler.ts'\nimport { batch } from '../facts/batch.ts'\nexport const post = (h: Handler) => [h, batch]",
  'src-main/reports/queries/aging.ts':
    "import { batch } from '../../cash/facts/batch.ts'\nimport { statement } from '../paper/statement.ts'\nexport const aging = [batch, statement]",
  'src-main/reports/paper/statement.ts':
    "import { pdf } from '../../paper/tagged-pdf.ts'\nexport const statement = pdf",
  'src-main/cash/index.ts': "import { post } from './commands/post.ts'\nexport const cash = { post }",
  'src-main/reports/index.ts': "import { aging } from './queries/aging.ts'\nexport const reports = { aging }",
  'src-main/modules.ts':
    "import { cash } from './cash/index.ts'\nimport { reports } from './reports/index.ts'\nexport const operations = { ...cash, ...reports }",
  'src-main/kernel/dispatch.ts': "import { operations } from '../modules.ts'\nexport const dispatch = operations",
  'src-main/company-file/open.ts': "import { dispatch } from '../kernel/dispatch.ts'\nexport const company = dispatch",
  'src-main/threads/host.ts': "import { company } from '../company-file/open.ts'\nexport const host = company",
  'src-main/shell/index.ts':
    "import { app } from 'electron'\nimport { host } from '../threads/host.ts'\nexport const shell = [app, host]",
  'src-renderer/ui/Button.tsx': 'export const Button = () => <p />',
  'src-renderer/cash/settling/Settle.tsx':
    "import { Button } from '../../ui/Button.tsx'\nexport const Settle = () => <Button />",
  'src-renderer/cash/refund/RefundScreen.tsx':
    "import { refusals } from '../../../src-shared/refusals.ts'\nimport { Settle } from '../settling/Settle.tsx'\nexport const RefundScreen = () => [refusals, <Settle />]",
  'src-renderer/reports/aging/AgingScreen.tsx':
    "import type { Aging } from '../../../src-shared/reports/contract/aging.ts'\nimport { Settle } from '../../cash/settling/Settle.tsx'\nexport const AgingScreen = (_: Aging) => <Settle />",
  'src-renderer/window/ScreenFor.tsx':
    "import { AgingScreen } from '../reports/aging/AgingScreen.tsx'\nexport const ScreenFor = AgingScreen",
} as const

test('a house in order is accepted', () => {
  expect(refusals(IN_ORDER)).toEqual([])
})

/** Each file imports one thing it may not, and is refused by the rule of its room. */
const OUT_OF_ORDER = [
  ['src-shared/domain/reads-a-file.ts', "import fs from 'node:fs'", 'src-shared/domain'],
  ['src-shared/domain/knows-kit.ts', "import { command } from '../kit/operation.ts'", 'src-shared/domain'],
  [
    'src-shared/domain/other-money.ts',
    "import { Decimal } from 'decimal.js'",
    'decimal.js-only-in-src-shared/domain/amounts/money.ts',
  ],
  ['src-shared/cash/rules/decimal.ts', "import { Decimal } from 'decimal.js'", 'src-shared/cash/rules'],
  [
    'src-shared/cash/rules/knows-contract.ts',
    "import type { receipts } from '../contract/receipts.ts'",
    'src-shared/cash/rules',
  ],
  [
    'src-shared/cash/contract/knows-above.ts',
    "import type { Aging } from '../../reports/contract/aging.ts'",
    'src-shared/cash/contract',
  ],
  [
    'src-shared/cash/contract/knows-ledger.ts',
    "import { open } from '../../../src-main/db/open.ts'",
    'src-shared/cash/contract',
  ],
  [
    'src-shared/billing/keys-and-menu/actions.ts',
    "export { receipts } from '../../cash/contract/receipts.ts'",
    'src-shared/billing/keys-and-menu',
  ],
  ['src-main/desk/index.ts', "export { batch } from '../cash/facts/batch.ts'", 'src-main/desk/index.ts'],
  [
    'src-shared/billing/messages/refusals.ts',
    "import type { Aging } from '../../reports/contract/aging.ts'",
    'src-shared/billing/messages',
  ],
  [
    'src-main/cash/commands/tells.ts',
    "import { refusals } from '../../../src-shared/refusals.ts'",
    'src-main/cash/commands',
  ],
  ['src-shared/keys-and-menu/knows-react.ts', "import { useState } from 'react'", 'src-shared/keys-and-menu'],
  ['src-main/db/knows-kernel.ts', "import { dispatch } from '../kernel/dispatch.ts'", 'src-main/db'],
  ['src-main/cash/commands/opens-driver.ts', "import type Database from 'better-sqlite3'", 'src-main/cash/commands'],
  ['src-main/cash/commands/builds-queries.ts', "import { eq } from 'drizzle-orm'", 'src-main/cash/commands'],
  [
    'src-main/cash/commands/knows-company-file.ts',
    "export * from '../../company-file/open.ts'",
    'src-main/cash/commands',
  ],
  [
    'src-main/cash/commands/knows-reports.ts',
    "export { aging } from '../../reports/queries/aging.ts'",
    'src-main/cash/commands',
  ],
  [
    'src-main/reports/queries/posts.ts',
    "export { post } from '../../cash/commands/post.ts'",
    'src-main/reports/queries',
  ],
  ['src-main/cash/facts/posts.ts', "export { post } from '../commands/post.ts'", 'src-main/cash/facts'],
  ['src-main/cash/facts/prints.ts', "import PDFDocument from 'pdfkit'", 'src-main/cash/facts'],
  ['src-main/kernel/knows-host.ts', "void import('../threads/host.ts')", 'src-main/kernel'],
  ['src-main/kernel/knows-cash.ts', "import '../cash/facts/batch.ts'", 'src-main/kernel'],
  ['src-main/threads/knows-electron.ts', "import type { App } from 'electron'", 'src-main/threads'],
  ['src-main/threads/knows-window.ts', "import '../../src-renderer/ui/Button.tsx'", 'src-main/threads'],
  ['src-main/shell/prints.ts', "export * from '../paper/tagged-pdf.ts'", 'src-main/shell'],
  ['src-main/leftovers/stands-nowhere.ts', "import '../db/open.ts'", 'has-a-room'],
  [
    'src-renderer/api/knows-ledger.ts',
    "import type { dispatch } from '../../src-main/kernel/dispatch.ts'",
    'src-renderer/api',
  ],
  [
    'src-renderer/entry/knows-a-module.ts',
    "import type { Aging } from '../../src-shared/reports/contract/aging.ts'",
    'src-renderer/entry',
  ],
  [
    'src-renderer/api/knows-a-module.ts',
    "import type { Aging } from '../../src-shared/reports/contract/aging.ts'",
    'src-renderer/api',
  ],
  [
    'src-renderer/lists/knows-a-module.ts',
    "import type { Aging } from '../../src-shared/reports/contract/aging.ts'",
    'src-renderer/lists',
  ],
  ['src-renderer/ui/reads-a-file.ts', "import { readFileSync } from 'fs'", 'src-renderer/ui'],
  ['src-renderer/ui/knows-screen.ts', "import '../reports/aging/AgingScreen.tsx'", 'src-renderer/ui'],
  ['src-renderer/keyboard/draws.ts', "import type { Button } from '../ui/Button.tsx'", 'src-renderer/keyboard'],
  ['src-renderer/cash/refund/knows-above.ts', "import '../../reports/aging/AgingScreen.tsx'", 'src-renderer/cash'],
  [
    'src-renderer/reports/aging/borrows.ts',
    "import '../../cash/refund/RefundScreen.tsx'",
    'screens-do-not-import-each-other',
  ],
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

test('ARCHITECTURE prints the table that the rules are made from', async () => {
  const written = fs.readFileSync(path.join(ROOT, 'ARCHITECTURE.md'), 'utf8')
  const options = await prettier.resolveConfig(path.join(ROOT, 'ARCHITECTURE.md'))
  expect(written).toContain((await prettier.format(printed(), { ...options, parser: 'markdown' })).trim())
})

test('every room and every module of the table is there', () => {
  const standing = (room: string): boolean =>
    MODULES.some(({ name }) => fs.globSync(room.replace('<module>', name), { cwd: ROOT }).length > 0)
  expect(ROOMS.map(({ room }) => room).filter((room) => !standing(room))).toEqual([])
  const inAnyTree = (name: string): boolean =>
    ['src-shared', 'src-main', 'src-renderer'].some((tree) => fs.existsSync(path.join(ROOT, tree, name)))
  expect(MODULES.map(({ name }) => name).filter((name) => !inAnyTree(name))).toEqual([])
})
