import { describe, expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, day, postInvoice } from '../fixtures/entries.ts'

const asOf = day('2025-06-30')

describe('an item disputed or held', () => {
  test('says so wherever it is listed, until that is ended', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const { id: documentId } = await postInvoice(company, customer, '2025-06-01', 10_000)
    await postInvoice(company, customer, '2025-06-02', 5000)
    const holds = async () => {
      const items = await company.call('openItems.forCustomer', { customerId: customer, asOf })
      const card = await company.call('customers.get', { id: customer, asOf })
      const list = await company.call('documents.list', { asOf })
      return [items, card.openItems, list.rows.toReversed()].map((rows) => rows.map(({ hold }) => hold))
    }
    await company.call('openItems.hold', { documentId, state: 'disputed', reason: 'short delivery' })
    expect(await holds()).toEqual([
      ['disputed', null],
      ['disputed', null],
      ['disputed', null],
    ])
    await company.call('openItems.hold', { documentId, state: 'held', reason: '' })
    expect((await holds())[0]).toEqual(['held', null])
    await company.call('openItems.hold', { documentId, state: null, reason: 'agreed on the phone' })
    expect((await holds())[0]).toEqual([null, null])
  })

  test('names who disputed or held it, when and why', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const { id } = await postInvoice(company, customer, '2025-06-01', 10_000)
    expect((await company.call('documents.get', { id })).heldBy).toBeNull()
    await company.call('openItems.hold', { documentId: id, state: 'disputed', reason: 'short delivery' })
    const [entry] = await company.call('documents.postings', { id })
    const { hold, heldBy } = await company.call('documents.get', { id })
    expect(hold).toBe('disputed')
    expect(heldBy).toMatchObject({ reason: 'short delivery', user: entry?.command.user })
    expect(Date.parse(heldBy?.recordedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(entry?.command.recordedAt ?? ''))
  })

  test.each(['disputed', 'held'] as const)('is settled last by the proposals of a receipt when %s', async (state) => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const first = await postInvoice(company, customer, '2025-05-01', 10_000)
    const later = await postInvoice(company, customer, '2025-06-01', 5000)
    await company.call('openItems.hold', { documentId: first.id, state, reason: '' })
    const input = { customerId: customer, date: asOf, amount: 6000, remittanceText: '' }
    const [best] = await company.call('receipts.propose', input)
    expect(best?.lines).toMatchObject([
      { documentId: later.id, amount: 5000 },
      { documentId: first.id, amount: 1000 },
    ])
  })
})
