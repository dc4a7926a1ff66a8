import { CLERK_PIN, OWNER, takeOnClerk } from '../../fixtures/clerk.ts'
import { newCompany } from '../../fixtures/company.ts'
import { addCustomer, day, postInvoice, postReceipt } from '../../fixtures/entries.ts'
import { fresh, usual } from './story-parts.ts'

/** A customer, an invoice paid and held, a change of before changes were logged; and each way to look for them. */
export const whoDidWhat = async (): Promise<void> => {
  const company = newCompany()
  const clerk = await takeOnClerk(company)
  const customerId = await addCustomer(company, 'ACME')
  await company.call('customers.update', { ...usual('customers.update'), ...fresh(), id: customerId, taxCodeId: 1 })
  const { id } = await postInvoice(company, customerId, '2025-06-01', 100)
  await company.call('session.signIn', { userId: clerk, pin: CLERK_PIN })
  const receipt = await postReceipt(company, customerId, '2025-06-02', 200, [])
  const line = { documentId: id, amount: 100, discount: 0, writeOff: 0, writeOffReason: '' }
  await company.call('applications.apply', { creditDocumentId: receipt.id, date: null, lines: [line] })
  await company.call('openItems.hold', { documentId: id, state: 'held', reason: 'asked' })
  await company.call('openItems.hold', { documentId: id, state: null, reason: '' })
  await company.call('session.signIn', { userId: OWNER.userId, pin: OWNER.pin })
  const counted = { name: 'Monday', date: day('2025-06-02'), method: 'check', depositAccountId: null } as const
  const batch = await company.call('receiptBatches.open', {
    ...counted,
    currency: 'EUR',
    controlCount: 1,
    controlTotal: 100,
  })
  await company.call('receiptBatches.update', { ...counted, ...batch, controlCount: 2, controlTotal: 200 })
  const sql = company.sql()
  sql.run('DROP TRIGGER command_log_no_update')
  sql.run(`UPDATE command_log SET before = NULL WHERE name = 'customers.update'`)
  const asOf = day('2025-06-30')
  for (const filter of [
    {},
    { personId: clerk },
    { kind: 'customers.create' },
    { customerId, kind: 'invoices.post' },
    { documentId: id },
    { amount: 100 },
    { amount: 100, documentId: id },
  ]) {
    await company.call('history.list', { ...filter, from: null, to: asOf })
  }
}
