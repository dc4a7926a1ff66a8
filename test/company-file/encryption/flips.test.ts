import { rmSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkBackup } from '../../../src-main/company-file/backup/backup-check.ts'
import { manifestPath } from '../../../src-main/company-file/backup/backup-manifest.ts'
import { restoreCompany } from '../../../src-main/company-file/backup/backup-restore.ts'
import { backUpCompany } from '../../../src-main/company-file/backup/backup.ts'
import { encryptCompany } from '../../../src-main/company-file/encryption/turn.ts'
import { closedCompany, refusalOf } from '../../crash/closed-company.ts'
import { temporaryFolder, TEST_NOW } from '../../fixtures/company.ts'
import { dumpOf } from '../../fixtures/dump.ts'
import { heldKey } from '../../fixtures/encrypted-company.ts'
import { flipBit } from '../../fixtures/flip-bit.ts'
import { seededRandom } from '../../fixtures/seeded-random.ts'

const FLIPS = Number(process.env['FLIPS'] ?? 40)
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const clock = (): Date => TEST_NOW

test.each(['with its manifest', 'without its manifest'])(
  `${FLIPS} single bits flipped in an encrypted backup %s: each is told and refused, which changes nothing`,
  { timeout: 60_000 + FLIPS * 300 },
  async (which) => {
    const { copy } = await closedCompany()
    const target = copy('Target.duebook', temporaryFolder())
    const path = copy('Sealed.duebook', temporaryFolder())
    encryptCompany(path, await heldKey())
    const { file } = await backUpCompany(path, temporaryFolder(), clock)
    if (which === 'without its manifest') rmSync(manifestPath(file))
    const before = dumpOf(target)
    const random = seededRandom(SEED)
    const { size } = statSync(file)
    for (let count = 0; count < FLIPS; count += 1) {
      const [offset, bit] = [Math.floor(random() * size), Math.floor(random() * 8)]
      const where = `bit ${bit} of byte ${offset}, seed ${SEED}`
      flipBit(file, offset, bit)
      expect(checkBackup(file).problem, where).not.toBe(null)
      // A first page that is damaged is opened by no key.
      expect(refusalOf(() => restoreCompany(file, target, clock))?.code, where).toMatch(
        /^file_corrupt$|^passphrase_needed$/,
      )
      flipBit(file, offset, bit)
    }
    expect(dumpOf(target)).toBe(before)
    expect(checkBackup(file).problem).toBe(null)
  },
)
