import { expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, applyCredit, day, postInvoice, postReceipt } from '../fixtures/entries.ts'

test('a refusal over what was credited names the credit notes that stand, in their order, and none that is void', async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'NORTH01')
  const [invoice, other] = [
    await postInvoice(company, customer, '2025-06-01', 100_00),
    await postInvoice(company, customer, '2025-06-01', 100_00),
  ]
  const credit = (invoiceId: number, tenths: number) => {
    const lines = [{ lineNo: 1, quantity: tenths * 100_000 }]
    const note = { invoiceId, documentDate: day('2025-06-02'), reference: '', memo: '', lines, apply: false }
    return company.call('creditNotes.postFromInvoice', { ...note, draftUid: null })
  }
  const [first, wrong, last] = [await credit(invoice.id, 2), await credit(invoice.id, 3), await credit(invoice.id, 1)]
  const alone = await credit(other.id, 4)
  for (const { id } of [wrong, alone])
    await company.call('documents.void', { id, date: day('2025-06-03'), reason: 'wrong' })
  const receipt = await postReceipt(company, customer, '2025-06-04', 50_00)
  const given = (documentId: number, writeOff: number) =>
    applyCredit(company, receipt.id, [{ documentId, amount: 1_00, writeOff, writeOffReason: 'old' }])
  await expect(given(invoice.id, 75_00)).rejects.toMatchObject({
    message: `${invoice.number} was credited by ${first.number}, ${last.number}: only 70.00 of it is left to give away. Apply the credit note instead.`,
  })
  await expect(
    company.call('documents.void', { id: invoice.id, date: day('2025-06-05'), reason: 'wrong' }),
  ).rejects.toMatchObject({
    message: `${invoice.number} was credited by ${first.number}, ${last.number}. Void that first.`,
  })
  await given(invoice.id, 70_00)
  // What only a void note took back is all there again.
  await given(other.id, 99_00)
})
