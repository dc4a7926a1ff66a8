import { existsSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openForWriting } from '../../src-main/company-file/company-file.ts'
import { newCompany } from '../fixtures/company.ts'

describe('one Duebook writes to a company', () => {
  test('a second one is refused, naming the holder', () => {
    const company = newCompany()
    expect(() => openForWriting(company.path)).toThrow(
      /Test\.duebook is open in another Duebook \(Duebook on .*process \d+\)/,
    )
  })

  test('a link to the file is the same file', () => {
    const company = newCompany()
    const link = join(company.folder, 'Link.duebook')
    symlinkSync(company.path, link)
    expect(() => openForWriting(link)).toThrow('is open in another Duebook')
  })

  test('a file that is no company is refused without a trace beside it', () => {
    const company = newCompany()
    const other = join(company.folder, 'notes.txt')
    writeFileSync(other, 'x'.repeat(4096))
    expect(() => openForWriting(other)).toThrow(
      'notes.txt is not a Duebook company. Choose a file that ends in .duebook.',
    )
    expect(existsSync(`${other}-lock`)).toBe(false)
  })
})
