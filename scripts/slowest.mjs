// What took longest in the last `npm test`; with --record, the unit files that the next run begins with.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT, runScript, say } from './project.mjs'

export const UNIT_RESULTS = '.cache/unit-results.json'
export const E2E_RESULTS = '.cache/e2e-results.json'

const HEAVY_FILES = 'test/fixtures/heavy-files.json'
/** Files that take less, in seconds, may come in any order. */
const HEAVY = 2
const PRINTED = 20

/** @typedef {{title: string, file: string, seconds: number}} TestTime */

/** Undefined when the runner ended before it could write any. @param {string} file */
export function readResults(file) {
  const full = path.join(ROOT, file)
  return fs.existsSync(full) ? JSON.parse(fs.readFileSync(full, 'utf8')) : undefined
}

/** @param {string} file */
const fromRoot = (file) => path.relative(ROOT, file).split(path.sep).join('/')

/** @returns {TestTime[]} */
function unitTimes() {
  /** @type {{name: string, assertionResults: {fullName: string, duration?: number}[]}[]} */
  const files = readResults(UNIT_RESULTS)?.testResults ?? []
  return files.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration = 0 }) => ({
      title: fullName,
      file: fromRoot(name),
      seconds: duration / 1000,
    })),
  )
}

/**
 * @typedef {{suites?: Suite[], specs?: {title: string, file: string, tests: {results: {duration: number}[]}[]}[]}} Suite
 * @param {Suite} suite
 * @returns {TestTime[]}
 */
const timesIn = ({ suites = [], specs = [] }) => [
  ...specs.map(({ title, file, tests }) => ({
    title,
    file: `test/e2e/${file}`,
    seconds: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0) / 1000,
  })),
  ...suites.flatMap(timesIn),
]

/** Prints the tests of the last run that took longest. */
export function printSlowest() {
  for (const [kind, times] of Object.entries({
    unit: unitTimes(),
    'end-to-end': timesIn(readResults(E2E_RESULTS) ?? {}),
  })) {
    if (times.length === 0) continue
    const sum = times.reduce((all, { seconds }) => all + seconds, 0)
    say(`the ${PRINTED} slowest of ${times.length} ${kind} tests, which took ${sum.toFixed(0)} s in all:`)
    const slowest = times.toSorted((a, b) => b.seconds - a.seconds).slice(0, PRINTED)
    for (const { title, file, seconds } of slowest)
      console.log(`${seconds.toFixed(1).padStart(7)} s  ${file}  ${title}`)
  }
}

function record() {
  /** @type {Record<string, number>} */
  const files = {}
  for (const { file, seconds } of unitTimes()) files[file] = (files[file] ?? 0) + seconds
  const heavy = Object.entries(files).filter(([, seconds]) => seconds >= HEAVY)
  const rows = heavy.toSorted(([, a], [, b]) => b - a).map(([file, seconds]) => [file, Math.round(seconds)])
  fs.writeFileSync(path.join(ROOT, HEAVY_FILES), `${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runScript(async () => {
    if (process.argv.includes('--record')) record()
    else printSlowest()
    return 0
  })
}
