import { describe, expect, test } from 'vitest'
import { AMOUNT_MAX } from '../../src-shared/domain/amounts/money.ts'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, day, postReceipt } from '../fixtures/entries.ts'

const opening = (customerId: number, number: string, amount: number, rate: string | null = null) => ({
  items: [
    {
      customerId,
      kind: 'invoice' as const,
      number,
      documentDate: day('2025-06-01'),
      dueDate: null,
      amount,
      rate,
      reference: '',
      memo: '',
    },
  ],
})

describe('sums beyond what a number holds', () => {
  test('of what all customers owe are refused before anything is posted; reports go on', async () => {
    const company = newCompany()
    const [one, two] = [await addCustomer(company, 'C1'), await addCustomer(company, 'C2')]
    await company.call('openingBalances.post', opening(one, 'A', AMOUNT_MAX - 1))
    await company.call('openingBalances.post', opening(two, 'B', 1))
    await expect(company.call('openingBalances.post', opening(two, 'C', 1))).rejects.toMatchObject({
      code: 'total_too_large',
    })
    const asOf = day('2025-06-30')
    expect((await company.call('aging.byCustomer', { asOf })).totals.total).toBe(AMOUNT_MAX)
    expect(await company.call('ledger.tieOut', { asOf })).toMatchObject({ subledger: AMOUNT_MAX, difference: 0 })
  })

  test('of an account that has no end, such as the bank, are refused too', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    const { documents } = await company.call('openingBalances.post', opening(customer, 'A', AMOUNT_MAX))
    const [invoice] = documents
    if (!invoice) throw new Error('no document')
    await postReceipt(company, customer, '2025-06-02', AMOUNT_MAX, [{ documentId: invoice.id, amount: AMOUNT_MAX }])
    await expect(postReceipt(company, customer, '2025-06-02', 1)).rejects.toMatchObject({ code: 'total_too_large' })
  })

  test('in another currency are refused, although they are worth little', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1', { currency: 'VND' })
    await company.call('openingBalances.post', opening(customer, 'A', AMOUNT_MAX, '0.00004'))
    await expect(
      company.call('openingBalances.post', opening(customer, 'B', 1_000_000, '0.00004')),
    ).rejects.toMatchObject({ code: 'total_too_large' })
    expect((await company.call('customers.get', { id: customer, asOf: day('2025-06-30') })).balance).toBe(AMOUNT_MAX)
  })
})
