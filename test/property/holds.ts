import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'

/** A case that once failed: replayed first, in every run. It stays the same case while what makes cases does. */
interface Kept {
  /** The test's name. */
  readonly property: string
  readonly seed: number
  readonly path: string
}

const FILE = join(import.meta.dirname, 'seeds.json')
const property = (): string => expect.getState().currentTestName ?? ''
const kept = (): readonly Kept[] =>
  (JSON.parse(readFileSync(FILE, 'utf8')) as readonly Kept[]).filter((row) => row.property === property())

/** More on demand: PROPERTY_RUNS=10000 npx vitest run test/property */
export const runsOf = (usual: number): number => {
  const asked = process.env['PROPERTY_RUNS']
  return asked ? Number(asked) : usual
}

const RUNS = 1000

/** Throws when it does not hold, with the line by which test/property/seeds.json keeps the case. */
const judge = <T>(details: fc.RunDetails<T>): void => {
  if (!details.failed) return
  const line = JSON.stringify({ property: property(), seed: details.seed, path: details.counterexamplePath ?? '' })
  const told = fc.defaultReportMessage(details) ?? 'it does not hold'
  throw new Error(`${told}\n\nKeep it in test/property/seeds.json:\n${line}`, { cause: details.errorInstance })
}

/** A law of pure functions, tried on a thousand cases, or fewer where each is long. */
export const holds = <T>(law: fc.IProperty<T>, runs = RUNS): void => {
  for (const { seed, path } of kept()) judge(fc.check(law, { seed, path, numRuns: 1 }))
  judge(fc.check(law, { numRuns: runsOf(runs) }))
}

/** A law of files and the ledger. */
export const holdsAsync = async <T>(law: fc.IAsyncProperty<T>, runs = RUNS): Promise<void> => {
  for (const { seed, path } of kept()) judge(await fc.check(law, { seed, path, numRuns: 1 }))
  judge(await fc.check(law, { numRuns: runsOf(runs) }))
}
