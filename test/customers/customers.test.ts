import { describe, expect, test } from 'vitest'
import type { Customer } from '../../src-shared/customers/contract/customers.ts'
import { eachPlainField } from '../../src-shared/customers/contract/plain-fields.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, postInvoice } from '../fixtures/entries.ts'

const asOf = day('2025-06-30')

const stored = async (company: TestCompany, id: number): Promise<Customer> =>
  (await company.call('customers.get', { id, asOf })).customer

/** Sends the customer back as the card shows it, with some fields changed. */
const update = async (company: TestCompany, customer: Customer, changes: Partial<Customer>) => {
  const { uid: _, contacts, ...fields } = { ...customer, ...changes }
  return company.call('customers.update', { ...fields, contacts: [...contacts] })
}

describe('a new customer', () => {
  test('is kept with addresses and contacts as they were entered', async () => {
    const company = newCompany()
    const [terms] = await company.call('terms.list', {})
    const entered = {
      code: 'C-100',
      name: 'Łódź Tools & Söhne',
      currency: 'USD',
      termsId: terms?.id ?? 0,
      taxCodeId: null,
      creditLimit: 500_000,
      onHold: true,
      phone: '555 0100',
      email: 'books@tools.example',
      taxNumber: 'PL 123',
      memo: 'Pays by transfer',
      billingAddress: {
        line1: '1 Mill Road',
        line2: 'Floor 2',
        city: 'Bath',
        region: 'ME',
        postalCode: '04530',
        country: 'USA',
      },
      shippingAddress: { line1: '', line2: '', city: '', region: '', postalCode: '', country: '' },
      contacts: [
        { name: 'Zoe', role: 'Buyer', phone: '1', email: 'z@tools.example' },
        { name: 'Adam', role: 'Accounts', phone: '2', email: 'a@tools.example' },
      ],
    }
    const { id, uid, version } = await company.call('customers.create', entered)
    expect(await stored(company, id)).toEqual({
      ...eachPlainField(() => ''),
      ...entered,
      payingParentId: null,
      currencyLimits: [],
      id,
      uid,
      version,
      archived: false,
    })
  })

  test('cannot take a code that differs only in case, and the refusal names the owner', async () => {
    const company = newCompany()
    await addCustomer(company, 'Étoile-1', { name: 'Star Bakery' })
    await expect(addCustomer(company, 'ÉTOILE-1')).rejects.toMatchObject({
      code: 'code_taken',
      params: { code: 'ÉTOILE-1', name: 'Star Bakery' },
      path: 'code',
    })
    await expect(addCustomer(company, 'étoile-1')).rejects.toMatchObject({ code: 'code_taken' })
  })

  test('needs terms, a tax code and a currency that exist', async () => {
    const company = newCompany()
    const { id } = { id: await addCustomer(company, 'C1') }
    const customer = await stored(company, id)
    await expect(update(company, customer, { termsId: 999 })).rejects.toMatchObject({
      code: 'terms_not_found',
      path: 'termsId',
    })
    await expect(update(company, customer, { taxCodeId: 999 })).rejects.toMatchObject({
      code: 'tax_code_not_found',
      path: 'taxCodeId',
    })
    await expect(addCustomer(company, 'C2', { currency: 'XYZ' })).rejects.toMatchObject({
      code: 'invalid_input',
      path: 'currency',
    })
  })
})

describe('a change to a customer', () => {
  test('replaces what was kept and raises the version', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1')
    const before = await stored(company, id)
    const changes = {
      name: 'New name',
      contacts: [{ name: 'Eve', role: '', phone: '', email: '' }],
      billingAddress: { ...before.billingAddress, city: 'Bangor' },
      onHold: true,
      archived: true,
    }
    expect(await update(company, before, changes)).toEqual({ version: 2 })
    expect(await stored(company, id)).toEqual({ ...before, ...changes, version: 2 })
    expect(await update(company, await stored(company, id), { contacts: [] })).toEqual({ version: 3 })
    expect((await stored(company, id)).contacts).toEqual([])
  })

  test('made to an older version is refused, naming the fields that differ with both values', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1', { name: 'Old name' })
    const seen = await stored(company, id)
    await update(company, seen, { name: 'Name of another window' })
    await expect(update(company, seen, { phone: '555' })).rejects.toMatchObject({
      code: 'stale_version',
      params: {
        what: 'Customer C1',
        changes: 'name is now Name of another window, here Old name; phone is now empty, here 555',
      },
      path: 'version',
    })
    expect((await stored(company, id)).phone).toBe('')
  })

  test('may keep its own code in another case, but not take that of another', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'c1')
    await addCustomer(company, 'c2', { name: 'The other' })
    await update(company, await stored(company, id), { code: 'C1' })
    const customer = await stored(company, id)
    await expect(update(company, customer, { code: 'C2' })).rejects.toMatchObject({
      code: 'code_taken',
      params: { name: 'The other' },
    })
  })

  test('may be billed in another currency from now on: what was posted keeps its own', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1')
    await update(company, await stored(company, id), { currency: 'EUR' })
    await update(company, await stored(company, id), { currency: 'USD' })
    await postInvoice(company, id, '2025-06-01', 10_000)
    await update(company, await stored(company, id), { currency: 'EUR' })
    const { id: euros } = await postInvoice(company, id, '2025-06-02', 5000, { rate: '1.1' })
    expect(await company.call('documents.get', { id: euros })).toMatchObject({ currency: 'EUR' })
    expect(await company.call('customers.get', { id, asOf })).toMatchObject({
      balance: 5000,
      others: [{ currency: 'USD', balance: 10_000, inBase: 10_000 }],
      inBase: { currency: 'USD', balance: 15_500 },
    })
  })

  test('names a customer that does not exist', async () => {
    const company = newCompany()
    const customer = await stored(company, await addCustomer(company, 'C1'))
    await expect(update(company, { ...customer, id: 99 }, {})).rejects.toMatchObject({ code: 'customer_not_found' })
    await expect(company.call('customers.get', { id: 99, asOf })).rejects.toMatchObject({ code: 'customer_not_found' })
  })
})
