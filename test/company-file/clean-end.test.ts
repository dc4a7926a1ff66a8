import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openForWriting } from '../../src-main/company-file/company-file.ts'
import { createCompanyFile } from '../../src-main/company-file/create-company.ts'
import { endOf } from '../../src-main/company-file/clean-end.ts'
import { moveCompany } from '../../src-main/company-file/move-company.ts'
import { restoreCompany } from '../../src-main/company-file/backup/backup-restore.ts'
import { backUpCompany } from '../../src-main/company-file/backup/backup.ts'
import { Connection } from '../../src-main/db/connection.ts'
import { newCompanyFile, profile, temporaryFolder, TEST_NOW } from '../fixtures/company.ts'
import { refusalOf } from '../crash/closed-company.ts'

const clock = (): Date => TEST_NOW

/** As a large file is opened: its pages are not read. */
const asLarge = { readAtEachOpening: 0, clock } as const

const closedCompany = (): string => {
  const path = join(temporaryFolder(), 'Test.duebook')
  createCompanyFile(path, { profile, baseCurrency: 'USD', clock })
  // A large file's note waits for the next tick of the file system's clock.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
  return path
}

const opensCleanly = (path: string): boolean => {
  const company = openForWriting(path, asLarge)
  company.close()
  return company.endedCleanly
}

describe('a company that was closed is known to be whole', () => {
  test('after it was made, and after each close', () => {
    const path = closedCompany()
    expect([opensCleanly(path), opensCleanly(path)]).toEqual([true, true])
  })

  test('after it was moved, and after a restore, which reads every page', async () => {
    const path = closedCompany()
    const moved = moveCompany(path, join(temporaryFolder(), 'Moved.duebook'))
    expect(existsSync(`${path}-closed`)).toBe(false)
    expect(opensCleanly(moved)).toBe(true)
    const { file } = await backUpCompany(moved, temporaryFolder(), clock)
    writeFileSync(`${moved}-closed`, '{}')
    expect(opensCleanly(restoreCompany(file, moved, clock).file)).toBe(true)
  })

  test('not while it is open: whatever ends the program then leaves no note', () => {
    const path = closedCompany()
    const company = openForWriting(path, asLarge)
    expect(endOf(path)).toEqual({ kind: 'unknown' })
    company.close()
    expect(endOf(path)).toMatchObject({ kind: 'closed', isSound: true })
  })

  test('not after an opening whose end was unclean, until it was checked', () => {
    const path = join(temporaryFolder(), 'Test.duebook')
    newCompanyFile(path)
    expect([opensCleanly(path), opensCleanly(path)]).toEqual([false, false])
    const company = openForWriting(path, asLarge)
    company.checked(true)
    company.close()
    expect(opensCleanly(path)).toBe(true)
  })
})

const flipByte = (path: string, at: number): void => {
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.from([(readFileSync(path)[at] ?? 0) ^ 1]), 0, 1, at)
  closeSync(file)
}

describe('the note of a clean end is not believed', () => {
  const cases: Readonly<Record<string, (path: string) => string>> = {
    'of a copy that brought its note along': (path) => {
      const copy = join(temporaryFolder(), 'Test.duebook')
      copyFileSync(path, copy)
      copyFileSync(`${path}-closed`, `${copy}-closed`)
      const { atime, mtime } = statSync(path)
      utimesSync(copy, atime, mtime)
      return copy
    },
    'of a file that another one took the place of': (path) => {
      const other = closedCompany()
      renameSync(other, path)
      return path
    },
    'of a file that was changed since, though its time was put back': (path) => {
      const { atime, mtime } = statSync(path)
      flipByte(path, 5000)
      utimesSync(path, atime, mtime)
      return path
    },
    'of a file that grew': (path) => {
      writeFileSync(path, Buffer.alloc(4096), { flag: 'a' })
      return path
    },
    'beside which a log of changes lies': (path) => {
      writeFileSync(`${path}-wal`, 'left by a crash')
      return path
    },
    'that was torn by a power cut': (path) => {
      const whole = readFileSync(`${path}-closed`)
      writeFileSync(`${path}-closed`, whole.subarray(0, whole.length / 2))
      return path
    },
    'that holds something else': (path) => {
      writeFileSync(`${path}-closed`, 'null')
      return path
    },
  }
  test.each(Object.entries(cases))('%s', (_name, spoil) => {
    expect(endOf(spoil(closedCompany()))).toEqual({ kind: 'unknown' })
  })
})

test('a file that was found damaged is refused at once the next time, until another takes its place', () => {
  const path = closedCompany()
  const company = openForWriting(path, asLarge)
  company.checked(false)
  company.close()
  const before = readFileSync(path)
  expect(refusalOf(() => openForWriting(path, asLarge))?.code).toBe('file_corrupt')
  expect(readFileSync(path)).toEqual(before)
  newCompanyFile(path)
  expect(opensCleanly(path)).toBe(false)
})

describe('what is checked of a large file at each opening', () => {
  const refused = (change: (connection: Connection) => void): string | undefined => {
    const path = closedCompany()
    const connection = new Connection(path)
    change(connection)
    connection.close()
    return refusalOf(() => openForWriting(path, asLarge))?.code
  }

  test('its schema, word for word', () => {
    expect(refused((file) => file.driver.exec('DROP TRIGGER document_no_update'))).toBe('file_corrupt')
  })

  test('its last command', () => {
    expect(
      refused((file) => {
        const rule = file.value<string>(`SELECT sql FROM sqlite_schema WHERE name = 'command_log_no_update'`) ?? ''
        file.driver.exec('DROP TRIGGER command_log_no_update')
        file.run(`UPDATE command_log SET input = '{}'`)
        file.driver.exec(rule)
      }),
    ).toBe('file_corrupt')
  })
})
