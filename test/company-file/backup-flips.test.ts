import { copyFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkBackup } from '../../src-main/company-file/backup/backup-check.ts'
import { restoreCompany } from '../../src-main/company-file/backup/backup-restore.ts'
import { backUpCompany } from '../../src-main/company-file/backup/backup.ts'
import { Connection } from '../../src-main/db/connection.ts'
import { isFact } from '../../src-main/db/facts.ts'
import { closedCompany, refusalOf } from '../crash/closed-company.ts'
import { temporaryFolder, TEST_NOW } from '../fixtures/company.ts'
import { dumpOf, rowsOf } from '../fixtures/dump.ts'
import { flipBit } from '../fixtures/flip-bit.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'

const FLIPS = Number(process.env['FLIPS'] ?? 40)
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const clock = (): Date => TEST_NOW

/** The commands and all that they posted; records such as names of terms stand outside what is hashed. */
const factsOf = (path: string): string => {
  const connection = new Connection(path, { readonly: true })
  const records = connection
    .rows<[name: string]>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .flatMap(([name]) => (isFact(name) || name === 'command_log' ? [] : [name]))
  const rows = rowsOf(connection, records)
  connection.close()
  return rows
}

test(
  `${FLIPS} single bits flipped in a backup: each is told by its check and refused by a restore, which changes nothing`,
  { timeout: 60_000 + FLIPS * 200 },
  async () => {
    const { path, copy } = await closedCompany()
    const { file, bytes } = await backUpCompany(path, temporaryFolder(), clock)
    const before = dumpOf(path)
    const random = seededRandom(SEED)
    const target = copy('Target.duebook')
    for (let count = 0; count < FLIPS; count += 1) {
      const [offset, bit] = [Math.floor(random() * bytes), Math.floor(random() * 8)]
      const where = `bit ${bit} of byte ${offset}, seed ${SEED}`
      flipBit(file, offset, bit)
      expect(checkBackup(file).problem, where).not.toBe(null)
      expect(refusalOf(() => restoreCompany(file, target, clock))?.code, where).toMatch(/^file_(corrupt|not_company)$/)
      flipBit(file, offset, bit)
    }
    expect(dumpOf(target)).toBe(before)
    expect(checkBackup(file).problem).toBe(null)
  },
)

test(
  `${FLIPS} single bits flipped in a backup that has lost its manifest: it is told as not proved, and what was posted is refused or as it was`,
  { timeout: 60_000 + FLIPS * 1000 },
  async () => {
    const { path } = await closedCompany()
    const folder = temporaryFolder()
    const { file, bytes } = await backUpCompany(path, temporaryFolder(), clock)
    const whole = factsOf(path)
    const random = seededRandom(SEED)
    let refused = 0
    for (let count = 0; count < FLIPS; count += 1) {
      const [offset, bit] = [Math.floor(random() * bytes), Math.floor(random() * 8)]
      const flipped = join(folder, 'Flipped.duebook')
      const target = join(folder, 'Target.duebook')
      copyFileSync(file, flipped)
      flipBit(flipped, offset, bit)
      const refusal = refusalOf(() => restoreCompany(flipped, target, clock))
      if (refusal) refused += 1
      else {
        expect(checkBackup(flipped)).toMatchObject({ problem: null, isProved: false })
        expect(factsOf(target), `bit ${bit} of byte ${offset}, seed ${SEED}`).toBe(whole)
      }
      rmSync(target, { force: true })
    }
    expect(refused, `seed ${SEED}`).toBeGreaterThan(0)
    expect(statSync(file).size).toBe(bytes)
  },
)
