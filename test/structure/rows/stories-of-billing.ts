import { expect } from 'vitest'
import { newCompany, profile } from '../../fixtures/company.ts'
import { addCustomer, applyCredit, day, line, postInvoice, postReceipt } from '../../fixtures/entries.ts'
import { aDraft, fresh, usual } from './story-parts.ts'

/** A price beyond its millionths, a product, drafts posted, credits void, a recurring invoice saved again. */
export const billedAndCredited = async (): Promise<void> => {
  const company = newCompany()
  const customer = await addCustomer(company, 'ACME')
  const product = await company.call('products.create', { ...usual('products.create'), ...fresh() })
  const lines = [
    // A millionth of what costs more than a number holds in millionths.
    { ...line(0), quantity: 1, unitPrice: '10000000000.5' },
    { ...line(20_000), taxCodeId: 2, earnsDiscount: false },
    { ...line(20_000), productId: product.id },
  ]
  const terms = await company.call('terms.create', { ...usual('terms.create'), ...fresh() })
  const head = { ...usual('invoices.post'), customerId: customer, documentDate: day('2025-06-01'), termsId: terms.id }
  const post = async (changes: object) => company.call('invoices.post', { ...head, ...fresh(), lines, ...changes })
  const invoice = await post({ toleranceMost: 500, draftUid: await aDraft(company) })
  await company.call('documents.get', { id: invoice.id })
  await company.call('recurring.fromInvoice', { documentId: invoice.id })
  await company.call('receipts.propose', {
    customerId: customer,
    date: day('2025-06-02'),
    amount: 1_000,
    remittanceText: '',
  })
  const credit = {
    invoiceId: invoice.id,
    documentDate: day('2025-06-05'),
    reference: '',
    memo: '',
    lines: null,
    apply: false,
  }
  const note = await company.call('creditNotes.postFromInvoice', { ...credit, draftUid: await aDraft(company) })
  await company.call('receipts.propose', {
    customerId: customer,
    date: day('2025-06-06'),
    amount: 1_000,
    remittanceText: '',
  })
  await company.call('documents.void', { id: note.id, date: day('2025-06-07'), reason: 'wrong' })
  await company.call('receipts.propose', {
    customerId: customer,
    date: day('2025-06-08'),
    amount: 1_000,
    remittanceText: '',
  })
  await company.call('documents.get', { id: note.id })
  const own = {
    ...usual('creditNotes.post'),
    ...fresh(),
    customerId: customer,
    applications: [],
    documentDiscount: null,
  }
  await company.call('creditNotes.post', { ...own, draftUid: await aDraft(company) })
  await company.call('documents.voidAndCopy', { id: invoice.id, date: day('2025-06-09'), reason: 'wrong' })
  const recurring = await company.call('recurring.save', {
    ...usual('recurring.save'),
    ...fresh(),
    customerId: customer,
  })
  const again = { ...usual('recurring.save'), ...fresh(), customerId: customer }
  await company.call('recurring.save', { ...again, existing: { id: recurring.id, version: 1 } })
  for (const name of ['recurring.skip', 'recurring.restore'] as const)
    await company.call(name, { ...fresh(), occurrences: [{ recurringId: recurring.id, dueOn: day('2025-05-31') }] })
  await company.call('recurring.due', { asOf: day('2025-06-30') })
  expect(await company.dispatch('documents.postings', { id: 999 })).toMatchObject({ ok: false })
}

/** An invoice of which a discount was given is credited, and the credit is void. */
export const discountsTakenBack = async (): Promise<void> => {
  const company = newCompany()
  const customer = await addCustomer(company, 'ACME')
  const settings = { ...(await company.call('company.profile', {})).settings, discountReducesTax: false }
  const { version } = await company.call('company.profile', {})
  await company.call('company.update', { ...profile, settings, version })
  const terms = await company.call('terms.create', { ...usual('terms.create'), ...fresh() })
  const invoice = await postInvoice(company, customer, '2025-06-01', 10_000, { termsId: terms.id, taxCodeId: 2 })
  await postReceipt(company, customer, '2025-06-02', 1_000, [{ documentId: invoice.id, amount: 1_000, discount: 20 }])
  const credit = { invoiceId: invoice.id, documentDate: day('2025-06-05'), reference: '', memo: '', apply: true }
  const lines = [{ lineNo: 1, quantity: 500_000 }]
  const note = await company.call('creditNotes.postFromInvoice', { ...credit, lines })
  await company.call('documents.void', { id: note.id, date: day('2025-06-07'), reason: 'wrong' })
  const receipt = await postReceipt(company, customer, '2025-06-08', 1_000)
  await applyCredit(
    company,
    receipt.id,
    [{ documentId: invoice.id, amount: 0, writeOff: 10, writeOffReason: 'small' }],
    '2025-06-09',
  )
  await company.call('documents.void', { id: receipt.id, date: day('2025-06-10'), reason: 'wrong' })
}

