import { expect, test } from 'vitest'
import { eachPlainField, plainFieldNames, plainFields } from '../../src-shared/customers/contract/plain-fields.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day } from '../fixtures/entries.ts'

const asOf = day('2025-06-30')

const changed = async (company: TestCompany, id: number, changes: object) => {
  const { uid: _, contacts, ...fields } = (await company.call('customers.get', { id, asOf })).customer
  return company.call('customers.update', { ...fields, contacts: [...contacts], ...changes })
}

test('every plain field of a customer is empty at first, stored as it is entered, and read again', async () => {
  const company = newCompany()
  const id = await addCustomer(company, 'C1')
  expect((await company.call('customers.get', { id, asOf })).customer).toMatchObject(eachPlainField(() => ''))
  const entered = eachPlainField((field) => `The ${field}`)
  await changed(company, id, entered)
  expect((await company.call('customers.get', { id, asOf })).customer).toMatchObject(entered)
})

test('a plain field that is too long is refused by its name', async () => {
  const company = newCompany()
  const id = await addCustomer(company, 'C1')
  for (const field of plainFieldNames) {
    const long = { [field]: 'x'.repeat(plainFields[field].max + 1) }
    await expect(changed(company, id, long), field).rejects.toMatchObject({ code: 'invalid_input', path: field })
  }
})
