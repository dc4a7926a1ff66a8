// npm test, npm run check, .ci/run: every check there is, each as one step, to the end even when one fails.
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
 * @type {readonly Step[]}
 */
const STEPS = [
  { title: 'lint', run: () => npmRun('lint') },
  { title: 'types', run: () => npmRun('types') },
  { title: 'dependency rules', run: () => npmRun('deps') },
  { title: 'format', run: () => npmRun('format:check') },
  { title: 'unit and ledger tests', run: () => runToEnd('vitest', ['run', ...unitReport]), count: countUnit },
  { title: 'build', run: () => runToEnd('electron-vite', ['build', '--logLevel', 'warn']) },
  {
    title: 'end-to-end tests',
    run: () => runToEnd('playwright', ['test', '--project=e2e']),
    count: countEndToEnd,
  },
]

/** @param {string} script */
const npmRun = (script) => runToEnd('npm', ['run', '--silent', script])

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

/** @param {Step} step @returns {Promise<Counts>} */
async function perform(step) {
  const started = performance.now()
  say(`${step.title} ...`)
  const code = await step.run()
  const counts = step.count ? step.count() : NONE
  const isGood = code === 0 && counts !== undefined
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  say(`${step.title}: ${isGood ? 'good' : 'FAILED'} (${seconds} s)`)
  return isGood ? counts : { ...NONE, ...counts, failed: Math.max(1, counts?.failed ?? 0) }
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
  const total = { passed: 0, failed: 0, skipped: 0 }
  const failedSteps = []
  for (const step of STEPS) {
    const counts = await perform(step)
    if (counts.failed > 0) failedSteps.push(step.title)
    total.passed += counts.passed
    total.failed += counts.failed
    total.skipped += counts.skipped
  }
  printSlowest()
  if (failedSteps.length > 0) say(`failed: ${failedSteps.join(', ')}`)
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
  return total.failed === 0 ? 0 : 1
}
