import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { v7 as uuidV7 } from 'uuid'
import { expect, test } from 'vitest'
import { openForWriting } from '../../src-main/company-file/company-file.ts'
import { signInOwner } from '../fixtures/clerk.ts'
import { expectInvariants, TEST_NOW } from '../fixtures/company.ts'
import { alikeDumpOf } from '../fixtures/dump.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { writingCommands, prepared } from '../kernel/every-command.ts'
import { programToKill } from '../fixtures/bundled-program.ts'
import type { Deed } from './doer.ts'

/** Of each command, at it or a few commands later. */
const KILLS = Number(process.env['KILLS_EACH'] ?? 2)
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const random = seededRandom(SEED)
const upTo = (bound: number): number => Math.floor(random() * bound)
const clock = (): Date => TEST_NOW

interface Doer {
  /** Lets it work, and kills it so long after it began the n-th deed. Returns how many it began and ended. */
  die(deed: number, then_ms: number): Promise<{ readonly begun: number; readonly ended: number }>
}

/** Started ahead, since most of its life is the start; waits for a byte before it touches the company. */
const startDoer = (program: string, path: string, plan: string, list: string): Doer => {
  const doer = spawn(process.execPath, [program, path, plan, list], { stdio: ['pipe', 'pipe', 'inherit'] })
  const said = { begun: 0, ended: 0 }
  const reached = Promise.withResolvers<void>()
  let awaited = Infinity
  const lines = createInterface({ input: doer.stdout })
  lines.on('line', (line) => {
    if (line === 'begun' || line === 'ended') said[line] += 1
    if (said.begun >= awaited) reached.resolve()
  })
  const gone = Promise.all([once(doer, 'exit'), once(lines, 'close')])
  return {
    die: async (deed, then_ms) => {
      awaited = deed
      doer.stdin.write('go')
      await Promise.race([reached.promise, gone])
      await sleep(then_ms)
      doer.kill('SIGKILL')
      await gone
      return said
    },
  }
}

test(
  `${KILLS} kills at each command of the contract: each is done whole or not at all, and none that ended is lost`,
  { timeout: 600_000 },
  async () => {
    const { company, file: list, inputs } = await prepared()
    company.file.close()
    process.stdout.write(`seed ${SEED}\n`)
    const program = await programToKill('test/crash/doer.ts')
    const copy = (name: string): string => {
      const path = join(company.folder, `${name}.duebook`)
      copyFileSync(company.path, path)
      return path
    }
    /** The command first or second, others around it; each as a clerk would send it, with a uid of its own. */
    const deedsAround = (index: number): readonly Deed[] => {
      const others = Array.from({ length: 4 }, () => writingCommands[upTo(writingCommands.length)] ?? 'drafts.save')
      const names = [...others.slice(0, upTo(2)), writingCommands[index] ?? 'drafts.save', ...others.slice(2)]
      return names.map((name) => ({ name, input: { ...inputs[name], commandUid: uuidV7() } }))
    }
    let torn = 0
    for (let kill = 0; kill < KILLS * writingCommands.length; kill += 1) {
      const index = kill % writingCommands.length
      const where = `kill ${kill} at ${writingCommands[index]}, seed ${SEED}`
      const deeds = deedsAround(index)
      const plan = join(company.folder, `plan-${kill}.json`)
      writeFileSync(plan, JSON.stringify(deeds))
      const path = copy(`Killed-${kill}`)
      const doer = startDoer(program, path, plan, list)
      const at = 1 + upTo(2)
      const { begun, ended } = await doer.die(at, random() * 3)
      expect(begun, where).toBeGreaterThanOrEqual(at)
      expect(begun - ended, where).toBeLessThanOrEqual(1)

      // What should be there: the same deeds on another copy, by a program that nobody kills.
      const unharmed = openForWriting(copy(`Unharmed-${kill}`), { clock })
      await signInOwner(unharmed)
      for (const { name, input } of deeds.slice(0, ended)) await unharmed.dispatch(name, input, { file: list })
      const without = alikeDumpOf(unharmed.path)

      const reopened = openForWriting(path, { clock })
      await signInOwner(reopened)
      const [doubtful] = deeds.slice(ended, begun)
      if (!doubtful) expect(alikeDumpOf(path) === without, where).toBe(true)
      else {
        torn += 1
        const answer = await unharmed.dispatch(doubtful.name, doubtful.input, { file: list })
        const with_ = alikeDumpOf(unharmed.path)
        expect([without, with_].includes(alikeDumpOf(path)), `${doubtful.name} whole or absent; ${where}`).toBe(true)
        // What the clerk's window would do: send the same entry again.
        expect(withoutUids(await reopened.dispatch(doubtful.name, doubtful.input, { file: list })), where).toBe(
          withoutUids(answer),
        )
        expect(alikeDumpOf(path) === with_, `${doubtful.name} once; ${where}`).toBe(true)
      }
      unharmed.close()
      reopened.close()
      expectInvariants(path)
    }
    process.stdout.write(`${torn} of ${KILLS * writingCommands.length} killed in the middle of a command\n`)
    expect(torn).toBeGreaterThan(0)
  },
)

const withoutUids = (answer: unknown): string =>
  JSON.stringify(answer).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'uid')
