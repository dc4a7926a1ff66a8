import { expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, day } from '../fixtures/entries.ts'

/** Money of an unknown payer of 10 June, identified on the 12th, and waiting again since that receipt was void on the 20th. */
const waitingAgain = async () => {
  const company = newCompany()
  const customerId = await addCustomer(company, 'NORTH01')
  const { id } = await company.call('unidentifiedReceipts.post', {
    date: day('2025-06-10'),
    amount: 6000,
    currency: 'USD',
    method: 'transfer',
    rate: null,
    payer: 'N Gate Fds',
    reference: '',
    memo: '',
    depositAccountId: null,
    draftUid: null,
  })
  const identify = (date: string) =>
    company.call('unidentifiedReceipts.identify', {
      id,
      customerId,
      date: day(date),
      rate: null,
      memo: '',
      applications: [],
    })
  const giveBack = (date: string) =>
    company.call('unidentifiedReceipts.giveBack', { id, date: day(date), rate: null, bankAccountId: null, memo: '' })
  const receipt = await identify('2025-06-12')
  await company.call('documents.void', { id: receipt.id, date: day('2025-06-20'), reason: 'another payer' })
  return { company, id, identify, giveBack }
}

test('money that waits again ends from the day on which it does so, not before', async () => {
  const { company, identify, giveBack } = await waitingAgain()
  for (const end of [identify, giveBack]) {
    await expect(end('2025-06-19')).rejects.toMatchObject({
      code: 'unidentified_too_early',
      path: 'date',
      params: { earliest: '20 Jun 2025' },
    })
  }
  expect(await accountBalances(company, '2025-06-30')).toEqual({ '1010': 6000, '2300': -6000 })
  await giveBack('2025-06-20')
  expect(await accountBalances(company, '2025-06-19')).toEqual({ '1010': 6000, '1200': -6000 })
  expect(await accountBalances(company, '2025-06-20')).toEqual({})
})

test('twice identified it has two ends, and the list as of each day knows where it was', async () => {
  const { company, id, identify } = await waitingAgain()
  await identify('2025-06-25')
  const waits = async (asOf: string) =>
    (await company.call('unidentifiedReceipts.list', { asOf: day(asOf) })).rows.map((row) => row.id)
  expect(await waits('2025-06-09')).toEqual([])
  expect(await waits('2025-06-10')).toEqual([id])
  expect(await waits('2025-06-11')).toEqual([id])
  expect(await waits('2025-06-12')).toEqual([])
  expect(await waits('2025-06-19')).toEqual([])
  expect(await waits('2025-06-20')).toEqual([id])
  expect(await waits('2025-06-24')).toEqual([id])
  expect(await waits('2025-06-25')).toEqual([])
})
