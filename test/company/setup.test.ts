import { describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'

const accountNamed = async (company: TestCompany, code: string): Promise<number> =>
  (await company.call('accounts.list', {})).find((account) => account.code === code)?.id ?? 0

describe('a new company', () => {
  test('has terms, tax codes and accounts to begin with, each account with what it is used for', async () => {
    const company = newCompany()
    expect((await company.call('terms.list', {})).map(({ code }) => code)[0]).toBe('NET30')
    expect((await company.call('taxCodes.list', {})).map(({ code, rate }) => [code, rate])).toEqual([
      ['NONE', 0],
      ['STD', 10_000_000],
    ])
    const accounts = await company.call('accounts.list', {})
    expect(accounts.find(({ code }) => code === '1200')).toMatchObject({
      isControl: true,
      roles: ['receivable'],
      type: 'asset',
    })
    expect(accounts.filter(({ isControl }) => isControl)).toHaveLength(1)
    expect(await company.call('products.list', {})).toEqual([])
  })
})

describe('terms', () => {
  const net = { kind: 'net', days: 45, discount: { percent: 2_500_000, days: 5 }, graceDays: 2 } as const

  test('are kept as they were entered', async () => {
    const company = newCompany()
    const { id, version } = await company.call('terms.create', { code: 'NET45', name: 'Net 45', rule: net })
    const rows = await company.call('terms.list', {})
    expect(rows.at(-1)).toEqual({ id, version, code: 'NET45', name: 'Net 45', rule: net })
  })

  test('whose parts do not add up to 100% are refused, saying what they add up to', async () => {
    const company = newCompany()
    const parts = [
      { percent: 50_000_000, dueAfterDays: 30 },
      { percent: 40_000_000, dueAfterDays: 60 },
    ]
    const rule = { kind: 'instalments', parts, discount: null, graceDays: 0 } as const
    await expect(company.call('terms.create', { code: 'P', name: 'Parts', rule })).rejects.toMatchObject({
      code: 'terms_invalid',
      params: { problem: 'the instalments add up to 90%, make them 100%' },
      path: 'rule.parts',
    })
  })

  test('with a discount that outlives the due date are refused at that field', async () => {
    const company = newCompany()
    const rule = { ...net, discount: { percent: 2_000_000, days: 60 } }
    await expect(company.call('terms.create', { code: 'D', name: 'D', rule })).rejects.toMatchObject({
      code: 'terms_invalid',
      path: 'rule.discount.days',
    })
  })

  test('need a code of their own', async () => {
    const company = newCompany()
    await expect(company.call('terms.create', { code: 'net30', name: 'Again', rule: net })).rejects.toMatchObject({
      code: 'code_taken',
      params: { code: 'net30', name: 'Net 30 days' },
      path: 'code',
    })
  })
})

describe('a tax code', () => {
  test('collects on a liability: another account, or none, is refused with the reason', async () => {
    const company = newCompany()
    const create = (accountId: number) =>
      company.call('taxCodes.create', { code: 'VAT', name: 'VAT', rate: 15_000_000, accountId })
    await expect(create(9_999)).rejects.toMatchObject({ code: 'account_not_found', path: 'accountId' })
    await expect(create(await accountNamed(company, '1200'))).rejects.toMatchObject({
      code: 'account_unfit',
      params: { code: '1200' },
    })
    await expect(create(await accountNamed(company, '4000'))).rejects.toMatchObject({
      code: 'account_unfit',
      params: { problem: 'tax is collected on a liability account' },
    })
    expect(await create(await accountNamed(company, '2200'))).toEqual({ id: 3, version: 1 })
    await expect(create(await accountNamed(company, '2200'))).rejects.toMatchObject({ code: 'code_taken' })
  })
})

describe('a product', () => {
  test('is made and changed; a change made to an older version is refused, naming what differs', async () => {
    const company = newCompany()
    const entered = {
      code: 'BOX',
      name: 'Box',
      unitPrice: 1_250_000,
      taxCodeId: null,
      accountId: await accountNamed(company, '4000'),
    }
    const { id, version } = await company.call('products.create', entered)
    expect(await company.call('products.update', { ...entered, id, version, name: 'Large box' })).toEqual({
      version: 2,
    })
    expect(await company.call('products.list', {})).toEqual([
      { ...entered, id, version: 2, name: 'Large box', earnsDiscount: true },
    ])
    await expect(company.call('products.update', { ...entered, id, version, unitPrice: 1 })).rejects.toMatchObject({
      code: 'stale_version',
      params: {
        what: 'Product BOX',
        changes: 'name is now Large box, here Box; unit price is now 1.25, here 0.000001',
      },
    })
  })

  test('names a tax code and an account that exist and can be used', async () => {
    const company = newCompany()
    const entered = {
      code: 'BOX',
      name: 'Box',
      unitPrice: 0,
      taxCodeId: null,
      accountId: await accountNamed(company, '4000'),
    }
    await expect(company.call('products.create', { ...entered, taxCodeId: 77 })).rejects.toMatchObject({
      code: 'tax_code_not_found',
    })
    await expect(
      company.call('products.create', { ...entered, accountId: await accountNamed(company, '1200') }),
    ).rejects.toMatchObject({
      code: 'account_unfit',
    })
    await expect(company.call('products.update', { ...entered, id: 5, version: 1 })).rejects.toMatchObject({
      code: 'product_not_found',
    })
    await company.call('products.create', entered)
    await expect(company.call('products.create', { ...entered, code: 'box' })).rejects.toMatchObject({
      code: 'code_taken',
    })
  })
})

test('an account is added beside those of the company, never as a control account', async () => {
  const company = newCompany()
  const { id } = await company.call('accounts.create', { code: '4100', name: 'Service income', type: 'income' })
  const accounts = await company.call('accounts.list', {})
  expect(accounts.find((account) => account.id === id)).toEqual({
    id,
    version: 1,
    code: '4100',
    name: 'Service income',
    type: 'income',
    isControl: false,
    roles: [],
  })
  await expect(company.call('accounts.create', { code: '4100', name: 'Again', type: 'income' })).rejects.toMatchObject({
    code: 'code_taken',
    params: { name: 'Service income' },
  })
})

describe('renaming', () => {
  const lists = { terms: 'terms.list', taxCodes: 'taxCodes.list', accounts: 'accounts.list' } as const

  test.each(['terms', 'taxCodes', 'accounts'] as const)(
    '%s keeps everything but code and name, and a code of another is refused',
    async (area) => {
      const company = newCompany()
      const [first, second] = await company.call(lists[area], {})
      if (first === undefined || second === undefined) throw new Error(`a new company has several ${area}`)
      const { id, version } = first
      const renamed = { code: 'OTHER', name: 'Another name' }
      expect(await company.call(`${area}.rename`, { id, version, ...renamed })).toEqual({ version: 2 })
      expect((await company.call(lists[area], {})).find((row) => row.id === id)).toEqual({
        ...first,
        ...renamed,
        version: 2,
        // What a tax code charges is called as it is.
        ...('taxes' in first ? { taxes: first.taxes.map((tax) => ({ ...tax, code: renamed.code })) } : {}),
      })
      const taken = { id, version: 2, code: second.code.toLowerCase(), name: 'Another name' }
      await expect(company.call(`${area}.rename`, taken)).rejects.toMatchObject({ code: 'code_taken', path: 'code' })
      await company.call(`${area}.rename`, { id, version: 2, code: 'other', name: 'Its own code in another case' })
      await expect(company.call(`${area}.rename`, { id: 999, version: 1, ...renamed })).rejects.toMatchObject({
        path: 'id',
      })
    },
  )
})

test('the company’s default tax code is one there is, and a change made to an older version says what differs', async () => {
  const company = newCompany()
  const {
    uid: _,
    baseCurrency: _b,
    closingDate: _c,
    customers: _d,
    documents: _e,
    ...profile
  } = await company.call('company.profile', {})
  const std = (await company.call('taxCodes.list', {})).find(({ code }) => code === 'STD')?.id ?? 0
  const withDefault = (defaultTaxCodeId: number | null) => ({
    ...profile,
    settings: { ...profile.settings, agingEdges: [...profile.settings.agingEdges], defaultTaxCodeId },
  })
  await expect(company.call('company.update', withDefault(77))).rejects.toMatchObject({
    code: 'tax_code_not_found',
    path: 'settings.defaultTaxCodeId',
  })
  await company.call('company.update', withDefault(std))
  expect((await company.call('company.profile', {})).settings.defaultTaxCodeId).toBe(std)
  await expect(company.call('company.update', withDefault(null))).rejects.toMatchObject({
    code: 'stale_version',
    params: { changes: 'default tax code is now STD, here empty' },
  })
})
