import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { codeFaults } from './code-faults.ts'
import { countedFaults } from './counted-faults.ts'
import { queryFaults } from './query-faults.ts'
import { storedFaults } from './stored-faults.ts'

interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly message: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

const ROOT = path.join(import.meta.dirname, '..', '..')
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const asked = process.argv.slice(2)
const all = [
  ...[...queryFaults, ...storedFaults, ...countedFaults].map((fault) => ({ ...fault, kind: 'SQL' })),
  ...codeFaults.map((fault) => ({ ...fault, kind: 'code' })),
]
const chosen = asked.length === 0 ? all : all.filter(({ name }) => asked.includes(name))

/** What fails with the fault in, by the names of the tests; empty where nothing does. */
const failing = (tests: readonly string[]): readonly string[] => {
  const report = path.join(ROOT, '.cache', 'planted.json')
  fs.rmSync(report, { force: true })
  const done = spawnSync(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--bail',
      '1',
      '--reporter=json',
      `--outputFile=${report}`,
      ...tests,
    ],
    {
      cwd: ROOT,
      env: { PROPERTY_RUNS: '200', ...process.env },
      encoding: 'utf8',
    },
  )
  if (!fs.existsSync(report)) throw new Error(`the tests did not run: ${done.stderr.slice(-2000)}`)
  const { testResults } = JSON.parse(fs.readFileSync(report, 'utf8')) as Report
  const inFile = testResults.map(({ name, message, assertionResults }) => ({
    file: path.relative(ROOT, name),
    message,
    titles: assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  }))
  const titles = inFile.flatMap((each) => each.titles.map((title) => `${each.file}: ${title}`))
  // A file that cannot be read at all fails without a test; one that was stopped after the first failure says nothing.
  return titles.length > 0 ? titles : inFile.flatMap((each) => (each.message ? [`${each.file}: ${each.message}`] : []))
}

/** The test that caught it the last time, by the list in docs: most catch it again, in a few seconds. */
const caughtBefore = (name: string): readonly string[] => {
  const list = fs.readFileSync(path.join(ROOT, 'docs', 'planted-faults.md'), 'utf8')
  const row = list.split('\n').find((line) => line.startsWith(`| ${name} `))
  const file = row === undefined ? undefined : /(test\/\S+\.test\.tsx?):/.exec(row)?.[1]
  return file !== undefined && fs.existsSync(path.join(ROOT, file)) ? [file] : []
}

const caughtBy = (name: string, tests: readonly string[]): readonly string[] => {
  const before = caughtBefore(name)
  const again = before.length === 0 ? [] : failing(before)
  return again.length > 0 ? again : failing(tests)
}

fs.mkdirSync(path.join(ROOT, '.cache'), { recursive: true })
let survived = 0
for (const { name, kind, file, from, to, tests } of chosen) {
  const target = path.join(ROOT, file)
  const whole = fs.readFileSync(target, 'utf8')
  const places = whole.split(from).length - 1
  if (places !== 1) {
    survived += 1
    say(`| ${name} | ${kind} | does not fit: its text is there ${places} times |`)
    continue
  }
  const restore = () => fs.writeFileSync(target, whole)
  process.once('SIGINT', restore)
  fs.writeFileSync(
    target,
    whole.replace(from, () => to),
  )
  try {
    const caught = caughtBy(name, tests)
    if (caught.length === 0) survived += 1
    say(`| ${name} | ${kind} | ${caught[0]?.split('\n')[0] ?? '**survived**'} |`)
  } finally {
    restore()
    process.removeListener('SIGINT', restore)
  }
}
say(`${chosen.length - survived} of ${chosen.length} caught`)
process.exitCode = survived === 0 ? 0 : 1
