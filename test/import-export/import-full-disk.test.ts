import { copyFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { call, openForWriting } from '../../src-main/company-file/company-file.ts'
import { expectInvariants, newCompany } from '../fixtures/company.ts'
import { smallDisk } from '../fixtures/small-disk.ts'
import { HEADERS, mapping } from './import-fixture.ts'

test(
  'a disk that fills up during an import: a refusal, and nothing was posted',
  { timeout: 60_000 },
  async ({ skip }) => {
    const company = newCompany()
    company.file.checkpoint()
    const disk = smallDisk(Math.ceil(statSync(company.path).size / 1024) + 400)
    if (disk === null) return skip('a small disk cannot be mounted here')
    const path = join(disk, 'Small.duebook')
    copyFileSync(company.path, path)
    const list = join(company.folder, 'list.csv')
    const rows = Array.from({ length: 3000 }, (_, index) => `C${index % 9},,,${index},2025-01-10,,1.00,,2025-02-01`)
    writeFileSync(list, [HEADERS, ...rows].join('\n'))

    const small = openForWriting(path)
    const token = '0'.repeat(32)
    const { fileHash } = await call(small, 'imports.dryRun', { token, mapping }, { file: list })
    const import_ = call(small, 'imports.run', { token, mapping, fileHash }, { file: list })
    await expect(import_).rejects.toMatchObject({ code: 'disk_full' })
    expect(await call(small, 'company.profile', {})).toMatchObject({ customers: 0, documents: 0 })
    small.close()
    expectInvariants(path)
  },
)
