import { copyFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RefusalCode } from '../../src-shared/kit/refusal.ts'
import { describeRefusal } from '../../src-shared/refusals.ts'
import { Connection } from '../../src-main/db/connection.ts'
import { openForWriting } from '../../src-main/company-file/company-file.ts'
import { signInOwner } from '../fixtures/clerk.ts'
import { expectInvariants, temporaryFolder, TEST_NOW } from '../fixtures/company.ts'
import { dumpOf } from '../fixtures/dump.ts'
import { failWritesBeyond } from '../fixtures/failing-disk.ts'
import { fillUp, smallDisk } from '../fixtures/small-disk.ts'
import { writingCommands, prepared } from '../kernel/every-command.ts'

interface Fault {
  readonly code: RefusalCode
  readonly remedy: RegExp
  /** Where the company lies; null where this machine cannot bring the fault about. */
  readonly folder: (bytes: number) => string | null
  /** Begins and returns what ends it; null where this machine cannot bring it about. */
  readonly begin: (path: string) => (() => void) | null
}

const onTheUsualDisk = (): string => temporaryFolder()
const logOf = (path: string): number => statSync(`${path}-wal`).size

/** An I/O error while the log grows by more than so many bytes. */
const failingAfter = (bytes: number): Fault => ({
  code: 'disk_error',
  remedy: /Nothing was changed. Check the disk/,
  folder: onTheUsualDisk,
  begin: (path) => failWritesBeyond(logOf(path) + bytes),
})

const faults: Readonly<Record<string, Fault>> = {
  'a full disk': {
    code: 'disk_full',
    remedy: /Nothing was changed. Free some space/,
    folder: (bytes) => smallDisk(Math.ceil(bytes / 1024) + 512),
    begin: (path) => {
      const ballast = fillUp(join(path, '..'))
      return () => rmSync(ballast)
    },
  },
  'a disk that fails at the first byte': failingAfter(0),
  'a disk that fails in the middle of what is written': failingAfter(4000),
  'another program that holds the file': {
    code: 'file_locked',
    remedy: /Nothing was changed. Try again in a moment/,
    folder: onTheUsualDisk,
    begin: (path) => {
      const other = new Connection(path)
      other.run('BEGIN IMMEDIATE')
      return () => other.close()
    },
  },
}

/** A company prepared for every command, closed. */
const closed = async () => {
  const { company, file, inputs } = await prepared()
  company.file.close()
  return { path: company.path, file, inputs }
}

const quiet = { clock: () => TEST_NOW, log: () => {}, busyTimeout_ms: 0 }

for (const [name, fault] of Object.entries(faults)) {
  test(`${name} refuses every command in words and changes nothing`, { timeout: 120_000 }, async ({ skip }) => {
    const { path: source, file, inputs } = await closed()
    const folder = fault.folder(statSync(source).size)
    if (folder === null) return skip(`${name} cannot be brought about here`)
    const path = join(folder, 'Company.duebook')
    copyFileSync(source, path)
    const company = openForWriting(path, quiet)
    await signInOwner(company)
    // So that the log, and what SQLite shares with others, exist before the fault does.
    expect(await company.dispatch('preferences.set', { ...inputs['preferences.set'], value: 1 })).toMatchObject({
      ok: true,
    })
    const before = dumpOf(path)
    const end = fault.begin(path)
    if (end === null) return skip(`${name} cannot be brought about here`)
    try {
      for (const command of writingCommands) {
        const answer = await company.dispatch(command, inputs[command], { file })
        expect(answer, command).toMatchObject({ ok: false, error: { code: fault.code } })
        if (!answer.ok) expect(describeRefusal(answer.error)).toMatch(fault.remedy)
        expect(dumpOf(path) === before, `${command} changed nothing`).toBe(true)
      }
    } finally {
      end()
    }
    const [command] = writingCommands
    expect(await company.dispatch(command ?? '', inputs[command ?? 'company.update']), 'once it is over').toMatchObject(
      {
        ok: true,
      },
    )
    company.close()
    expectInvariants(path)
  })
}

test('what a fault refused is posted when it is sent again, for every command', { timeout: 120_000 }, async () => {
  const { path: source, file, inputs } = await closed()
  for (const command of writingCommands) {
    const path = join(temporaryFolder(), 'Company.duebook')
    copyFileSync(source, path)
    const company = openForWriting(path, quiet)
    await signInOwner(company)
    const other = new Connection(path)
    other.run('BEGIN IMMEDIATE')
    expect(await company.dispatch(command, inputs[command], { file }), command).toMatchObject({ ok: false })
    other.run('ROLLBACK')
    other.close()
    expect(await company.dispatch(command, inputs[command], { file }), command).toMatchObject({ ok: true })
    company.close()
    expectInvariants(path)
  }
})