/** Discounts, adjustments and credits of one taxed invoice, before and after each other; what is left is paid back. */
export const creditedInTurns = async (): Promise<void> => {
  const company = newCompany()
  const { settings, version } = await company.call('company.profile', {})
  await company.call('company.update', { ...profile, version, settings: { ...settings, writeOffReducesTax: true } })
  const customer = await addCustomer(company, 'ACME')
  const terms = await company.call('terms.create', { ...usual('terms.create'), ...fresh() })
  const bought = [
    { ...line(60_000), taxCodeId: 2 },
    { ...line(40_000), taxCodeId: 2, earnsDiscount: false },
  ]
  const entered = {
    ...usual('invoices.post'),
    customerId: customer,
    documentDate: day('2025-06-01'),
    termsId: terms.id,
  }
  const invoice = await company.call('invoices.post', { ...entered, ...fresh(), lines: bought })
  const credit = { invoiceId: invoice.id, documentDate: day('2025-06-05'), reference: '', memo: '' }
  const lines = [{ lineNo: 1, quantity: 100_000 }]
  const note = await company.call('creditNotes.postFromInvoice', { ...credit, lines, apply: false })
  const paid = { documentId: invoice.id, amount: 1_000, discount: 50, writeOff: 10, writeOffReason: 'small' }
  await postReceipt(company, customer, '2025-06-06', 1_000, [paid])
  const lowered = {
    ...usual('adjustments.post'),
    ...fresh(),
    customerId: customer,
    date: day('2025-06-07'),
    amount: 500,
  }
  const adjustment = await company.call('adjustments.post', lowered)
  await applyCredit(company, adjustment.id, [{ documentId: invoice.id, amount: 400 }], '2025-06-08')
  await company.call('creditNotes.postFromInvoice', { ...credit, documentDate: day('2025-06-09'), lines, apply: true })
  await postReceipt(company, customer, '2025-06-09', 1_000, [{ ...paid, discount: 5 }])
  await company.call('creditNotes.creditable', { invoiceId: invoice.id })
  expect(
    await company.dispatch('documents.void', { ...fresh(), id: invoice.id, date: day('2025-06-30'), reason: 'wrong' }),
  ).toMatchObject({ ok: false })
  const refund = { ...usual('refunds.post'), ...fresh(), creditDocumentId: note.id, date: day('2025-06-10'), amount: 1 }
  await company.dispatch('refunds.post', refund)
  const [earning, not] = [line(100), { ...line(100), earnsDiscount: false }]
  const plain = { ...usual('invoices.post'), ...fresh(), customerId: customer, lines: [earning, not] }
  const offersNone = await company.call('invoices.post', plain)
  await company.call('creditNotes.postFromInvoice', {
    ...credit,
    invoiceId: offersNone.id,
    documentDate: day('2025-07-01'),
    lines: null,
    apply: true,
  })
  const abroad = await addCustomer(company, 'LEEDS', { currency: 'GBP' })
  const foreign = await postInvoice(company, abroad, '2025-06-01', 333, { rate: '1.2777' })
  for (const amount of [111, 110]) {
    const given = { documentId: foreign.id, amount, writeOff: 1, writeOffReason: 'small' }
    await postReceipt(company, abroad, '2025-06-02', amount, [given], { rate: '1.2777' })
  }
  const credited = {
    ...usual('creditNotes.post'),
    customerId: abroad,
    rate: '1.2777',
    lines: [line(33)],
    documentDiscount: null,
  }
  const { id: own } = await company.call('creditNotes.post', { ...credited, ...fresh(), applications: [] })
  for (const amount of [11, 10, 11]) await applyCredit(company, own, [{ documentId: foreign.id, amount }], '2025-06-30')
}
