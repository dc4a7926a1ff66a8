import { v7 as uuidV7 } from 'uuid'
import { newCompany, profile, type TestCompany } from '../../fixtures/company.ts'
import { addCustomer, applyCredit, day, postInvoice, postReceipt } from '../../fixtures/entries.ts'
import { aDraft, fresh, usual } from './story-parts.ts'

/** A batch of which something was undone since, drafts posted, what was settled and is open again. */
export const moneyReceived = async (): Promise<void> => {
  const company = newCompany()
  const customer = await addCustomer(company, 'ACME')
  const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
  const counted = { ...usual('receiptBatches.open'), ...fresh(), controlCount: 3, controlTotal: 2_100 }
  const { id: batchId, version } = await company.call('receiptBatches.open', counted)
  const first = await postReceipt(company, customer, '2025-06-10', 1_000, [], { batchId })
  await postReceipt(company, customer, '2025-06-10', 1_000, [], { batchId })
  const unknown = { ...usual('unidentifiedReceipts.post'), ...fresh(), method: 'check', batchId } as const
  await company.call('unidentifiedReceipts.post', { ...unknown, draftUid: await aDraft(company) })
  await company.call('receiptBatches.close', { id: batchId, version })
  await company.call('documents.void', { id: first.id, date: day('2025-06-30'), reason: 'wrong' })
  await company.call('receiptBatches.get', { id: batchId })
  await company.call('unidentifiedReceipts.list', { asOf: day('2025-12-31'), after: null, limit: 20 })
  const applied = usual('receipts.post').applications.map((each) => ({ ...each, documentId: invoice.id }))
  const head = { ...usual('receipts.post'), customerId: customer, applications: applied }
  const receipt = await company.call('receipts.post', {
    ...head,
    ...fresh(),
    amount: 300,
    draftUid: await aDraft(company),
  })
  const uses = [{ documentId: receipt.id, amount: 100 }]
  const using = { date: null, credits: uses, applications: applied, draftUid: await aDraft(company) }
  await company.call('applications.applyCredits', using)
  await company.call('documents.voidAndCopy', { id: receipt.id, date: day('2025-07-30'), reason: 'wrong' })
  await settledAndOpenAgain(company, customer)
  await company.call('aging.byCustomer', { asOf: day('2025-06-30'), currency: null, in: 'currency' })
}

/** Settled on a day and open again later: nothing more can be settled on that day. */
const settledAndOpenAgain = async (company: TestCompany, customer: number): Promise<void> => {
  const invoice = await postInvoice(company, customer, '2025-03-01', 1_000)
  const receipt = await postReceipt(company, customer, '2025-03-02', 1_000)
  await applyCredit(company, receipt.id, [{ documentId: invoice.id, amount: 1_000 }], '2025-03-20')
  const { applications } = await company.call('documents.get', { id: receipt.id })
  await company.call('applications.unapply', { applicationId: applications[0]?.id ?? 0, date: day('2025-05-01') })
  await company.call('receipts.leftOut', { customerId: customer, date: day('2025-03-25') })
  await applyCredit(company, receipt.id, [{ documentId: invoice.id, amount: 1_000 }], '2025-05-20')
  await company.call('documents.voidAndCopy', { id: receipt.id, date: day('2025-05-25'), reason: 'wrong' })
}

/** Cash rounded to the smallest coin. */
export const paidInCash = async (): Promise<void> => {
  const company = newCompany()
  const customer = await addCustomer(company, 'ACME')
  const { settings, version } = await company.call('company.profile', {})
  await company.call('company.update', {
    ...profile,
    version,
    settings: { ...settings, cashRounding: 'cash', cashRoundingStep: 5 },
  })
  const { id: documentId } = await postInvoice(company, customer, '2025-06-01', 10_002)
  const applications = usual('receipts.post').applications.map((each) => ({ ...each, documentId, amount: 10_002 }))
  const cash = {
    ...usual('receipts.post'),
    ...fresh(),
    customerId: customer,
    applications,
    amount: 10_000,
    rounding: -2,
    method: 'cash',
  } as const
  await company.call('receipts.post', cash)
}

