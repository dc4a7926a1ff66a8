import { addCustomer, day, line, postInvoice } from '../fixtures/entries.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'
import { TOKEN, type RefusalCases } from './refusal-case.ts'

/** Customers, terms, accounts and what else is kept once for all documents. */
export const records = {
  code_taken: {
    says: 'Code NORTH01 is already used by Customer NORTH01. Choose another code.',
    make: async (company) => {
      await addCustomer(company, 'NORTH01')
      return addCustomer(company, 'NORTH01')
    },
  },
  looks_like: {
    says: 'north-7 looks like NORTH-007 (Customer NORTH-007). Change it, or do the same again to have both.',
    make: async (company) => {
      await addCustomer(company, 'NORTH-007')
      return addCustomer(company, 'north-7')
    },
  },
  stale_version: {
    says: 'The limit was changed meanwhile (most is now 50.00, here 70.00). Save again to keep what is entered here, or reload.',
    make: async (company) => {
      const limit = { role: 'clerk', act: 'refund', version: 1 } as const
      await company.call('limits.set', { ...limit, most: 5000 })
      return company.call('limits.set', { ...limit, most: 7000 })
    },
  },
  tax_code_invalid: {
    says: 'This tax code cannot be used: the same tax is in it twice; leave one out.',
    make: (company) => {
      const tax = { taxCodeId: 2, onEarlier: false }
      return company.call('taxCodes.createGroup', { code: 'TWICE', name: 'Twice', taxes: [tax, tax] })
    },
  },
  terms_invalid: {
    says: 'These terms cannot be used: the instalments add up to 90%, make them 100%.',
    make: (company) =>
      company.call('terms.create', {
        code: 'PARTS',
        name: 'Two parts',
        rule: {
          kind: 'instalments',
          parts: [
            { percent: 50_000_000, dueAfterDays: 0 },
            { percent: 40_000_000, dueAfterDays: 30 },
          ],
          discount: null,
          graceDays: 0,
        },
      }),
  },
  customer_archived: {
    says: 'Customer NORTH01 is archived. Restore the customer first.',
    make: async (company) => {
      const id = await addCustomer(company, 'NORTH01')
      const { commandUid: _, ...input } = validInputs(TOKEN)['customers.update']
      await company.call('customers.update', { ...input, id, code: 'NORTH01', archived: true })
      return postInvoice(company, id, '2025-06-01', 100)
    },
  },
  customer_on_hold: {
    says: 'Customer NORTH01 is on credit hold. Release the hold, or ask a supervisor to approve it.',
    make: async (company) =>
      postInvoice(company, await addCustomer(company, 'NORTH01', { onHold: true }), '2025-06-01', 100),
  },
  credit_limit_exceeded: {
    says: 'NORTH01 would owe 150.00 (50.00 open, 100.00 on this), over the credit limit of 100.00. Post a smaller invoice or raise the limit.',
    make: async (company) => {
      const { commandUid: _, ...input } = validInputs(TOKEN)['company.update']
      await company.call('company.update', { ...input, settings: { ...input.settings, creditLimitPolicy: 'block' } })
      const customer = await addCustomer(company, 'NORTH01', { creditLimit: 10_000 })
      await postInvoice(company, customer, '2025-06-01', 5000)
      return postInvoice(company, customer, '2025-06-02', 10_000)
    },
  },
  account_unfit: {
    says: 'Account 4000 cannot be used here: money is deposited to an asset account.',
    make: async (company) => {
      const accounts = await company.call('accounts.list', {})
      const { commandUid: _, ...input } = validInputs(TOKEN)['receipts.post']
      return company.call('receipts.post', {
        ...input,
        customerId: await addCustomer(company, 'NORTH01'),
        applications: [],
        depositAccountId: accounts.find(({ code }) => code === '4000')?.id ?? 0,
      })
    },
  },
  amount_too_large: {
    says: 'This amount is too large for the ledger. The limit is 90 trillion in hundredths.',
    make: async (company) => {
      const { commandUid: _, ...input } = validInputs(TOKEN)['invoices.post']
      const large = { ...line(1), quantity: 9e15, unitPrice: 9e15 }
      return company.call('invoices.post', { ...input, customerId: await addCustomer(company, 'N1'), lines: [large] })
    },
  },
  rate_not_found: {
    says: 'There is no rate of EUR for 1 Jun 2025 any more. Nothing is left to remove.',
    make: (company) => company.call('rates.remove', { currency: 'EUR', date: day('2025-06-01'), version: 1 }),
  },
  rate_of_base: {
    says: "USD is the company's own currency and needs no rate. Choose another currency.",
    make: (company) =>
      company.call('rates.set', { currency: 'USD', date: day('2025-06-01'), rate: '1', version: null }),
  },
} as const satisfies RefusalCases
