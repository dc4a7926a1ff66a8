import type fs from 'node:fs'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { restoreCompany } from '../../src-main/company-file/backup/backup-restore.ts'
import { backUpCompany } from '../../src-main/company-file/backup/backup.ts'
import { moveCompany } from '../../src-main/company-file/move-company.ts'
import { openForWriting } from '../../src-main/company-file/company-file.ts'
import { closedCompany, countsIn } from './closed-company.ts'
import { expectInvariants, newCompany, temporaryFolder, TEST_NOW } from '../fixtures/company.ts'
import { addCustomer, postInvoice } from '../fixtures/entries.ts'

/** Which call of the disk fails next, counted down; 0 is none. */
const disk = vi.hoisted(() => ({ failsAt: 0 }))

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof fs>()
  const failing = <A extends unknown[], T>(work: (...args: A) => T): ((...args: A) => T) => {
    return (...args) => {
      if (disk.failsAt > 0 && (disk.failsAt -= 1) === 0) throw Object.assign(new Error('EIO'), { code: 'EIO' })
      return work(...args)
    }
  }
  return {
    ...real,
    openSync: failing(real.openSync),
    writeSync: failing(real.writeSync as (...args: unknown[]) => number),
    fsyncSync: failing(real.fsyncSync),
    linkSync: failing(real.linkSync),
    renameSync: failing(real.renameSync),
    rmSync: failing(real.rmSync),
  }
})

const clock = (): Date => TEST_NOW

/** Does the work once for each call of the disk in it, which fails; answers how many there were. */
const atEveryStep = (work: () => unknown, afterwards: (step: number) => void): number => {
  for (let step = 1; step < 1000; step += 1) {
    disk.failsAt = step
    let isDone = true
    try {
      work()
    } catch {
      isDone = false
    }
    const isOver = disk.failsAt > 0
    disk.failsAt = 0
    afterwards(step)
    if (isDone && isOver) return step - 1
  }
  throw new Error('the work never ends')
}

test(
  'a restore that the disk fails at any step leaves the old company or the new one, and the old one is kept',
  { timeout: 120_000 },
  async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'N1')
    await postInvoice(company, customer, '2025-06-01', 100)
    const { file: backup } = await backUpCompany(company.path, temporaryFolder(), clock)
    await postInvoice(company, customer, '2025-06-02', 200)
    company.file.close()
    const { path } = company
    const folder = dirname(path)
    const asides = (): readonly string[] =>
      readdirSync(folder).filter((name) => /\.before-restore-.*\.duebook$/.test(name))
    const steps = atEveryStep(
      () => restoreCompany(backup, path, clock),
      (step) => {
        const { documents } = countsIn(path)
        expect([1, 2], `step ${step}`).toContain(documents)
        const kept = [path, ...asides().map((name) => join(folder, name))].map((each) => countsIn(each).documents)
        expect(kept, `step ${step}`).toContain(2)
        openForWriting(path).close()
        expectInvariants(path)
      },
    )
    expect(steps).toBeGreaterThan(10)
    expect(countsIn(path).documents).toBe(1)
  },
)

test('a move that the disk fails at any step leaves the company whole under its old name or its new one', async () => {
  for (let step = 1, isOver = false; !isOver; step += 1) {
    const { path, folder } = await closedCompany()
    const target = join(folder, 'Moved.duebook')
    disk.failsAt = step
    try {
      moveCompany(path, target)
    } catch (error) {
      expect(error, `step ${step}`).toMatchObject({ code: 'disk_error' })
    }
    isOver = disk.failsAt > 0
    disk.failsAt = 0
    const there = [path, target].filter((each) => existsSync(each))
    expect(there.length, `step ${step}`).toBeGreaterThan(0)
    for (const each of there) expect(countsIn(each).documents, `step ${step}`).toBe(4)
    if (!existsSync(path)) moveCompany(target, path)
  }
})
