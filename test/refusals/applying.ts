import type { TestCompany } from '../fixtures/company.ts'
import { addCustomer, applyCredit, day, postInvoice, postReceipt, type Applied } from '../fixtures/entries.ts'
import type { RefusalCases } from './refusal-case.ts'

const owing = async (company: TestCompany, cents: number, termsCode = 'NET30') => {
  const customer = await addCustomer(company, 'NORTH01', { termsCode })
  const invoice = await postInvoice(company, customer, '2025-06-01', cents)
  const pay = (received: number, applied: Omit<Applied, 'documentId'>, date = '2025-06-05') =>
    postReceipt(company, customer, date, received, [{ documentId: invoice.id, ...applied }])
  return { customer, invoice, pay }
}

/** An invoice of 1.00 paid by a receipt, and their application. */
const settled = async (company: TestCompany) => {
  const { customer, invoice, pay } = await owing(company, 100)
  const receipt = await pay(100, { amount: 100 })
  const { applications } = await company.call('documents.get', { id: receipt.id })
  return { customer, invoice, receipt, applicationId: applications[0]?.id ?? 0 }
}

/** Settling one item with another. */
export const applying = {
  exceeds_open: {
    says: 'INV-00001 has only 100.00 open. Enter 100.00 or less.',
    make: async (company) => (await owing(company, 10_000)).pay(10_100, { amount: 10_100 }),
  },
  exceeds_credit: {
    says: 'Only 99.00 is available to apply, 100.00 was entered. Apply 99.00 or less.',
    make: async (company) => (await owing(company, 10_000)).pay(9900, { amount: 10_000 }),
  },
  cash_rounding_unfit: {
    says: 'This rounding cannot be used: the company does not round cash; Setup says whether it does.',
    make: async (company) => {
      const { customer } = await owing(company, 1002)
      return company.call('receipts.post', {
        customerId: customer,
        date: day('2025-06-05'),
        amount: 1000,
        rounding: -2,
        method: 'cash',
        rate: null,
        reference: '',
        memo: '',
        depositAccountId: null,
        applications: [],
        draftUid: null,
      })
    },
  },
  not_a_debit: {
    says: 'RCT-00001 is not something the customer owes, so nothing can be applied to it.',
    make: async (company) => {
      const { customer, receipt } = await settled(company)
      return postReceipt(company, customer, '2025-06-06', 100, [{ documentId: receipt.id, amount: 100 }])
    },
  },
  not_a_credit: {
    says: 'INV-00001 has no credit to apply.',
    make: async (company) => {
      const { customer, invoice } = await owing(company, 100)
      const other = await postInvoice(company, customer, '2025-06-01', 100)
      return applyCredit(company, invoice.id, [{ documentId: other.id, amount: 100 }])
    },
  },
  application_too_early: {
    says: "The application's date cannot be before 5 Jun 2025, when both documents exist. Use 5 Jun 2025 or later.",
    make: async (company) => {
      const { customer, invoice } = await owing(company, 100)
      const receipt = await postReceipt(company, customer, '2025-06-05', 100)
      return applyCredit(company, receipt.id, [{ documentId: invoice.id, amount: 100 }], '2025-06-04')
    },
  },
  overapplied_in_past: {
    says: 'On 10 Jun 2025 INV-00001 would have been applied beyond its amount, because of a later-dated application. Use a date on or after 20 Jun 2025.',
    make: async (company) => {
      const { customer, invoice } = await owing(company, 100)
      const [first, second] = [
        await postReceipt(company, customer, '2025-06-05', 100),
        await postReceipt(company, customer, '2025-06-05', 100),
      ]
      const paid = { documentId: invoice.id, amount: 100 }
      const { applicationIds } = await applyCredit(company, first.id, [paid], '2025-06-10')
      await company.call('applications.unapply', { applicationId: applicationIds[0] ?? 0, date: day('2025-06-20') })
      return applyCredit(company, second.id, [paid], '2025-06-07')
    },
  },
  applied_twice: {
    says: 'INV-00001 is listed twice. Enter one payment for it.',
    make: async (company) => {
      const { customer, invoice } = await owing(company, 200)
      const half = { documentId: invoice.id, amount: 100 }
      return postReceipt(company, customer, '2025-06-05', 200, [half, half])
    },
  },
  nothing_applied: {
    says: 'Nothing is applied. Enter at least one amount.',
    make: async (company) => (await owing(company, 100)).pay(100, { amount: 0 }),
  },
  discount_exceeds: {
    says: 'The discount on INV-00001 cannot be more than 2.00. Enter 2.00 or less.',
    make: async (company) => (await owing(company, 10_000, '2-10-30')).pay(9799, { amount: 9799, discount: 201 }),
  },
  write_off_reason_missing: {
    says: 'Give a reason for the write-off on INV-00001.',
    make: async (company) => (await owing(company, 10_000)).pay(9500, { amount: 9500, writeOff: 500 }),
  },
  already_unapplied: {
    says: 'This application has already been undone.',
    make: async (company) => {
      const { applicationId } = await settled(company)
      await company.call('applications.unapply', { applicationId, date: null })
      return company.call('applications.unapply', { applicationId, date: null })
    },
  },
  reversal_application: {
    says: 'This settles a void and cannot be undone. Enter the document again instead.',
    make: async (company) => {
      const { invoice } = await owing(company, 100)
      const reversal = await company.call('documents.void', {
        id: invoice.id,
        date: day('2025-06-02'),
        reason: 'entered wrong',
      })
      const { applications } = await company.call('documents.get', { id: reversal.id })
      return company.call('applications.unapply', { applicationId: applications[0]?.id ?? 0, date: null })
    },
  },
  unapply_too_early: {
    says: 'The date cannot be before the application itself, 5 Jun 2025. Use 5 Jun 2025 or later.',
    make: async (company) => {
      const { applicationId } = await settled(company)
      return company.call('applications.unapply', { applicationId, date: day('2025-06-04') })
    },
  },
} as const satisfies RefusalCases
