import { describe, expect, test } from 'vitest'
import type { InputOf } from '../../src-shared/contract.ts'
import { newCompany } from '../fixtures/company.ts'
import type { TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, postInvoice, postReceipt } from '../fixtures/entries.ts'

const idOf = (company: TestCompany, sql: string): number => company.sql().value<number>(sql) ?? 0

/** Every place where a code is typed: makes a record with the code. */
const places: Readonly<
  Record<
    string,
    (
      company: TestCompany,
      code: string,
      apart?: { code: string; like: string }[],
    ) => Promise<{ readonly id: number; readonly version: number }>
  >
> = {
  'a customer': async (company, code, apart) => {
    const termsId = idOf(company, 'SELECT min(id) FROM terms')
    const address = { line1: '', line2: '', city: '', region: '', postalCode: '', country: '' }
    const input: Omit<InputOf<'customers.create'>, 'commandUid'> = {
      code,
      name: 'North',
      currency: 'USD',
      termsId,
      taxCodeId: null,
      creditLimit: null,
      onHold: false,
      phone: '',
      email: '',
      taxNumber: '',
      memo: '',
      payingParentId: null,
      billingAddress: address,
      shippingAddress: address,
      contacts: [],
    }
    return company.call('customers.create', { ...input, apart })
  },
  'a product': (company, code, apart) =>
    company.call('products.create', {
      code,
      name: 'Bolt',
      unitPrice: 1_000_000,
      taxCodeId: null,
      accountId: idOf(company, `SELECT account_id FROM account_role WHERE role = 'sales'`),
      apart,
    }),
  'an account': (company, code, apart) =>
    company.call('accounts.create', { code, name: 'Freight', type: 'income', apart }),
  terms: (company, code, apart) =>
    company.call('terms.create', {
      code,
      name: 'Soon',
      rule: { kind: 'net', days: 3, discount: null, graceDays: 0 },
      apart,
    }),
  'a tax code': (company, code, apart) =>
    company.call('taxCodes.create', {
      code,
      name: 'Tax',
      rate: 1_000_000,
      accountId: idOf(company, `SELECT account_id FROM account_role WHERE role = 'tax'`),
      apart,
    }),
  'a tax code of several taxes': async (company, code, apart) => {
    const accountId = idOf(company, `SELECT account_id FROM account_role WHERE role = 'tax'`)
    const parts: number[] = []
    for (const rate of [2_000_000, 3_000_000]) {
      const part = `PART${company.sql().value<number>('SELECT count(*) FROM tax_code') ?? 0}`
      const made = await company.call('taxCodes.create', { code: part, name: part, rate, accountId })
      parts.push(made.id)
    }
    const taxes = parts.map((taxCodeId) => ({ taxCodeId, onEarlier: false }))
    return company.call('taxCodes.createGroup', { code, name: 'Taxes', taxes, apart })
  },
  'a reason': (company, code, apart) =>
    company.call('reasonCodes.create', {
      code,
      name: 'Because',
      kind: 'allowance',
      accountId: idOf(company, `SELECT account_id FROM account_role WHERE role = 'write_off'`),
      apart,
    }),
}

describe.each(Object.entries(places))('the code of %s', (_, make) => {
  test.each(['x-7', 'X-007', 'X -07', '\u00dd-7', 'X\u200b-7x'])('%j beside X-07', async (code) => {
    const company = newCompany()
    await make(company, code === '\u00dd-7' ? 'Y-07' : code.endsWith('x') ? 'X-07X' : 'X-07')
    const like = code === '\u00dd-7' ? 'Y-07' : code.endsWith('x') ? 'X-07X' : 'X-07'
    const kept = code.replace('\u200b', '')
    await expect(make(company, code)).rejects.toMatchObject({
      code: 'looks_like',
      params: { code: kept, like },
      path: 'code',
    })
    await expect(make(company, code, [{ code: kept, like: 'another' }])).rejects.toMatchObject({ code: 'looks_like' })
    await expect(make(company, code, [{ code: kept, like }])).resolves.toMatchObject({ version: 1 })
  })

  test('a code that only case tells apart is taken, one that is another is not asked about', async () => {
    const company = newCompany()
    await make(company, 'ZZ-1')
    await expect(make(company, 'zz-1')).rejects.toMatchObject({ code: 'code_taken' })
    await expect(make(company, 'ZZ-10')).resolves.toMatchObject({ version: 1 })
  })
})

describe('a code that is changed', () => {
  test('to one that looks like another is asked about; one that stays is not', async () => {
    const company = newCompany()
    const first = await company.call('accounts.create', { code: 'F-1', name: 'Freight', type: 'income' })
    const second = await company.call('accounts.create', { code: 'F-2', name: 'Post', type: 'income' })
    const rename = (code: string, version: number, apart?: { code: string; like: string }[]) =>
      company.call('accounts.rename', { id: second.id, code, name: 'Post', version, apart })
    await expect(rename('f-01', 1)).rejects.toMatchObject({ code: 'looks_like', params: { like: 'F-1' } })
    await rename('f-01', 1, [{ code: 'f-01', like: 'F-1' }])
    await expect(rename('f-01', 2)).resolves.toEqual({ version: 3 })
    const back = { id: first.id, code: 'F-1', name: 'Freight', version: 1 }
    await expect(company.call('accounts.rename', back)).resolves.toEqual({ version: 2 })
  })
})

