import type { InputOf } from '../../src-shared/contract.ts'
import type { TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, line, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'
import { TOKEN, type RefusalCases } from './refusal-case.ts'

type FromInvoice = Omit<InputOf<'creditNotes.postFromInvoice'>, 'commandUid' | 'invoiceId'>
const whole: FromInvoice = {
  documentDate: day('2025-06-05'),
  reference: '',
  memo: '',
  lines: null,
  apply: false,
}

/** An invoice of one line of 1.00, and the credit of it. */
const invoiced = async (company: TestCompany) => {
  const customer = await addCustomer(company, 'NORTH01')
  const { id } = await postInvoice(company, customer, '2025-06-01', 100)
  const credit = (changes: Partial<FromInvoice> = {}, invoiceId = id) =>
    company.call('creditNotes.postFromInvoice', { ...whole, ...changes, invoiceId })
  return { id, customer, credit }
}

/** An invoice of these lines, and the credit of it. */
const billed = async (company: TestCompany, lines: ReturnType<typeof line>[]) => {
  const customerId = await addCustomer(company, 'NORTH01')
  const head = { customerId, documentDate: day('2025-06-01'), termsId: null, rate: null, dueDate: null }
  const plain = { reference: '', memo: '', pricesIncludeTax: false, documentDiscount: null, draftUid: null }
  const { id } = await company.call('invoices.post', { ...head, ...plain, lines })
  const credit = (changes: Partial<FromInvoice>, invoiceId: number) =>
    company.call('creditNotes.postFromInvoice', { ...whole, ...changes, invoiceId })
  return { id, credit }
}

/** Credit notes. */
export const crediting = {
  credit_total_negative: {
    says: 'These lines would raise what the customer owes. Credit other lines, or enter a debit note.',
    make: async (company) => {
      const { commandUid: _, ...input } = validInputs(TOKEN)['creditNotes.post']
      const customerId = await addCustomer(company, 'NORTH01')
      const lines = [line(-100)]
      return company.call('creditNotes.post', { ...input, customerId, lines, documentDiscount: null, applications: [] })
    },
  },
  not_creditable: {
    says: 'RCT-00001 is not an invoice that can be credited. Choose an invoice or a debit note.',
    make: async (company) => {
      const { customer, credit } = await invoiced(company)
      const receipt = await postReceipt(company, customer, '2025-06-02', 100)
      return credit({}, receipt.id)
    },
  },
  not_a_finance_charge: {
    says: 'INV-00001 is not a finance charge. Choose one of the finance charges.',
    make: async (company) => {
      const { id } = await postInvoice(company, await addCustomer(company, 'NORTH01'), '2025-06-01', 100)
      return company.call('financeCharges.credit', { date: day('2025-06-02'), memo: '', charges: [{ id, total: 1 }] })
    },
  },
  credit_too_early: {
    says: 'INV-00001 is dated 1 Jun 2025. Use that date or later.',
    make: async (company) => (await invoiced(company)).credit({ documentDate: day('2025-05-31') }),
  },
  line_not_found: {
    says: 'INV-00001 has no line 2. Choose one of its lines.',
    make: async (company) => (await invoiced(company)).credit({ lines: [{ lineNo: 2, quantity: 1_000_000 }] }),
  },
  exceeds_uncredited: {
    says: 'Line 1 of INV-00001 has only 0.25 left to credit. Enter 0.25 or less, more than none.',
    make: async (company) => {
      const { credit } = await invoiced(company)
      await credit({ lines: [{ lineNo: 1, quantity: 750_000 }] })
      return credit({ lines: [{ lineNo: 1, quantity: 250_001 }] })
    },
  },
  credit_exceeds_document: {
    says: 'Of INV-00001 only 1.00 is left to credit, these lines come to 10.00. Credit less, or the lines that lower it too.',
    make: async (company) => {
      const { id, credit } = await billed(company, [line(1000), line(-900)])
      return credit({ lines: [{ lineNo: 1, quantity: 1_000_000 }] }, id)
    },
  },
  credit_exceeds_tax: {
    says: 'Of the tax STD on INV-00001 only 0.10 is left to credit, these lines come to 1.00. Credit its other lines too.',
    make: async (company) => {
      const lines = [line(1000, { taxCodeId: 2 }), line(-900, { taxCodeId: 2 }), line(5000)]
      const { id, credit } = await billed(company, lines)
      return credit({ lines: [{ lineNo: 1, quantity: 1_000_000 }] }, id)
    },
  },
  given_away_before: {
    says: 'INV-00001 was credited by CRN-00001: only 0.00 of it is left to give away. Apply the credit note instead.',
    make: async (company) => {
      const { id, customer, credit } = await invoiced(company)
      await credit()
      return postReceipt(company, customer, '2025-06-06', 99, [
        { documentId: id, amount: 99, writeOff: 1, writeOffReason: 'small' },
      ])
    },
  },
  refund_exceeds_paid: {
    says: 'CRN-00001 credits INV-00001, of which 0.60 is still owed: only 0.40 can be paid back. Apply it to the invoice first.',
    make: async (company) => {
      const { id, customer, credit } = await invoiced(company)
      const note = await credit()
      await postReceipt(company, customer, '2025-06-05', 40, [{ documentId: id, amount: 40 }])
      const money = { method: 'transfer', rate: null, reference: '', memo: '', bankAccountId: null } as const
      return company.call('refunds.post', { ...money, creditDocumentId: note.id, date: day('2025-06-06'), amount: 41 })
    },
  },
  nothing_to_credit: {
    says: 'Everything on INV-00001 has been credited already.',
    make: async (company) => {
      const { credit } = await invoiced(company)
      await credit()
      return credit()
    },
  },
  has_credit_notes: {
    says: 'INV-00001 was credited by CRN-00001. Void that first.',
    make: async (company) => {
      const { id, credit } = await invoiced(company)
      await credit()
      return company.call('documents.void', { id, date: day('2025-06-05'), reason: 'entered wrong' })
    },
  },
} as const satisfies RefusalCases
