import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Connection } from '../../src-main/db/connection.ts'
import { openForWriting } from '../../src-main/company-file/company-file.ts'
import { expectInvariants, newCompany } from '../fixtures/company.ts'
import { addCustomer } from '../fixtures/entries.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { programToKill } from '../fixtures/bundled-program.ts'

/** The number the project promises; fewer only where a person asks for a quick look. */
const KILLS = Number(process.env['KILLS'] ?? 200)
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

interface Sent {
  readonly name: string
  readonly input: unknown
}

interface Life {
  /** Every command announced, by uid, and which of them were acknowledged. */
  readonly sent: ReadonlyMap<string, Sent>
  readonly acknowledged: ReadonlySet<string>
}

interface Poster {
  readonly process: ChildProcessByStdio<Writable, Readable, null>
  readonly life: { readonly sent: Map<string, Sent>; readonly acknowledged: Set<string> }
  readonly opened: Promise<void>
  /** Settles when it has acknowledged so many commands. */
  acknowledgedSoMany(count: number): Promise<void>
  readonly ended: Promise<unknown>
}

/** Started, but waiting to be told to open the file. */
const startPoster = (program: string, path: string, seed: number): Poster => {
  const poster = spawn(process.execPath, [program, path, String(seed)], { stdio: ['pipe', 'pipe', 'inherit'] })
  const life = { sent: new Map<string, Sent>(), acknowledged: new Set<string>() }
  const opened = Promise.withResolvers<void>()
  const enough = Promise.withResolvers<void>()
  let wanted = Infinity
  const lines = createInterface({ input: poster.stdout })
  lines.on('line', (text) => {
    // A kill can cut the last line short; what was not said in full was not said.
    if (!text.endsWith('}')) return
    const line = JSON.parse(text) as {
      opened?: true
      sent?: string
      name?: string
      input?: unknown
      acknowledged?: string
    }
    if (line.opened) opened.resolve()
    if (line.sent) life.sent.set(line.sent, { name: line.name ?? '', input: line.input })
    if (line.acknowledged) life.acknowledged.add(line.acknowledged)
    if (life.acknowledged.size >= wanted) enough.resolve()
  })
  return {
    process: poster,
    life,
    opened: opened.promise,
    acknowledgedSoMany: (count) => {
      wanted = count
      if (life.acknowledged.size >= count) enough.resolve()
      return enough.promise
    },
    ended: Promise.all([once(poster, 'exit'), once(lines, 'close')]),
  }
}

interface Death {
  /** Killed so many milliseconds after the command to open, before it can have worked; or after so many answers. */
  readonly whileOpening: boolean
  readonly answers: number
  readonly then_ms: number
}

const liveAndDie = async (poster: Poster, death: Death): Promise<Life> => {
  poster.process.stdin.write('go')
  if (!death.whileOpening) {
    await Promise.race([poster.opened.then(() => poster.acknowledgedSoMany(death.answers)), poster.ended])
  }
  await sleep(death.then_ms)
  expect(poster.process.exitCode, 'the poster works until it is killed').toBeNull()
  poster.process.kill('SIGKILL')
  await poster.ended
  return poster.life
}

const loggedTimes = (path: string, uids: Iterable<string>): ReadonlyMap<string, number> => {
  const connection = new Connection(path, { readonly: true })
  const times = new Map(
    [...uids].map((uid) => [
      uid,
      connection.value<number>('SELECT count(*) FROM command_log WHERE uid = ?', [uid]) ?? 0,
    ]),
  )
  connection.close()
  return times
}

test(
  `${KILLS} kills during posting lose no acknowledged command, double none and leave every invariant whole`,
  { timeout: 600_000 },
  async () => {
    const company = newCompany()
    await addCustomer(company, 'NORTH01')
    company.file.close()
    const random = seededRandom(SEED)
    process.stdout.write(`seed ${SEED}\n`)
    let acknowledgedInAll = 0
    let inDoubt = 0
    const program = await programToKill('test/crash/poster.ts')
    let next = startPoster(program, company.path, SEED)
    for (let kill = 0; kill < KILLS; kill += 1) {
      const whileOpening = kill % 10 === 9
      const death = { whileOpening, answers: Math.floor(random() * 12), then_ms: random() * (whileOpening ? 40 : 3) }
      const poster = next
      next = startPoster(program, company.path, SEED + kill + 1)
      const { sent, acknowledged } = await liveAndDie(poster, death)
      const where = `kill ${kill}, seed ${SEED}`
      acknowledgedInAll += acknowledged.size

      // Opening takes over the dead writer's lock, recovers the log and checks the file.
      const reopened = openForWriting(company.path)
      // Each life before ended sound, by the close below: a note of that must not outlive the first command of the next.
      if (sent.size > 0) expect(reopened.endedCleanly, where).toBe(false)
      const times = loggedTimes(company.path, sent.keys())
      for (const uid of acknowledged) expect(times.get(uid), `${uid} was acknowledged; ${where}`).toBe(1)
      const doubtful = [...sent].filter(([uid]) => !acknowledged.has(uid))
      expect(doubtful.length, where).toBeLessThanOrEqual(1)
      for (const [uid, { name, input }] of doubtful) {
        inDoubt += 1
        // What the clerk's window would do: send the same entry again.
        expect(await reopened.dispatch(name, input), where).toMatchObject({ ok: true })
        expect(loggedTimes(company.path, [uid]).get(uid), `${uid} was sent twice; ${where}`).toBe(1)
      }
      reopened.checked(true)
      reopened.close()
      if (kill % 20 === 19 || kill === KILLS - 1) expectInvariants(company.path)
    }
    next.process.kill('SIGKILL')
    process.stdout.write(`${acknowledgedInAll} commands acknowledged, ${inDoubt} in doubt when killed\n`)
    expect(acknowledgedInAll).toBeGreaterThan(KILLS)
    expect(inDoubt).toBeGreaterThan(0)
  },
)