describe('numbers', () => {
  test('an opening balance whose number looks like another is asked about, item by item', async () => {
    const company = newCompany()
    const customerId = await addCustomer(company, 'NORTH01')
    const item = (number: string) => ({
      customerId,
      kind: 'invoice' as const,
      number,
      documentDate: day('2025-06-01'),
      dueDate: null,
      amount: 100,
      rate: null,
      reference: '',
      memo: '',
    })
    const post = (numbers: readonly string[], apart?: { code: string; like: string }[]) =>
      company.call('openingBalances.post', { items: numbers.map(item), apart })
    await expect(post(['OLD-7', 'old 7', 'old-07'])).rejects.toMatchObject({
      code: 'looks_like',
      params: { code: 'old-07', like: 'OLD-7' },
      path: 'items.2.number',
    })
    await expect(post(['OLD-7', 'old-7'])).rejects.toMatchObject({ code: 'looks_like', path: 'items.1.number' })
    await post(['OLD-7', 'old-07'], [{ code: 'old-07', like: 'OLD-7' }])
    await expect(post(['\uff2f\uff2c\uff24-\uff17'])).rejects.toMatchObject({ code: 'number_in_use' })
  })

  test('a series that would begin with a number that looks like another is asked about', async () => {
    const company = newCompany()
    const customerId = await addCustomer(company, 'NORTH01')
    await postInvoice(company, customerId, '2025-06-10', 5000)
    const date = day('2025-06-30')
    const rows = await company.call('numberSeries.list', { date })
    const { version } = rows.find(({ kind }) => kind === 'invoice') ?? { version: 0 }
    const change = { kind: 'invoice' as const, version, prefix: 'inv-', width: 1, nextNumber: 1, date }
    await expect(company.call('numberSeries.change', change)).rejects.toMatchObject({
      code: 'looks_like',
      params: { code: 'inv-1', like: 'INV-00001' },
      path: 'prefix',
    })
    const apart = [{ code: 'inv-1', like: 'INV-00001' }]
    await expect(company.call('numberSeries.change', { ...change, apart })).resolves.toHaveProperty('version')
  })

  test('a check number is found whatever its case, spaces, zeros and accents', async () => {
    const company = newCompany()
    const customerId = await addCustomer(company, 'NORTH01')
    await postReceipt(company, customerId, '2025-06-10', 5000, [], { reference: '001001' })
    for (const reference of ['1001', ' 01 001', '1001\u200b', '\uff11001']) {
      expect(await company.call('receipts.earlierCheck', { customerId, reference }), reference).toMatchObject({
        number: 'RCT-00001',
      })
    }
    expect(await company.call('receipts.earlierCheck', { customerId, reference: '10010' })).toBeNull()
  })
})

test('a code or number is found as it looks, whatever its case, spaces, zeros, accents and what nobody sees', async () => {
  const company = newCompany()
  const customerId = await addCustomer(company, 'AC-007', { name: 'Rust' })
  await company.call('openingBalances.post', {
    items: [
      {
        customerId,
        kind: 'invoice',
        number: 'OLD-0012',
        documentDate: day('2025-06-01'),
        dueDate: null,
        amount: 100,
        rate: null,
        reference: '',
        memo: '',
      },
    ],
  })
  for (const text of ['ac-7', 'AC-\u200b007', '\u00c1C 7'.replace(' ', '-'), '\uff21\uff23-007', '\u202aAC-00']) {
    expect(await company.call('customers.search', { text, limit: 5 }), text).toMatchObject([{ code: 'AC-007' }])
  }
  for (const text of ['old-12', 'OLD-\u00ad0012', 'Old - 12', '\u200eOLD-00']) {
    const { documents } = await company.call('find.everything', { text, limit: 5 })
    expect(
      documents.map(({ number }) => number),
      text,
    ).toEqual(['OLD-0012'])
    const { rows } = await company.call('documents.list', { asOf: day('2025-06-30'), filter: text })
    expect(
      rows.map(({ number }) => number),
      text,
    ).toEqual(['OLD-0012'])
  }
  expect(await company.call('customers.search', { text: 'old-12', limit: 5 })).toMatchObject([{ code: 'AC-007' }])
})

test('codes that look alike are found by their index, never by reading all', () => {
  const company = newCompany()
  const db = company.sql()
  const planOf = (sql: string): string =>
    db
      .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .map(({ detail }) => detail)
      .join('; ')
  for (const table of ['customer', 'account', 'terms', 'tax_code', 'product', 'reason_code']) {
    expect(planOf(`SELECT code FROM ${table} WHERE code_key = 'x' AND id IS NOT NULL ORDER BY id LIMIT 20`)).toContain(
      `USING INDEX ${table}_by_code_key`,
    )
  }
  expect(
    planOf(`SELECT number FROM document WHERE number_key = 'x' AND kind = 'invoice' ORDER BY id LIMIT 20`),
  ).toContain('USING INDEX document_by_number_key')
})
