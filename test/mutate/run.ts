/**
 * npm run mutate:sql -- <sources> -- <tests>: makes one fault at a time in the SQL of these files, runs these tests, and
 * names the faults that none of them noticed. For an engineer who wants to know where tests are soft: it takes seconds a fault.
 *   EVERY=3    takes every third fault only
 *   ONLY=text  those whose description has the text
 * The files are put back as they were, whatever happens.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sqlMutants } from './sql-mutants.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const EVERY = Number(process.env['EVERY'] ?? 1)
const ONLY = process.env['ONLY'] ?? ''

const named = process.argv.slice(2)
const at = named.indexOf('--')
if (at < 1 || at === named.length - 1) throw new Error('say which sources, then --, then which tests')
const [sources, tests] = [named.slice(0, at), named.slice(at + 1)]

interface Fault {
  readonly source: string
  readonly line: number
  readonly what: string
  readonly text: string
}

const BEGINS = /^\s*(?:--[^\n]*\n\s*)*(?:SELECT|WITH|INSERT|UPDATE|DELETE|CREATE|FROM|JOIN|WHERE|AND|EXISTS)\b/

/** The SQL in a file: all of it, or its texts that begin as a statement or a part of one does. */
const statementsIn = (source: string, text: string): readonly { readonly from: number; readonly sql: string }[] =>
  source.endsWith('.sql')
    ? [{ from: 0, sql: text }]
    : [...text.matchAll(/`((?:\\[^]|[^`\\])*)`|'((?:\\.|[^'\\\n])*)'/g)].flatMap(({ 0: quoted, index }) =>
        BEGINS.test(quoted.slice(1, -1)) ? [{ from: index + 1, sql: quoted.slice(1, -1) }] : [],
      )

const faultsIn = (source: string): readonly Fault[] => {
  const text = readFileSync(join(ROOT, source), 'utf8')
  return statementsIn(source, text).flatMap(({ from, sql }) =>
    sqlMutants(sql).map((mutant) => ({
      source,
      line: text.slice(0, from + mutant.at).split('\n').length,
      what: mutant.what,
      text: `${text.slice(0, from)}${mutant.sql}${text.slice(from + sql.length)}`,
    })),
  )
}

const passes = (): boolean => {
  const { status } = spawnSync('vitest', ['run', '--bail=1', '--reporter=dot', ...tests], {
    cwd: ROOT,
    stdio: 'ignore',
    env: { ...process.env, PATH: `${join(ROOT, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}` },
  })
  return status === 0
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

if (!passes()) throw new Error('the tests fail as it is')
const faults = sources
  .flatMap(faultsIn)
  .filter(({ what }) => what.includes(ONLY))
  .filter((_, index) => index % EVERY === 0)
say(`${faults.length} faults`)
let unseen = 0
for (const { source, line, what, text } of faults) {
  const path = join(ROOT, source)
  const whole = readFileSync(path, 'utf8')
  const putBack = (): void => writeFileSync(path, whole)
  process.once('SIGINT', putBack)
  try {
    writeFileSync(path, text)
    if (passes()) {
      unseen += 1
      say(`unseen  ${source}:${line}  ${what}`)
    }
  } finally {
    putBack()
    process.off('SIGINT', putBack)
  }
}
say(`${faults.length - unseen} of ${faults.length} noticed`)
