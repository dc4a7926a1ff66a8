import { describe, expect, test } from 'vitest'
import { asClerk, OWNER } from '../fixtures/clerk.ts'
import { newCompany } from '../fixtures/company.ts'
import {
  addCustomer,
  applicationLine,
  day,
  line as billed,
  openAsOf,
  postInvoice,
  postReceipt,
} from '../fixtures/entries.ts'

/** So low that a fortune comes to less than any limit. */
const NEXT_TO_NOTHING = '0.000001'

/** A customer billed in euro who owes 10,000.00, worth 11,000.00 dollars, and a clerk who may write off 100.00. */
const owesEuro = async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'PARIS01', { currency: 'EUR' })
  const invoice = await postInvoice(company, customer, '2025-06-01', 1_000_000, { rate: '1.10' })
  return { company, customer, invoice }
}

describe('a limit in the company’s currency is not passed by a rate entered by hand', () => {
  test('a receipt’s rate does not measure what is written off with it: the item’s own does', async () => {
    const { company, customer, invoice } = await owesEuro()
    const clerk = asClerk(company)
    const line = applicationLine({ documentId: invoice.id, amount: 100, writeOff: 500_000, writeOffReason: 'x' })
    const post = (writeOff: number) =>
      clerk.call('receipts.post', {
        customerId: customer,
        date: day('2025-06-10'),
        amount: 100,
        method: 'check',
        rate: NEXT_TO_NOTHING,
        reference: '',
        memo: '',
        depositAccountId: null,
        applications: [{ ...line, writeOff }],
        draftUid: null,
      })
    await expect(post(500_000)).rejects.toMatchObject({ code: 'over_limit', params: { amount: '5,500.00 USD' } })
    await post(9000)
    expect(openAsOf(company, invoice.id)).toBe(1_000_000 - 100 - 9000)
  })

  test('nor does the rate of the credit that is applied, alone or with others', async () => {
    const { company, customer, invoice } = await owesEuro()
    const receipt = await postReceipt(company, customer, '2025-06-10', 100, [], { rate: NEXT_TO_NOTHING })
    const clerk = asClerk(company)
    const line = applicationLine({ documentId: invoice.id, amount: 100, writeOff: 500_000, writeOffReason: 'x' })
    await expect(
      clerk.call('applications.apply', { creditDocumentId: receipt.id, date: null, lines: [line] }),
    ).rejects.toMatchObject({ code: 'over_limit' })
    await expect(
      clerk.call('applications.applyCredits', {
        credits: [{ documentId: receipt.id, amount: 100 }],
        applications: [line],
        date: null,
        draftUid: null,
      }),
    ).rejects.toMatchObject({ code: 'over_limit' })
  })

  test('an adjustment counts at the highest rate of what is owed', async () => {
    const { company, customer } = await owesEuro()
    const reasons = await company.call('reasonCodes.list', {})
    const clerk = asClerk(company)
    const adjust = (amount: number) =>
      clerk.call('adjustments.post', {
        customerId: customer,
        date: day('2025-06-10'),
        direction: 'decrease',
        amount,
        reasonCodeId: reasons[0]?.id ?? 0,
        rate: NEXT_TO_NOTHING,
        reference: '',
        memo: '',
        applications: [],
      })
    await expect(adjust(500_000)).rejects.toMatchObject({ code: 'over_limit', params: { amount: '5,500.00 USD' } })
    await adjust(9000)
  })

  test('a refund counts at the credit’s rate, even where it comes to less than a cent', async () => {
    const { company, customer } = await owesEuro()
    const receipt = await postReceipt(company, customer, '2025-06-10', 400_000, [], { rate: '1.20' })
    const clerk = asClerk(company)
    const refund = {
      creditDocumentId: receipt.id,
      date: day('2025-06-12'),
      amount: 400_000,
      method: 'transfer',
      rate: NEXT_TO_NOTHING,
      bankAccountId: null,
      reference: '',
      memo: '',
    } as const
    await expect(clerk.call('refunds.post', refund)).rejects.toMatchObject({
      code: 'over_limit',
      params: { amount: '4,800.00 USD' },
    })
  })

  test('unidentified money sent back counts at the rate of the table, whatever it was unidentified at', async () => {
    const { company } = await owesEuro()
    await company.call('rates.set', { currency: 'EUR', date: day('2025-06-01'), rate: '1.10', version: null })
    const clerk = asClerk(company)
    const { id } = await clerk.call('unidentifiedReceipts.post', {
      date: day('2025-06-10'),
      amount: 400_000,
      currency: 'EUR',
      method: 'transfer',
      rate: NEXT_TO_NOTHING,
      payer: 'Somebody',
      reference: '',
      memo: '',
      depositAccountId: null,
      draftUid: null,
    })
    await expect(
      clerk.call('unidentifiedReceipts.giveBack', {
        id,
        date: day('2025-06-12'),
        rate: NEXT_TO_NOTHING,
        bankAccountId: null,
        memo: '',
      }),
    ).rejects.toMatchObject({ code: 'over_limit', params: { amount: '4,400.00 USD' } })
  })
})

