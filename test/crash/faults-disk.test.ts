import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { checkpointWhenIdle } from '../../src-main/threads/idle-checkpoint.ts'
import { openForWriting, type CompanyFile } from '../../src-main/company-file/company-file.ts'
import { createCompanyFile } from '../../src-main/company-file/create-company.ts'
import { describeRefusal } from '../../src-shared/refusals.ts'
import { expectInvariants, profile } from '../fixtures/company.ts'
import { fillUp, makeReadOnly, smallDisk } from '../fixtures/small-disk.ts'
import { bytesOf, closedCompany, countsIn, expectRefused, invoiceInput } from './closed-company.ts'

const NO_DISK = 'a small disk cannot be mounted here'
const kilobytesOf = (path: string): number => Math.ceil(statSync(path).size / 1024)

/** Posts until it is refused; returns the command that was, and how many were not. */
const postUntilRefused = async (company: CompanyFile) => {
  for (let posted = 0; posted < 2000; posted += 1) {
    const input = invoiceInput(uuidV7())
    const answer = await company.dispatch('invoices.post', input)
    if (!answer.ok) return { refused: input, error: answer.error, posted }
  }
  throw new Error('the disk never filled up')
}

describe('on a disk that is full', { timeout: 60_000 }, () => {
  test('a posting is refused and changes nothing; with space again, the same posting is posted once', async ({
    skip,
  }) => {
    const closed = await closedCompany()
    const disk = smallDisk(kilobytesOf(closed.path) + 1024)
    if (disk === null) return skip(NO_DISK)
    const path = closed.copy('Small.duebook', disk)
    const company = openForWriting(path)
    const ballast = join(disk, 'ballast')
    writeFileSync(ballast, Buffer.alloc(256 * 1024))
    const before = countsIn(path)
    const { refused, error, posted } = await postUntilRefused(company)
    expect(error).toMatchObject({ code: 'disk_full' })
    expect(describeRefusal(error)).toMatch(/Free some space/)
    expect(countsIn(path)).toEqual({ commands: before.commands + posted, documents: before.documents + posted })
    expect(await company.dispatch('customers.get', { id: 1, asOf: '2025-06-30' }), 'reading').toMatchObject({
      ok: true,
    })

    rmSync(ballast)
    expect(await company.dispatch('invoices.post', refused)).toMatchObject({ ok: true })
    expect(countsIn(path).documents).toBe(before.documents + posted + 1)
    company.close()
    expectInvariants(path)
  })

  test('what was posted stays in the log when it cannot be moved into the file, and no posting suffers for it', async ({
    skip,
  }) => {
    const closed = await closedCompany()
    const disk = smallDisk(kilobytesOf(closed.path) + 8192)
    if (disk === null) return skip(NO_DISK)
    const path = closed.copy('Small.duebook', disk)
    const logged: string[] = []
    const company = openForWriting(path, { log: (line) => logged.push(line) })
    for (let index = 0; index < 20; index += 1) {
      expect(await company.dispatch('invoices.post', invoiceInput(uuidV7()))).toMatchObject({ ok: true })
    }
    const { documents } = countsIn(path)
    const ballast = fillUp(disk)
    const checkpoints = checkpointWhenIdle(company, { idleMs: 0, growthBytesMax: 0, commandsMax: 1 })
    checkpoints.afterCommand()
    checkpoints.stop()
    expect(logged).toEqual([expect.stringMatching(/checkpoint.*disk_full/)])
    company.close()
    expect(countsIn(path).documents, 'after closing on a full disk').toBe(documents)

    rmSync(ballast)
    const again = openForWriting(path)
    expect(await again.dispatch('company.profile', {})).toMatchObject({ value: { documents } })
    again.close()
    expectInvariants(path)
  })

  test('a company opens again or is refused in words, and keeps its bytes', async ({ skip }) => {
    const closed = await closedCompany()
    const disk = smallDisk(kilobytesOf(closed.path) + 64)
    if (disk === null) return skip(NO_DISK)
    const path = closed.copy('Small.duebook', disk)
    const before = bytesOf(path)
    fillUp(disk)
    expectRefused(() => openForWriting(path), 'disk_full', /Free some space/)
    expect(bytesOf(path)).toBe(before)
  })

  test('a company is not begun: nothing is left of it', ({ skip }) => {
    const disk = smallDisk(128)
    if (disk === null) return skip(NO_DISK)
    const path = join(disk, 'New.duebook')
    expectRefused(() => createCompanyFile(path, { profile, baseCurrency: 'USD' }), 'disk_full', /Free some space/)
    expect(readdirSync(disk)).toEqual([])
  })
})

describe('on a disk that is read-only', () => {
  test('a company is not opened for work, nor a new one made, and the clerk is told why', async ({ skip }) => {
    const closed = await closedCompany()
    const disk = smallDisk(kilobytesOf(closed.path) + 512)
    if (disk === null) return skip(NO_DISK)
    const path = closed.copy('Fixed.duebook', disk)
    const before = bytesOf(path)
    makeReadOnly(disk)
    expectRefused(() => openForWriting(path), 'file_read_only', /Move it to a folder you may write to/)
    const fresh = join(disk, 'New.duebook')
    expectRefused(
      () => createCompanyFile(fresh, { profile, baseCurrency: 'USD' }),
      'file_read_only',
      /Move it to a folder/,
    )
    expect(bytesOf(path)).toBe(before)
    expect(existsSync(fresh)).toBe(false)
  })
})
