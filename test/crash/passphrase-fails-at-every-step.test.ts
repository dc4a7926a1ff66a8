import type fs from 'node:fs'
import { expect, test, vi } from 'vitest'
import { backUpCompany } from '../../src-main/company-file/backup/backup.ts'
import { encryptCompany } from '../../src-main/company-file/encryption/turn.ts'
import { companyUidAt } from '../../src-main/company-file/move-company.ts'
import { sealAnew } from '../../src-main/company-file/encryption/other-copies.ts'
import { sealWithPassphrase } from '../../src-main/company-file/encryption/sealed-key.ts'
import { unlock } from '../../src-main/company-file/encryption/unlock.ts'
import { temporaryFolder, TEST_NOW } from '../fixtures/company.ts'
import { heldKey, PASSPHRASE } from '../fixtures/encrypted-company.ts'
import { closedCompany } from './closed-company.ts'

/** Which call of the disk fails next, counted down, and all after it, as of a program that was killed there; 0 is none. */
const disk = vi.hoisted(() => ({ failsAt: 0, isGone: false }))

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof fs>()
  const failing = <A extends unknown[], T>(work: (...args: A) => T): ((...args: A) => T) => {
    return (...args) => {
      if (disk.failsAt > 0 && (disk.failsAt -= 1) === 0) disk.isGone = true
      if (disk.isGone) throw Object.assign(new Error('EIO'), { code: 'EIO' })
      return work(...args)
    }
  }
  return {
    ...real,
    openSync: failing(real.openSync),
    writeSync: failing(real.writeSync as (...args: unknown[]) => number),
    writeFileSync: failing(real.writeFileSync as (...args: unknown[]) => void),
    fsyncSync: failing(real.fsyncSync),
    renameSync: failing(real.renameSync),
    rmSync: failing(real.rmSync),
  }
})

const NEXT = 'five grey geese on the lower pond'

test(
  'a change of the passphrase that ends at any step leaves each file with the old passphrase or the new one',
  { timeout: 300_000 },
  async () => {
    const { copy } = await closedCompany()
    const path = copy('Sealed.duebook', temporaryFolder())
    const key = await heldKey()
    encryptCompany(path, key)
    const place = { which: 'first', folder: temporaryFolder(), isDefault: false } as const
    const { file: backup } = await backUpCompany(path, place.folder, () => TEST_NOW)
    const company = { companyUid: companyUidAt(path) ?? '', path, places: [place] }
    const next = await sealWithPassphrase(key.secret, NEXT)
    const opener = async (file: string): Promise<string> => {
      for (const passphrase of [PASSPHRASE, NEXT]) {
        const found = await unlock(file, { passphrase }).then(
          () => passphrase,
          () => null,
        )
        if (found !== null) return found
      }
      return 'nothing'
    }
    const seen = new Set<string>()
    let steps = 0
    for (let isOver = false; !isOver; steps += 1) {
      sealAnew(company, key.sealedKey)
      disk.failsAt = steps + 1
      let isDone = true
      try {
        sealAnew(company, next)
      } catch (error) {
        expect(error, `step ${steps}`).toMatchObject({ code: 'EIO' })
        isDone = false
      }
      isOver = disk.failsAt > 0
      disk.failsAt = 0
      disk.isGone = false
      const opened = [await opener(path), await opener(backup)]
      for (const passphrase of opened) expect([PASSPHRASE, NEXT], `step ${steps}`).toContain(passphrase)
      if (isDone) expect(opened, `step ${steps}`).toEqual([NEXT, NEXT])
      seen.add(opened.join())
    }
    expect(steps).toBeGreaterThan(6)
    expect(seen.size, 'old and old, new and old, new and new').toBe(3)
  },
)
