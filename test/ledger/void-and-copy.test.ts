import { describe, expect, test } from 'vitest'
import { billingDraft } from '../../src-renderer/billing/entry/entry.ts'
import { appliedOf } from '../../src-renderer/billing/entry/applying.ts'
import { creditNoteToPost, invoiceToPost, linesToPost } from '../../src-renderer/billing/entry/input.ts'
import type { BillingTerms } from '../../src-renderer/billing/entry/totals.ts'
import { receiptDraft } from '../../src-renderer/cash/receive-payment/entry.ts'
import type { OpenItem } from '../../src-shared/ledger/contract/open-items.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, day, line, openAsOf, postInvoice, postReceipt } from '../fixtures/entries.ts'

const tenPercent = 2
const one = 1_000_000

const voidAndCopy = (company: TestCompany, id: number, date = '2025-06-20') =>
  company.call('documents.voidAndCopy', { id, date: day(date), reason: 'wrong price' })

const draftOf = (company: TestCompany, { draft }: { readonly draft: { readonly uid: string } }) =>
  company.call('drafts.get', { uid: draft.uid })

/** What the entry screens know besides the draft. */
const termsOf = async (company: TestCompany, currency = 'USD'): Promise<BillingTerms> => ({
  currency,
  taxRounding: 'line',
  cashRounding: { cashRounding: 'off', cashRoundingStep: 5 },
  baseCurrency: 'USD',
  customerTaxCodeId: null,
  companyTaxCodeId: null,
  products: await company.call('products.list', {}),
  taxCodes: await company.call('taxCodes.list', {}),
})

/** Resumes the draft in the entry screen and posts it as it stands. */
const postCopy = async (company: TestCompany, copied: Awaited<ReturnType<typeof voidAndCopy>>) => {
  const entry = billingDraft.read(await draftOf(company, copied), '')
  const { lines } = linesToPost(entry.lines, await termsOf(company))
  const { commandUid: _, ...input } = invoiceToPost(entry, lines, entry.termsId) ?? never()
  return company.call(copied.draft.kind === 'invoice' ? 'invoices.post' : 'debitNotes.post', input)
}

const never = (): never => {
  throw new Error('the copy is complete')
}

const richInvoice = (customerId: number) =>
  ({
    customerId,
    documentDate: day('2025-06-01'),
    termsId: null,
    rate: null,
    dueDate: day('2025-06-15'),
    reference: 'PO 7',
    memo: 'Second floor',
    pricesIncludeTax: true,
    lines: [
      { ...line(3333, { taxCodeId: tenPercent, quantity: 3 * one, description: 'Paper' }), discountPercent: 5 * one },
      line(500, { taxCodeId: tenPercent, quantity: -one, description: 'Returned pallet' }),
      line(200, { description: 'Freight' }),
    ],
    documentDiscount: { kind: 'percent', percent: 7_500_000 },
    draftUid: null,
  }) as const

/** What is said of a document otherwise once it is posted again, or void. */
const ofTheCopy = [
  'id',
  'uid',
  'number',
  'status',
  'open',
  'applications',
  'reopens',
  'reversedById',
  'reversedByNumber',
]

const contentOf = async (company: TestCompany, id: number) =>
  Object.fromEntries(
    Object.entries(await company.call('documents.get', { id })).filter(([field]) => !ofTheCopy.includes(field)),
  )

