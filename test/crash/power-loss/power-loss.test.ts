import { cpSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { openForWriting } from '../../../src-main/company-file/company-file.ts'
import { Connection } from '../../../src-main/db/connection.ts'
import { verifyChain } from '../../../src-main/db/command-chain.ts'
import { programToKill } from '../../fixtures/bundled-program.ts'
import { expectInvariantsOf, newCompany, temporaryFolder } from '../../fixtures/company.ts'
import { addCustomer } from '../../fixtures/entries.ts'
import { seededRandom } from '../../fixtures/seeded-random.ts'
import { Disk } from './disk.ts'
import { recorded, type DiskEvent } from './recording.ts'

/** POWER_LOSSES=3000 is what the project promises. */
const LOSSES = Number(process.env['POWER_LOSSES'] ?? 150)
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const COMMANDS = 120
const NO_RECORDER = 'what a program does to the disk cannot be recorded here'

interface Recording {
  /** The folder as it was before. */
  readonly folder: string
  readonly recordedIn: string
  readonly file: string
  readonly events: readonly DiskEvent[]
}

/** A clerk who posts so many commands, with checkpoints in between, and closes the company; by that setting of SQLite's. */
const recordingOf = async (synchronous: 'full' | 'normal'): Promise<Recording | null> => {
  const company = newCompany()
  await addCustomer(company, 'NORTH01')
  company.file.close()
  const recordedIn = dirname(company.path)
  const folder = temporaryFolder()
  cpSync(recordedIn, folder, { recursive: true })
  const program = await programToKill('test/crash/poster.ts')
  const events = await recorded(program, [company.path, String(SEED), String(COMMANDS), synchronous], recordedIn)
  return events && { folder, recordedIn, file: basename(company.path), events }
}

/** What the clerk was told by then. */
const linesSaid = (events: readonly DiskEvent[]): readonly { acknowledged?: string; closing?: true; closed?: true }[] =>
  events
    .flatMap((event) => (event.kind === 'said' ? [event.text] : []))
    .join('')
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line) as { acknowledged?: string })

/** How many of the acknowledged commands are in none of the files that are found after so many losses of power. */
const lostIn = ({ folder, recordedIn, file, events }: Recording, soundAlways: boolean): number => {
  const random = seededRandom(SEED)
  const moments = Array.from({ length: LOSSES }, () => Math.floor(random() * (events.length + 1))).toSorted(
    (a, b) => a - b,
  )
  const disk = new Disk(recordedIn, folder)
  const found = temporaryFolder()
  const path = join(found, file)
  let [taken, lost] = [0, 0]
  for (const [number, moment] of moments.entries()) {
    for (; taken < moment; taken += 1) disk.take(events[taken] as DiskEvent)
    disk.leave(found, random)
    const said = linesSaid(events.slice(0, moment))
    const acknowledged = said.flatMap((line) => line.acknowledged ?? [])
    const where = `loss ${number} after ${moment} of ${events.length} events, seed ${SEED}`
    lost += lostOf(
      path,
      acknowledged,
      where,
      soundAlways,
      said.some((line) => line.closing) ? null : acknowledged.length > 0,
    )
  }
  return lost
}

const lostOf = (
  path: string,
  acknowledged: readonly string[],
  where: string,
  soundAlways: boolean,
  endedUnclean: boolean | null,
): number => {
  const company = openForWriting(path)
  if (soundAlways && endedUnclean === true) expect(company.endedCleanly, where).toBe(false)
  company.close()
  const connection = new Connection(path, { readonly: true })
  try {
    const uids = new Set(connection.all<{ uid: string }>('SELECT uid FROM command_log').map(({ uid }) => uid))
    if (soundAlways) {
      expectInvariantsOf(connection)
      expect(connection.driver.pragma('integrity_check', { simple: true }), where).toBe('ok')
      expect(verifyChain(connection), where).toMatchObject({ intact: true })
    }
    return acknowledged.filter((uid) => !uids.has(uid)).length
  } finally {
    connection.close()
  }
}

test(
  `${LOSSES} losses of power, with unsynced writes dropped and torn at 512 bytes, lose no acknowledged command and leave a sound file`,
  { timeout: 60_000 + LOSSES * 1000 },
  async ({ skip }) => {
    const recording = await recordingOf('full')
    if (recording === null) return skip(NO_RECORDER)
    process.stdout.write(`seed ${SEED}, ${recording.events.length} events\n`)
    expect(linesSaid(recording.events).filter((line) => line.acknowledged)).toHaveLength(COMMANDS)
    expect(lostIn(recording, true)).toBe(0)
  },
)

test(
  'the same losses of power are seen to lose commands where SQLite does not wait for the disk (synchronous = NORMAL)',
  { timeout: 60_000 + LOSSES * 1000 },
  async ({ skip }) => {
    const recording = await recordingOf('normal')
    if (recording === null) return skip(NO_RECORDER)
    expect(lostIn(recording, false)).toBeGreaterThan(0)
  },
)
