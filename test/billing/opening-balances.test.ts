import { describe, expect, test } from 'vitest'
import type { InputOf } from '../../src-shared/contract.ts'
import { newCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, applyCredit, day, openAsOf, postInvoice } from '../fixtures/entries.ts'

type Item = InputOf<'openingBalances.post'>['items'][number]

const item = (customerId: number, changes: Partial<Item> = {}): Item => ({
  customerId,
  kind: 'invoice',
  number: 'OLD-77',
  documentDate: day('2024-11-15'),
  dueDate: null,
  amount: 10_000,
  rate: null,
  reference: '',
  memo: '',
  ...changes,
})

describe('opening balances', () => {
  test('keep their own dates and numbers, and stand against opening balance equity', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const { documents } = await company.call('openingBalances.post', {
      items: [item(customer), item(customer, { kind: 'credit_note', number: 'C-5', amount: 2500 })],
    })
    expect(documents).toMatchObject([
      { number: 'OLD-77', dueDate: '2024-12-15', total: 10_000 },
      { number: 'C-5', dueDate: '2024-11-15', total: -2500 },
    ])
    expect(await accountBalances(company)).toEqual({ '1200': 7500, '3900': -7500 })
    const aging = await company.call('aging.byCustomer', { asOf: day('2025-01-31') })
    expect(aging.totals).toMatchObject({ buckets: [0, 0, 10_000, 0, 0], unapplied: -2500, total: 7500 })
    await applyCredit(company, documents[1]?.id ?? 0, [{ documentId: documents[0]?.id ?? 0, amount: 2500 }])
    expect(openAsOf(company, documents[0]?.id ?? 0)).toBe(7500)
    expect((await postInvoice(company, customer, '2025-06-01', 100)).number).toBe('INV-00001')
  })

  test('in foreign currency keep their rate', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'EURO', { currency: 'EUR' })
    await company.call('openingBalances.post', { items: [item(customer, { rate: '1.2' })] })
    expect(await accountBalances(company)).toEqual({ '1200': 12_000, '3900': -12_000 })
  })

  test.each([
    [{ number: 'OLD-1' }, 'items.1.number', 'Number OLD-1 is already used. Enter another number.'],
    [
      { number: 'OLD-1/V' },
      'items.1.number',
      'OLD-1/V is a number that Duebook will give to a void itself, since it ends in /V. Enter it another way.',
    ],
    [
      { dueDate: day('2024-11-14') },
      'items.1.dueDate',
      'The due date is before the document date. Enter a later due date.',
    ],
    [{ customerId: 99 }, 'items.1.customerId', 'There is no such customer. Choose one from the list.'],
  ] as const)('%o is refused and nothing is posted', async (changes, path, message) => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const items = [item(customer, { number: 'OLD-1' }), item(customer, changes)]
    await expect(company.call('openingBalances.post', { items })).rejects.toMatchObject({ path, message })
    expect(await accountBalances(company)).toEqual({})
  })

  test('are refused in a closed period', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    await company.call('company.setClosingDate', { closingDate: day('2024-12-31'), reason: 'year end', version: 1 })
    await expect(company.call('openingBalances.post', { items: [item(customer)] })).rejects.toMatchObject({
      code: 'period_locked',
      path: 'items.0.documentDate',
    })
  })
})
