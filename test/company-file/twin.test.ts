import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { call, openForWriting } from '../../src-main/company-file/company-file.ts'
import { createCompanyFile } from '../../src-main/company-file/create-company.ts'
import { profile, temporaryFolder, TEST_NOW } from '../fixtures/company.ts'
import { twinText } from '../../src-renderer/company/backups/backup-words.ts'

const clock = (): Date => TEST_NOW

const made = () => {
  const folder = temporaryFolder()
  const [devices, path] = [join(folder, 'devices.json'), join(folder, 'Company.duebook')]
  createCompanyFile(path, { profile, baseCurrency: 'USD', clock, devices })
  let code = 4100
  /** Opens a file as this computer, or as another one, and enters so many accounts; answers what it says of the other. */
  const work = async (file: string, accounts = 0, book = devices) => {
    const company = openForWriting(file, { clock, devices: book, log: () => {} })
    for (let each = 0; each < accounts; each += 1)
      await call(company, 'accounts.create', { code: String((code += 1)), name: `Account ${code}`, type: 'income' })
    company.close()
    return company.twin
  }
  return { folder, path, work }
}

test('a copy that was worked in and its original are told from each other, by what only one of them has', async () => {
  const { folder, path, work } = made()
  const copy = join(folder, 'Copy.duebook')
  expect(await work(path, 1)).toBe(null)
  copyFileSync(path, copy)
  expect(await work(copy, 2)).toBe(null)
  expect(await work(path, 3)).toMatchObject({ file: 'Copy.duebook', onlyHere: 0, onlyThere: 2 })
  const twin = await work(path)
  expect(twin).toMatchObject({ file: 'Copy.duebook', onlyHere: 3, onlyThere: 2, commonAt: TEST_NOW.toISOString() })
  expect(await work(copy)).toMatchObject({ file: 'Company.duebook', onlyHere: 2, onlyThere: 3 })
  expect(twin && twinText('Company.duebook', twin)).toMatch(
    /both were worked in.*3 commands are only here, 2 only there/,
  )
})

test('a copy that was worked in on another computer and brought back is told from the file here', async () => {
  const { folder, path, work } = made()
  await work(path, 1)
  const stick = join(folder, 'stick')
  mkdirSync(stick)
  const brought = join(stick, 'Company.duebook')
  copyFileSync(path, brought)
  await work(brought, 1, join(folder, 'elsewhere.json'))
  await work(path, 1)
  expect(await work(brought)).toMatchObject({ file: 'Company.duebook', onlyHere: 1, onlyThere: 1 })
  // Put in the place of the file here, it is not the one that was worked in.
  copyFileSync(brought, path)
  expect(await work(path)).toMatchObject({ file: null })
})

test('a file that holds all that its copies hold is not doubted', async () => {
  const { folder, path, work } = made()
  await work(path, 1)
  const copy = join(folder, 'Copy.duebook')
  copyFileSync(path, copy)
  expect(await work(copy)).toBe(null)
  await work(path, 2)
  expect(await work(path)).toBe(null)
  expect(await work(copy)).toMatchObject({ onlyHere: 0, onlyThere: 2 })
})