/** Instalments paid in part, late, before an invoice and too much; a charge for the days. */
export const paidInParts = async (): Promise<void> => {
  const company = newCompany()
  const customer = await addCustomer(company, 'ACME')
  const part = { percent: 50_000_000, dueAfterDays: 10 }
  const rule = {
    kind: 'instalments' as const,
    parts: [part, { ...part, dueAfterDays: 40 }],
    discount: null,
    graceDays: 0,
  }
  const { id: termsId } = await company.call('terms.create', { code: 'HALVES', name: 'Two halves', rule })
  await postReceipt(company, customer, '2025-01-02', 300, [], { unappliedAs: 'prepayment' })
  const invoice = await postInvoice(company, customer, '2025-02-01', 10_000, { termsId })
  await postReceipt(company, customer, '2025-03-01', 6_000, [{ documentId: invoice.id, amount: 6_000 }])
  await postReceipt(company, customer, '2025-02-20', 1_000, [{ documentId: invoice.id, amount: 1_000 }])
  // Open in parts, in the company's currency and in another.
  await postInvoice(company, customer, '2025-02-01', 10_000, { termsId, currency: 'EUR', rate: '1.1' })
  await company.call('customers.get', { id: customer, asOf: day('2025-12-31') })
  const tooMuch = await postReceipt(
    company,
    customer,
    '2025-03-02',
    3_001,
    [{ documentId: invoice.id, amount: 3_000 }],
    { unappliedAs: 'written_off' },
  )
  await company.call('customers.get', { id: customer, asOf: day('2025-12-31') })
  await company.call('receipts.returnPayment', { id: tooMuch.id, date: day('2025-04-01'), reason: '', fee: null })
  await company.call('customers.creditHistory', { id: customer, asOf: day('2025-12-31') })
  const rules = { asOf: day('2025-06-01'), annualRate: 10_000_000, fee: 0 }
  const [charge] = await company.call('financeCharges.propose', { ...rules, customerId: customer })
  const charges = [{ customerId: customer, total: charge?.total ?? 0, rate: null }]
  await company.call('financeCharges.post', { ...rules, memo: '', charges })
  await company.call('financeCharges.propose', { ...rules, asOf: day('2025-07-01'), customerId: customer })
}

/** Every report of a customer billed in several currencies, as of days on which all is open, some is, and nothing. */
export const reportsAbroad = async (): Promise<void> => {
  const company = newCompany()
  const customer = await addCustomer(company, 'NORTH01')
  await company.call('rates.set', { currency: 'EUR', date: day('2025-06-01'), rate: '1.2', version: null })
  const dollars = await postInvoice(company, customer, '2025-06-01', 10_000)
  const euros = await postInvoice(company, customer, '2025-06-02', 10_000, { currency: 'EUR', rate: '1.1' })
  const date = day('2025-06-30')
  const revalued = await company.call('revaluation.propose', { date })
  const currencies = revalued.currencies.map(({ currency, rate, difference }) => ({
    currency,
    rate: rate?.rate ?? '',
    difference: difference ?? 0,
  }))
  await company.call('revaluation.post', { date, currencies })
  const across = { documentId: euros.id, amount: 1_100, settles: 1_000 }
  const receipt = await postReceipt(company, customer, '2025-06-15', 5_000, [
    across,
    { documentId: dollars.id, amount: 1_000, writeOff: 10, writeOffReason: 'small' },
  ])
  await company.call('revaluation.outdated', {})
  const uid = uuidV7()
  await company.call('drafts.save', {
    ...usual('drafts.save'),
    ...fresh(),
    uid,
    customerId: customer,
    currency: 'EUR',
    total: 500,
  })
  for (const asOf of [day('2025-05-31'), day('2025-06-14'), date, day('2025-12-31')]) {
    await company.call('customers.get', { id: customer, asOf, exceptDraft: null })
    await company.call('customers.creditHistory', { id: customer, asOf })
    for (const currency of [null, 'USD', 'EUR']) {
      for (const shown of ['currency', 'base'] as const) {
        await company.call('aging.byCustomer', { asOf, currency, in: shown })
        await company.call('aging.items', { asOf, customerId: customer, currency, in: shown })
        await company.call('ledger.tieOut', { asOf, currency, in: shown })
      }
      for (const form of ['open_item', 'balance_forward'] as const)
        await company.call('statements.data', { customerId: customer, statementDate: asOf, form, from: null, currency })
    }
  }
  await reportsOfAFamily(company, customer)
  for (const id of [dollars.id, euros.id, receipt.id]) await company.call('documents.get', { id })
}

const reportsOfAFamily = async (company: TestCompany, payer: number): Promise<void> => {
  const child = await addCustomer(company, 'NORTH02', { payingParentId: payer })
  const invoice = await postInvoice(company, child, '2025-06-01', 10_000)
  const paid = { documentId: invoice.id, amount: 5_000, writeOff: 10, writeOffReason: 'small' }
  await postReceipt(company, payer, '2025-06-20', 5_000, [paid])
  const asked = { statementDate: day('2025-06-30'), form: 'balance_forward', from: null } as const
  for (const customerId of [payer, child]) await company.call('statements.data', { ...asked, customerId })
}