describe('void and copy', () => {
  test.each(['invoices.post', 'debitNotes.post'] as const)(
    '%s: the copy posted again says exactly the same',
    async (post) => {
      const company = newCompany()
      const customer = await addCustomer(company, 'NORTH01')
      const { id, total } = await company.call(post, {
        ...richInvoice(customer),
        lines: [...richInvoice(customer).lines],
      })
      const before = await contentOf(company, id)
      const balances = await accountBalances(company)
      const copied = await voidAndCopy(company, id)
      expect(copied.total).toBe(-total)
      expect(openAsOf(company, id)).toBe(0)
      expect(await draftOf(company, copied)).toMatchObject({ title: `Customer NORTH01, ${(total / 100).toFixed(2)}` })
      const again = await postCopy(company, copied)
      expect(await contentOf(company, again.id)).toEqual(before)
      expect(await accountBalances(company)).toEqual(balances)
      expect(await company.call('drafts.list', {})).toEqual([])
    },
  )

  test('a due date that follows the terms follows them again; another customer’s rate of the day is kept', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'EURO', { currency: 'EUR' })
    const { id } = await postInvoice(company, customer, '2025-06-01', 10_000, { rate: '1.0845' })
    const entry = billingDraft.read(await draftOf(company, await voidAndCopy(company, id)), '')
    expect(entry).toMatchObject({ dueDate: null, rate: '1.0845', documentDate: '2025-06-01', documentDiscount: null })
  })

  test('in a closed period the copy takes the date of the void', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'EURO', { currency: 'EUR' })
    const { id } = await postInvoice(company, customer, '2025-06-01', 10_000, { rate: '1.0845', dueDate: '2025-06-10' })
    const { version } = await company.call('company.profile', {})
    await company.call('company.setClosingDate', { closingDate: day('2025-06-05'), reason: 'May is done', version })
    const entry = billingDraft.read(await draftOf(company, await voidAndCopy(company, id)), '')
    expect(entry).toMatchObject({ documentDate: '2025-06-20', dueDate: null, rate: '' })
  })

  test('a credit note of its own settles the same invoice again', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 20_000)
    const { dueDate: _, termsId: __, ...note } = richInvoice(customer)
    const posted = await company.call('creditNotes.post', {
      ...note,
      lines: [...note.lines],
      applications: [{ documentId: invoice.id, amount: 5000 }],
    })
    const before = await contentOf(company, posted.id)
    const entry = billingDraft.read(await draftOf(company, await voidAndCopy(company, posted.id)), '')
    expect(openAsOf(company, invoice.id)).toBe(20_000)
    const { lines } = linesToPost(entry.lines, await termsOf(company))
    const item = { documentId: invoice.id, open: 20_000 } as OpenItem
    const { commandUid: ___, ...input } =
      creditNoteToPost(entry, lines, appliedOf(entry.applyToId, 0 - posted.total, [item])) ?? never()
    const again = await company.call('creditNotes.post', input)
    expect(again).toMatchObject({ total: posted.total, applied: 0 - posted.total })
    expect(await contentOf(company, again.id)).toEqual(before)
  })

  test('a credit note from an invoice takes back the same quantities', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 20_000)
    const half = { lineNo: 1, quantity: one / 2 }
    const input = {
      invoiceId: invoice.id,
      documentDate: day('2025-06-02'),
      reference: '',
      memo: 'Damp',
      lines: [half],
      apply: true,
    }
    const note = await company.call('creditNotes.postFromInvoice', input)
    const { body, kind } = await draftOf(company, await voidAndCopy(company, note.id))
    expect(kind).toBe('credit_note')
    expect(body).toEqual({
      invoiceId: invoice.id,
      documentDate: '2025-06-02',
      reference: 'INV-00001',
      memo: 'Damp',
      apply: true,
      quantities: { '1': one / 2 },
    })
  })

  test('a receipt is proposed for what it had settled, with its discounts and write-offs', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01', { termsCode: '2-10-30' })
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    const other = await postInvoice(company, customer, '2025-06-01', 10_000)
    const receipt = await postReceipt(company, customer, '2025-06-05', 10_500, [
      { documentId: invoice.id, amount: 9500, discount: 200, writeOff: 300, writeOffReason: 'small balance' },
      { documentId: other.id, amount: 500 },
    ])
    const { applications } = await company.call('documents.get', { id: other.id })
    await company.call('applications.unapply', { applicationId: applications[0]?.id ?? 0, date: day('2025-06-06') })
    const entry = receiptDraft.read(await draftOf(company, await voidAndCopy(company, receipt.id)), 'uid')
    expect(entry).toMatchObject({
      amount: 10_500,
      date: '2025-06-05',
      method: 'check',
      depositAccountId: null,
      customer: { key: String(customer), code: 'NORTH01' },
      allocation: {
        kind: 'byHand',
        payments: {
          [invoice.id]: { payment: 9500, discount: 200, writeOff: 300, writeOffReason: 'small balance' },
        },
      },
    })
  })

  test('a receipt keeps its batch while that is open, what was deducted with it, and what its rest is meant to be', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    const other = await postInvoice(company, customer, '2025-06-01', 700)
    const batch = await company.call('receiptBatches.open', {
      name: 'Morning post',
      date: day('2025-06-05'),
      currency: 'USD',
      method: 'check',
      depositAccountId: null,
      controlCount: 1,
      controlTotal: 12_000,
    })
    const reasons = await company.call('reasonCodes.list', {})
    const reasonCodeId = reasons.find(({ code }) => code === 'DAMAGED')?.id ?? 0
    const receipt = await postReceipt(
      company,
      customer,
      '2025-06-05',
      12_000,
      [
        { documentId: invoice.id, amount: 9500, deductions: [{ reasonCodeId, amount: 500, memo: 'wet' }] },
        { documentId: other.id, amount: 0, deductions: [{ reasonCodeId, amount: 700, memo: '' }] },
      ],
      { batchId: batch.id, unappliedAs: 'prepayment' },
    )
    const copied = await voidAndCopy(company, receipt.id)
    const entry = receiptDraft.read(await draftOf(company, copied), 'uid')
    const none = { payment: 0, settles: 0, rate: '', discount: 0, writeOff: 0, writeOffReason: '' }
    expect(entry).toMatchObject({ batchId: batch.id, unappliedAs: 'prepayment' })
    expect(entry.allocation).toEqual({
      kind: 'byHand',
      payments: {
        [invoice.id]: { ...none, payment: 9500, deductions: [{ reasonCodeId, amount: 500, memo: 'wet' }] },
        [other.id]: { ...none, deductions: [{ reasonCodeId, amount: 700, memo: '' }] },
      },
    })
  })

  test('a receipt that was applied later than its own day is applied on that day again', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    const inFull = { documentId: invoice.id, amount: 10_000, discount: 0, writeOff: 0, writeOffReason: '' }
    const money = { customerId: customer, date: day('2025-06-05'), amount: 10_000, depositAccountId: null } as const
    const said = { method: 'check', reference: '', memo: '', draftUid: null } as const
    const applied = { applications: [inFull], applicationDate: day('2025-06-20') }
    const receipt = await company.call('receipts.post', { ...money, ...said, ...applied })
    const copied = await voidAndCopy(company, receipt.id)
    const entry = receiptDraft.read(await draftOf(company, copied), 'uid')
    expect(entry).toMatchObject({ date: '2025-06-05', applicationDate: '2025-06-20' })
  })

  test('what has no entry is refused, and nothing is voided', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const { documents } = await company.call('openingBalances.post', {
      items: [
        {
          customerId: customer,
          kind: 'invoice',
          number: 'OLD-1',
          documentDate: day('2025-06-01'),
          dueDate: null,
          rate: null,
          reference: '',
          memo: '',
          amount: 500,
        },
      ],
    })
    const id = documents[0]?.id ?? 0
    await expect(voidAndCopy(company, id)).rejects.toMatchObject({
      code: 'not_copied',
      message: 'OLD-1 is an opening balance, which has no entry to be copied to. Void it, then enter it again.',
    })
    expect(openAsOf(company, id)).toBe(500)
    expect(await company.call('drafts.list', {})).toEqual([])
  })

  test('a void that is refused leaves no draft', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 500)
    await voidAndCopy(company, invoice.id)
    await expect(voidAndCopy(company, invoice.id)).rejects.toMatchObject({ code: 'already_void' })
    expect(await company.call('drafts.list', {})).toHaveLength(1)
  })
})
