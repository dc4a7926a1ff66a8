import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { pendingMigrations } from '../../src-main/db/migrate.ts'
import { openReadable } from '../../src-main/db/open.ts'
import { migrationFiles } from '../../src-main/db/sql-files.ts'
import { openForWriting } from '../../src-main/company-file/company-file.ts'
import { expectInvariants, temporaryFolder } from '../fixtures/company.ts'
import { makeOlderCompany, OLDER } from '../fixtures/older-company.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { programToKill } from '../fixtures/bundled-program.ts'
import { closedCompany, countsIn } from './closed-company.ts'
import { killed, momentOf, unharmed } from './killed.ts'

const KILLS = Number(process.env['LIFECYCLE_KILLS'] ?? 12)
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const ALL = migrationFiles().length
/** Each migration is a transaction of its own: a kill leaves any number of them. */
const FROM_FIRST = migrationFiles()
  .map((_, index) => index + 1)
  .slice(OLDER - 1)
const random = seededRandom(SEED)

let program = ''
beforeAll(async () => {
  program = await programToKill('test/crash/victim.ts')
}, 60_000)

test(
  `${KILLS} kills while a company is made: under its name it is whole or not there, and it can be made again`,
  { timeout: 300_000 },
  async () => {
    const folder = temporaryFolder()
    const whole_ms = await unharmed(program, 'create', join(folder, 'Unharmed.duebook'), '')
    let landed = 0
    for (let kill = 0; kill < KILLS; kill += 1) {
      const path = join(folder, `New ${kill}.duebook`)
      const { done } = await killed(program, 'create', path, '', momentOf(kill, KILLS, whole_ms, random))
      if (!done) landed += 1
      const where = `kill ${kill}, seed ${SEED}`
      if (done) expect(existsSync(path), where).toBe(true)
      // What the dead one left of it does not hinder the next.
      if (!existsSync(path))
        expect(await killed(program, 'create', path, '', 60_000), where).toMatchObject({ done: true })
      openForWriting(path).close()
      expect(countsIn(path), where).toEqual({ commands: 1, documents: 0 })
      expectInvariants(path)
      expect(
        readdirSync(folder).filter((name) => name.includes('.part')),
        where,
      ).toEqual([])
    }
    expect(landed, `kills that came in the middle of it, seed ${SEED}`).toBeGreaterThan(0)
  },
)

/** How many migrations a whole company file has behind it. */
const migrationsIn = (path: string): number => {
  const connection = openReadable(path)
  expect(connection.driver.pragma('integrity_check', { simple: true })).toBe('ok')
  pendingMigrations(connection)
  const count = connection.value<number>('SELECT count(*) FROM schema_migration') ?? 0
  connection.close()
  return count
}

test(
  `${KILLS} kills during a migration: the company is the old one or the new one, and the old one is kept`,
  { timeout: 300_000 },
  async () => {
    const { path: today } = await closedCompany(30)
    const now = countsIn(today)
    const folder = temporaryFolder()
    const path = join(folder, 'Older.duebook')
    const renew = (): void => {
      for (const name of readdirSync(folder)) rmSync(join(folder, name))
      makeOlderCompany(today, path)
    }
    renew()
    const whole_ms = await unharmed(program, 'migrate', path, '')
    let landed = 0
    for (let kill = 0; kill < KILLS; kill += 1) {
      renew()
      const { done } = await killed(program, 'migrate', path, '', momentOf(kill, KILLS, whole_ms, random))
      if (!done) landed += 1
      const where = `kill ${kill}, seed ${SEED}`
      const migrations = migrationsIn(path)
      expect(done ? [ALL] : FROM_FIRST, where).toContain(migrations)
      // Each migration is logged.
      expect(countsIn(path), where).toEqual({ ...now, commands: now.commands + migrations - OLDER })
      const backups = readdirSync(folder).filter((name) => /\.before-migration-\w+\.duebook$/.test(name))
      if (migrations > OLDER) expect(backups.length, `a backup was made before; ${where}`).toBe(1)
      for (const name of backups) {
        expect(migrationsIn(join(folder, name)), where).toBe(OLDER)
        expect(countsIn(join(folder, name)), where).toEqual(now)
      }
      openForWriting(path).close()
      expect(migrationsIn(path), where).toBe(ALL)
      expectInvariants(path)
    }
    expect(landed, `kills that came in the middle of it, seed ${SEED}`).toBeGreaterThan(0)
  },
)
