import { expect, test } from 'vitest'
import { asClerk, OWNER } from '../fixtures/clerk.ts'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, day, postReceipt } from '../fixtures/entries.ts'

test('a clerk reopens a batch with the PIN of a supervisor, given in place', async () => {
  const company = newCompany()
  const { id } = await company.call('receiptBatches.open', {
    name: 'Morning post',
    date: day('2025-06-10'),
    method: 'check',
    depositAccountId: null,
    currency: 'USD',
    controlCount: 1,
    controlTotal: 100,
  })
  await postReceipt(company, await addCustomer(company, 'NORTH01'), '2025-06-10', 100, [], { batchId: id })
  const { version } = await company.call('receiptBatches.close', { id, version: 1 })
  const clerk = asClerk(company)
  const reopening = { id, version, reason: 'a check fell under the desk' }
  await expect(clerk.call('receiptBatches.reopen', reopening)).rejects.toMatchObject({ code: 'batch_reopens' })
  const over = ['batch_reopens' as const]
  const wrong = { ...OWNER, pin: '9999', over }
  await expect(clerk.call('receiptBatches.reopen', { ...reopening, approval: wrong })).rejects.toMatchObject({
    code: 'approval_wrong',
  })
  await clerk.call('receiptBatches.reopen', { ...reopening, approval: { ...OWNER, over } })
  const approvals = company.sql().all('SELECT act, user_id AS approvedBy, currency, most, amount FROM approval')
  expect(approvals).toEqual([{ act: 'reopen_batch', approvedBy: 1, currency: 'USD', most: null, amount: null }])
  const [entry] = (await company.call('history.list', {})).rows
  expect(entry).toMatchObject({ person: 'Cleo', approvedBy: 'Owner', title: 'Reopen batch' })
})
