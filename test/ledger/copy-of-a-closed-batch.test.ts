import { expect, test } from 'vitest'
import { receiptDraft } from '../../src-renderer/cash/receive-payment/entry.ts'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, day, postReceipt } from '../fixtures/entries.ts'

test('the copy of a void receipt is in no batch when its own is closed, and in its own while that is open', async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'NORTH01')
  const copyOfOneIn = async (name: string, isClosed: boolean) => {
    const batch = { name, date: day('2025-06-05'), method: 'check' as const, depositAccountId: null }
    const control = { controlCount: 1, controlTotal: 12_000 }
    const { id } = await company.call('receiptBatches.open', { ...batch, ...control, currency: 'USD' })
    const receipt = await postReceipt(company, customer, '2025-06-05', 12_000, [], { batchId: id })
    if (isClosed) await company.call('receiptBatches.close', { id, version: 1 })
    const made = { id: receipt.id, date: day('2025-06-20'), reason: 'wrong' }
    const { draft } = await company.call('documents.voidAndCopy', made)
    const { batchId } = receiptDraft.read(await company.call('drafts.get', { uid: draft.uid }), 'uid')
    return { id, batchId }
  }
  const open = await copyOfOneIn('Morning post', false)
  expect(open.batchId).toBe(open.id)
  const closed = await copyOfOneIn('Noon post', true)
  expect(closed.batchId).toBe(null)
})