describe('a credit that names no invoice comes under a limit, or it would go round the one for write-offs', () => {
  const free = (customerId: number, cents: number, rate: string | null = null) => ({
    customerId,
    documentDate: day('2025-06-10'),
    rate,
    reference: '',
    memo: '',
    pricesIncludeTax: false,
    lines: [billed(cents)],
    documentDiscount: null,
    applications: [],
    draftUid: null,
  })

  test('the clerk’s begins as that for write-offs; a supervisor has none, and approves what is over it', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    await company.call('creditNotes.post', free(customer, 5_000_000))
    const clerk = asClerk(company)
    await clerk.call('creditNotes.post', free(customer, 10_000))
    await expect(clerk.call('creditNotes.post', free(customer, 10_001))).rejects.toMatchObject({
      code: 'over_limit',
      path: 'lines',
      message:
        'Your limit for credits without an invoice is 100.00 USD, this is 100.01 USD. Enter less, or ask a supervisor to approve it.',
    })
    const approval = { ...OWNER, over: ['over_limit' as const] }
    const { id } = await clerk.call('creditNotes.post', { ...free(customer, 10_001), approval })
    expect((await clerk.call('documents.get', { id })).approvals).toMatchObject([
      { supervisor: 'Owner', act: 'credit', most: 10_000, amount: 10_001 },
    ])
  })

  test('what takes back lines of an invoice is bounded by them, and asks nobody', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const { id: invoiceId } = await postInvoice(company, customer, '2025-06-01', 50_000)
    const clerk = asClerk(company)
    const of = { invoiceId, documentDate: day('2025-06-10'), reference: '', memo: '', lines: null, apply: true }
    expect(await clerk.call('creditNotes.postFromInvoice', of)).toMatchObject({ total: -50_000 })
  })

  test('a rate entered by hand does not pass it', async () => {
    const { company, customer } = await owesEuro()
    const clerk = asClerk(company)
    await expect(clerk.call('creditNotes.post', free(customer, 500_000, NEXT_TO_NOTHING))).rejects.toMatchObject({
      code: 'over_limit',
      params: { amount: '5,500.00 USD' },
    })
  })

  test('credits among opening balances count together, what is owed does not', async () => {
    const company = newCompany()
    const customerId = await addCustomer(company, 'NORTH01')
    const clerk = asClerk(company)
    const item = (kind: 'invoice' | 'credit_note', number: string, amount: number) => ({
      customerId,
      kind,
      number,
      documentDate: day('2025-06-01'),
      dueDate: null,
      amount,
      rate: null,
      reference: '',
      memo: '',
    })
    const owed = item('invoice', 'OLD-1', 900_000)
    const items = [owed, item('credit_note', 'OLD-2', 6000), item('credit_note', 'OLD-3', 6000)]
    await expect(clerk.call('openingBalances.post', { items })).rejects.toMatchObject({
      code: 'over_limit',
      path: 'items',
      params: { amount: '120.00 USD' },
    })
    await clerk.call('openingBalances.post', { items: items.slice(0, 2) })
  })
})
