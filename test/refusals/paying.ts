import type { TestCompany } from '../fixtures/company.ts'
import { addCustomer, applicationLine, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'
import { TOKEN, type RefusalCases } from './refusal-case.ts'

const change = (company: TestCompany, id: number, changes: { code: string; payingParentId?: number }) => {
  const { commandUid: _, ...input } = validInputs(TOKEN)['customers.update']
  return company.call('customers.update', { ...input, id, ...changes })
}

/** GROUP pays for EAST. */
const family = async (company: TestCompany) => {
  const group = await addCustomer(company, 'GROUP')
  const east = await addCustomer(company, 'EAST', { payingParentId: group })
  return { group, east, other: await addCustomer(company, 'OTHER') }
}

/** A credit of 120.00 and an invoice of 100.00. */
const credited = async (company: TestCompany) => {
  const customer = await addCustomer(company, 'NORTH01')
  const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
  const { id: documentId } = await postReceipt(company, customer, '2025-06-02', 12_000)
  const applications = [applicationLine({ documentId: invoice.id, amount: 10_000 })]
  const use = (amount: number) =>
    company.call('applications.applyCredits', {
      date: null,
      credits: [{ documentId, amount }],
      applications,
      draftUid: null,
    })
  return use
}

/** A customer with an invoice of 100.00 in EUR and one of 50.00 in USD. */
const billedTwice = async (company: TestCompany) => {
  const customer = await addCustomer(company, 'NORTH01')
  const { id: euros } = await postInvoice(company, customer, '2025-06-01', 10_000, { currency: 'EUR', rate: '1.1' })
  const { id: dollars } = await postInvoice(company, customer, '2025-06-01', 5000)
  return { customer, euros, dollars }
}

/** Who pays for whom, credits used up together, and money of one currency for items of another. */
export const paying = {
  payer_is_itself: {
    says: 'GROUP cannot be its own payer. Choose another customer, or leave it empty.',
    make: async (company) => {
      const id = await addCustomer(company, 'GROUP')
      return change(company, id, { code: 'GROUP', payingParentId: id })
    },
  },
  payer_is_paid_for: {
    says: 'EAST is itself paid for by GROUP. Choose GROUP instead.',
    make: async (company) => {
      const { other, east } = await family(company)
      return change(company, other, { code: 'OTHER', payingParentId: east })
    },
  },
  payer_pays_for_others: {
    says: 'GROUP pays for EAST, so no other customer can pay for it. Take it off those first.',
    make: async (company) => {
      const { group, other } = await family(company)
      return change(company, group, { code: 'GROUP', payingParentId: other })
    },
  },
  settles_missing: {
    says: 'INV-00001 is in EUR, the money in USD. Enter what is paid and what it settles, or their rate.',
    make: async (company) => {
      const { customer, euros } = await billedTwice(company)
      return postReceipt(company, customer, '2025-06-10', 11_000, [{ documentId: euros, amount: 11_000 }])
    },
  },
  settles_differs: {
    says: 'INV-00002 is in USD as the money is, so it settles its own amount. Enter one amount.',
    make: async (company) => {
      const { customer, dollars } = await billedTwice(company)
      const line = { documentId: dollars, amount: 5000, settles: 4000 }
      return postReceipt(company, customer, '2025-06-10', 5000, [line])
    },
  },
  credits_unused: {
    says: 'Credits of 120.00 are used, but only 100.00 is settled. Use less of them, or settle more.',
    make: async (company) => (await credited(company))(12_000),
  },
  credits_missing: {
    says: '100.00 is settled, but the credits used come to 99.99. Settle less, or use more of them.',
    make: async (company) => (await credited(company))(9999),
  },
} satisfies RefusalCases
