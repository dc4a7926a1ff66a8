import { asClerk } from '../fixtures/clerk.ts'
import type { TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'
import { TOKEN, type RefusalCases } from './refusal-case.ts'

const { commandUid: _, ...counted } = validInputs(TOKEN)['receiptBatches.open']

const open = (company: TestCompany, changes: Partial<typeof counted> = {}) =>
  company.call('receiptBatches.open', { ...counted, ...changes })

const closed = async (company: TestCompany) => {
  const { id, version } = await open(company)
  return { id, ...(await company.call('receiptBatches.close', { id, version })) }
}

const allow = (company: TestCompany, id: number) =>
  company.call('deductions.allow', { id, date: day('2025-06-20'), amount: null, memo: '' })

/** Receipts counted before they are entered, and what their payers kept back. */
export const cashLists = {
  batch_not_found: {
    says: 'There is no such batch. Choose one from the list.',
    make: (company) => company.call('receiptBatches.get', { id: 1 }),
  },
  batch_closed: {
    says: 'Batch Morning post is closed. Open another one, or have a supervisor reopen it.',
    make: async (company) => company.call('receiptBatches.close', await closed(company)),
  },
  batch_open: {
    says: 'Batch Morning post is open. Close it first.',
    make: async (company) => company.call('receiptBatches.reopen', { ...(await open(company)), reason: 'x' }),
  },
  batch_reopens: {
    says: 'Only a supervisor reopens batch Morning post, which was closed. Ask one to approve it.',
    make: async (company) => {
      const { id, version } = await closed(company)
      return asClerk(company).call('receiptBatches.reopen', { id, version, reason: 'x' })
    },
  },
  batch_currency: {
    says: 'Batch Morning post is in EUR, this is in USD. Enter it outside the batch.',
    make: async (company) => {
      const { id: batchId } = await open(company, { currency: 'EUR' })
      return postReceipt(company, await addCustomer(company, 'NORTH01'), '2025-06-10', 100, [], { batchId })
    },
  },
  batch_differs: {
    says: 'Batch Morning post does not agree. Receipts entered: 0 of 1, 1 missing. Amount entered: 0.00 of 5.00, 5.00 missing. Correct what is entered or what was counted.',
    make: async (company) =>
      company.call('receiptBatches.close', await open(company, { controlCount: 1, controlTotal: 500 })),
  },
  deduction_not_found: {
    says: 'There is no such deduction. Choose one from the list.',
    make: (company) => allow(company, 1),
  },
  deduction_settled: {
    says: 'Nothing is left of deduction ADJ-00002. Choose another one.',
    make: async (company) => {
      const customer = await addCustomer(company, 'NORTH01')
      const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
      await postReceipt(company, customer, '2025-06-10', 9500, [
        { documentId: invoice.id, amount: 9500, deductions: [{ reasonCodeId: 1, amount: 500, memo: '' }] },
      ])
      const [taken] = (await company.call('deductions.list', { asOf: day('2025-06-30') })).rows
      await allow(company, taken?.id ?? 0)
      return allow(company, taken?.id ?? 0)
    },
  },
} as const satisfies RefusalCases
