import { day, line, addCustomer, postReceipt } from '../fixtures/entries.ts'
import type { TestCompany } from '../fixtures/company.ts'
import { addTaxCode, addTerms } from '../semantics/settings.ts'

export const one = 1_000_000
export const tenPercentIn10Days = {
  kind: 'net',
  days: 30,
  discount: { percent: 10_000_000, days: 10 },
  graceDays: 0,
} as const

export type Line = readonly [cents: number, taxCodeId: number | null, quantity?: number]

export const invoiced = async (
  company: TestCompany,
  lines: readonly Line[],
  options: { readonly terms?: object } = {},
) => {
  const customer = await addCustomer(company, `C${lines.length}${Math.abs(lines[0]?.[0] ?? 0)}`)
  const termsId = options.terms === undefined ? null : await addTerms(company, options.terms as never)
  const posted = await company.call('invoices.post', {
    customerId: customer,
    documentDate: day('2025-06-01'),
    termsId,
    rate: null,
    dueDate: null,
    reference: '',
    memo: '',
    pricesIncludeTax: false,
    lines: lines.map(([cents, taxCodeId, quantity = one]) => line(cents, { taxCodeId, quantity })),
    documentDiscount: null,
    draftUid: null,
  })
  return { customer, ...posted }
}

export const credit = (
  company: TestCompany,
  invoiceId: number,
  lines: { lineNo: number; quantity: number }[] | null = null,
  apply = true,
) =>
  company.call('creditNotes.postFromInvoice', {
    invoiceId,
    documentDate: day('2025-06-15'),
    reference: '',
    memo: '',
    lines,
    apply,
  })

export const voided = (company: TestCompany, id: number) =>
  company.call('documents.void', { id, date: day('2025-06-20'), reason: 'wrong' })

const liveApplication = async (company: TestCompany, id: number): Promise<number> => {
  const { applications } = await company.call('documents.get', { id })
  const found = applications.find(({ isReversal, isReversed }) => !isReversal && !isReversed)
  return found?.id ?? 0
}

export const unapply = async (company: TestCompany, receiptId: number) =>
  company.call('applications.unapply', { applicationId: await liveApplication(company, receiptId), date: null })

/** 200 + 18% = 236, paid 212.40 with 10% early discount: 20.00 and 3.60 of tax. */
export const discounted = async (company: TestCompany) => {
  const taxCodeId = await addTaxCode(company, 18)
  const invoice = await invoiced(company, [[2000, taxCodeId, 10 * one]], { terms: tenPercentIn10Days })
  const pay = () =>
    postReceipt(company, invoice.customer, '2025-06-05', 21_240, [
      { documentId: invoice.id, amount: 21_240, discount: 2360 },
    ])
  return { ...invoice, pay }
}

export const taxesOf = async (company: TestCompany, id: number) => (await company.call('documents.get', { id })).taxes
