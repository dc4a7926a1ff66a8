import fc from 'fast-check'
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyChain } from '../../src-main/db/command-chain.ts'
import type { Connection } from '../../src-main/db/connection.ts'
import { companyFile } from '../../src-main/company-file/company-file.ts'
import type { MadeCommand } from '../../src-main/kernel/made-command.ts'
import { rowsOf } from '../fixtures/dump.ts'
import { TEST_NOW } from '../fixtures/company.ts'
import { LedgerRun } from './books/ledger-run.ts'
import { step, type Step } from './books/steps.ts'
import { makeCompanies, type Companies } from './books/template.ts'
import { holdsAsync, runsOf } from './holds.ts'

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})
afterAll(() => companies.end())

interface Made {
  readonly command: MadeCommand
  /** What it read, of an import. */
  readonly list?: { readonly path: string; readonly text: Buffer }
}

/** Time goes on, so that no row can have the right time by chance. */
const ticking = (): (() => Date) => {
  let ticks = 0
  return () => new Date(TEST_NOW.getTime() + (ticks += 1) * 1000)
}

/** The history in one file; each command as it was made, in the JSON that a desk would keep it in. */
const takeAll = async (sql: Connection, steps: readonly Step[]): Promise<readonly Made[]> => {
  const made: Made[] = []
  let reads: string | undefined
  const file = companyFile(
    sql,
    {
      clock: ticking(),
      confirm: (command) => {
        const kept = JSON.parse(JSON.stringify(command)) as MadeCommand
        made.push(
          reads === undefined ? { command: kept } : { command: kept, list: { path: reads, text: readFileSync(reads) } },
        )
        return Promise.resolve()
      },
    },
    undefined,
  )
  const run = new LedgerRun(
    {
      ...file,
      dispatch: (name, input, control) => {
        reads = control?.file
        return file.dispatch(name, input, control)
      },
    },
    sql,
  )
  for (const each of steps) await run.take(each)
  return made
}

const IGNORED = ['draft', 'preference'] as const

test(
  'commands as they were made give another file the same rows, every one of every table, and the same chain',
  { timeout: 600_000 },
  async () => {
    let commands = 0
    let approved = 0
    const law = fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 50, size: 'max' }), (steps) =>
      companies.undoneTogether(2, async ([first, second]) => {
        if (!first || !second) throw new Error('there are no files')
        const made = await takeAll(first.sql, steps)
        for (const { command, list } of made) {
          // The log keeps its name.
          if (list) writeFileSync(list.path, list.text)
          const answer = await second.file.dispatchAgain(command, list ? { file: list.path } : {})
          expect(answer, command.name).toMatchObject({ ok: true })
          if (command.approval !== null) approved += 1
        }
        commands += made.length
        expect(verifyChain(second.sql).intact, 'the hashes of all facts').toBe(true)
        expect(rowsOf(second.sql, IGNORED)).toEqual(rowsOf(first.sql, IGNORED))
      }),
    )
    await holdsAsync(law, 40)
    expect(commands).toBeGreaterThan(runsOf(40))
    expect(approved).toBeGreaterThan(0)
  },
)
