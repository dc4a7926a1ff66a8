import { describe, expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, day, postReceipt } from '../fixtures/entries.ts'
import { warned } from '../fixtures/warned.ts'

describe('a check number received before', () => {
  test('is posted with a warning that names the earlier receipt', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const first = await postReceipt(company, customer, '2025-06-10', 5000, [], { reference: 'ch-1001' })
    expect(first.warnings).toEqual([])
    const asked = { customerId: customer, reference: 'CH-1001' }
    expect(await company.call('receipts.earlierCheck', asked), 'known before it is posted').toMatchObject({
      number: 'RCT-00001',
      amount: 5000,
    })
    expect(await company.call('receipts.earlierCheck', { ...asked, reference: 'CH-100' })).toBeNull()
    const second = await postReceipt(company, customer, '2025-06-12', 5000, [], { reference: 'CH-1001' })
    expect(warned(second).warnings).toEqual([
      'Check CH-1001 of NORTH01 was received before: RCT-00001 of 10 Jun 2025, 50.00.',
    ])
  })

  test('of another customer, of a void receipt, or without a number is no duplicate', async () => {
    const company = newCompany()
    const north = await addCustomer(company, 'NORTH01')
    const south = await addCustomer(company, 'SOUTH01')
    const first = await postReceipt(company, north, '2025-06-10', 5000, [], { reference: '1001' })
    expect((await postReceipt(company, south, '2025-06-10', 5000, [], { reference: '1001' })).warnings).toEqual([])
    await company.call('documents.void', { id: first.id, date: day('2025-06-11'), reason: 'entered wrong' })
    expect((await postReceipt(company, north, '2025-06-12', 5000, [], { reference: '1001' })).warnings).toEqual([])
    await postReceipt(company, north, '2025-06-13', 1)
    expect((await postReceipt(company, north, '2025-06-13', 1)).warnings).toEqual([])
  })
})
