import type { CompanySettings } from '../../src-shared/company/contract/company.ts'
import type { PaymentTerms } from '../../src-shared/company/rules/terms/terms.ts'
import type { TestCompany } from '../fixtures/company.ts'

/** Changes some of the company's settings; the rest stay as they are. */
export const setSettings = async (company: TestCompany, changes: Partial<CompanySettings>): Promise<void> => {
  const { settings, version, name, address, phone, email, taxNumber } = await company.call('company.profile', {})
  const { agingEdges, ...rest } = { ...settings, ...changes }
  const entered = { ...rest, agingEdges: [...agingEdges] }
  await company.call('company.update', { name, address, phone, email, taxNumber, settings: entered, version })
}

export const addTerms = async (company: TestCompany, rule: PaymentTerms): Promise<number> =>
  (
    await company.call('terms.create', {
      code: `T-${JSON.stringify(rule).length}`,
      name: 'Terms',
      rule: structuredClone(rule) as never,
    })
  ).id

export const addTaxCode = async (company: TestCompany, percent: number): Promise<number> => {
  const accounts = await company.call('accounts.list', {})
  const accountId = accounts.find(({ roles }) => roles.includes('tax'))?.id ?? 0
  const code = { code: `TAX${percent}`, name: `Tax ${percent}%`, rate: percent * 1_000_000, accountId }
  return (await company.call('taxCodes.create', code)).id
}

export const plain = { discount: null, graceDays: 0 } as const
