// npm test, npm run check, .ci/run: every check there is, to the end even when one fails.
// The last line counts the tests; a failed step that has no count of its own counts as one failure.
import fs from 'node:fs'
import path from 'node:path'
import { runToEnd } from './display.mjs'
import { prepare } from './prepare.mjs'
import { ROOT, runScript, say } from './project.mjs'
import { E2E_RESULTS, printSlowest, readResults, UNIT_RESULTS } from './slowest.mjs'

const unitReport = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_RESULTS}`]

/**
 * @typedef {{passed: number, failed: number, skipped: number}} Counts
 * @typedef {{title: string, run: () => Promise<number>, count?: () => Counts | undefined}} Step
 */

/**
 * Beside the unit tests: none of these keeps two cores busy. @type {readonly Step[]}
 */
const BESIDE = [
  { title: 'build', run: () => beside('electron-vite', ['build', '--logLevel', 'warn']) },
  { title: 'format', run: () => npmRun('format:check') },
  { title: 'types', run: () => npmRun('types') },
  { title: 'lint', run: () => npmRun('lint') },
  { title: 'dependency rules', run: () => npmRun('deps') },
]

/** @type {Step} */
const UNIT = {
  title: 'unit and ledger tests',
  run: () => runToEnd('vitest', ['run', ...unitReport]),
  count: countUnit,
}

/** Once all else is done: windows want the cores, and the screen, to themselves. @type {Step} */
const END_TO_END = {
  title: 'end-to-end tests',
  run: () => runToEnd('playwright', ['test', '--project=e2e']),
  count: countEndToEnd,
}

/** @param {string} command @param {readonly string[]} args */
const beside = (command, args) => runToEnd(command, args, {}, 'pipe')

/** @param {string} script */
const npmRun = (script) => beside('npm', ['run', '--silent', script])

const NONE = { passed: 0, failed: 0, skipped: 0 }

/** @returns {Counts | undefined} */
function countUnit() {
  const results = readResults(UNIT_RESULTS)
  if (!results) return undefined
  return { passed: results.numPassedTests, failed: results.numFailedTests, skipped: results.numPendingTests }
}

/** @returns {Counts | undefined} */
function countEndToEnd() {
  const stats = readResults(E2E_RESULTS)?.stats
  if (!stats) return undefined
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}

/** @param {Step} step @returns {Promise<Counts & {title: string}>} */
async function perform({ title, run, count }) {
  const started = performance.now()
  say(`${title} ...`)
  const code = await run()
  const counts = count ? count() : NONE
  const isGood = code === 0 && counts !== undefined
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  say(`${title}: ${isGood ? 'good' : 'FAILED'} (${seconds} s)`)
  return { title, ...NONE, ...counts, ...(isGood ? {} : { failed: Math.max(1, counts?.failed ?? 0) }) }
}

/** @param {readonly Step[]} steps */
async function inTurn(steps) {
  const done = []
  for (const step of steps) done.push(await perform(step))
  return done
}

const IN_MEMORY = '/dev/shm'
const ROOM_NEEDED = 4 * 1024 ** 3

/**
 * The tests make some thousand company files that nobody keeps. They lie in memory where there is room, so that another
 * program's work on the disk does not slow the checks down; what a power cut leaves of a file is not asked by them.
 * @param {() => Promise<number>} work
 */
async function withScratchInMemory(work) {
  if (!fs.existsSync(IN_MEMORY)) return work()
  const { bavail, bsize } = fs.statfsSync(IN_MEMORY)
  if (bavail * bsize < ROOM_NEEDED) return work()
  const folder = fs.mkdtempSync(path.join(IN_MEMORY, 'duebook-checks-'))
  // Some tests are done by another user of the machine, who has to get there.
  fs.chmodSync(folder, 0o755)
  process.env['TMPDIR'] = folder
  try {
    return await work()
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

await runScript(async () => {
  await prepare()
  return withScratchInMemory(checkEverything)
})

async function checkEverything() {
  for (const file of [UNIT_RESULTS, E2E_RESULTS]) fs.rmSync(path.join(ROOT, file), { force: true })
  const [others, unit] = await Promise.all([inTurn(BESIDE), perform(UNIT)])
  const done = [...others, unit, await perform(END_TO_END)]
  const total = { ...NONE }
  for (const { passed, failed, skipped } of done) {
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
  }
  const failedSteps = done.filter(({ failed }) => failed > 0).map(({ title }) => title)
  printSlowest()
  if (failedSteps.length > 0) say(`failed: ${failedSteps.join(', ')}`)
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
  return total.failed === 0 ? 0 : 1
}
