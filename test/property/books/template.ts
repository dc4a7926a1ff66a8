import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { call, openForWriting, type CompanyFile } from '../../../src-main/kernel/company-file.ts'
import { createCompanyFile } from '../../../src-main/kernel/create-company.ts'
import { profile, TEST_NOW, type TestCompany } from '../../fixtures/company.ts'
import { addCustomer } from '../../fixtures/entries.ts'

// Thousands of files that nobody keeps: in memory where there is such a folder, for what a power cut would leave of them
// is another test's question.
const IN_MEMORY = '/dev/shm'

const asTestCompany = (file: CompanyFile): TestCompany =>
  ({ file, path: file.path, call: (name: never, input: never) => call(file, name, input) }) as unknown as TestCompany

export interface Companies {
  /** A file like the template, open for writing. */
  open(): CompanyFile
  /** Where another file may lie. */
  path(name: string): string
  readonly template: string
  end(): void
}

/** Two customers billed in dollars and one in euros, a second tax code, and terms in three parts. */
export const makeCompanies = async (): Promise<Companies> => {
  const folder = mkdtempSync(join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), 'duebook-property-'))
  const template = join(folder, 'Template.duebook')
  createCompanyFile(template, { profile, baseCurrency: 'USD', clock: () => TEST_NOW })
  const file = openForWriting(template, { clock: () => TEST_NOW })
  const company = asTestCompany(file)
  await addCustomer(company, 'A')
  await addCustomer(company, 'B')
  await addCustomer(company, 'E', { currency: 'EUR' })
  await company.call('taxCodes.create', { code: 'RED', name: 'Reduced', rate: 7_500_000, accountId: 4 })
  const parts = [50, 30, 20].map((percent, index) => ({ percent: percent * 1_000_000, dueAfterDays: index * 30 }))
  await company.call('terms.create', {
    code: '3X',
    name: 'Parts',
    rule: { kind: 'instalments', parts, discount: null, graceDays: 0 },
  })
  file.close()
  let serial = 0
  return {
    template,
    path: (name) => join(folder, `${name}.duebook`),
    open: () => {
      const path = join(folder, `Run-${(serial += 1)}.duebook`)
      copyFileSync(template, path)
      return openForWriting(path, { clock: () => TEST_NOW })
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  }
}
