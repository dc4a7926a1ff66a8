import { describe, expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import { memoText } from '../../src-shared/refusals.ts'
import { warned } from '../fixtures/warned.ts'
import {
  accountBalances,
  addCustomer,
  applyCredit,
  day,
  openAsOf,
  postInvoice,
  postReceipt,
} from '../fixtures/entries.ts'
import { credit, discounted, invoiced, one, voided } from './crediting.ts'
import { addTaxCode } from '../semantics/settings.ts'

describe('a credit note gives back no more than was billed', () => {
  test('line 1 of +1,000 and -900 alone is refused, all of it is 100', async () => {
    const company = newCompany()
    const { id } = await invoiced(company, [
      [100_000, null],
      [-90_000, null],
    ])
    await expect(credit(company, id, [{ lineNo: 1, quantity: one }])).rejects.toMatchObject({
      code: 'credit_exceeds_document',
      path: 'lines',
      message:
        'Of INV-00001 only 100.00 is left to credit, these lines come to 1,000.00. Credit less, or the lines that lower it too.',
    })
    await expect(credit(company, id, [{ lineNo: 1, quantity: 100_000 }])).resolves.toMatchObject({ total: -10_000 })
    await expect(
      credit(company, id, [
        { lineNo: 1, quantity: 100_000 },
        { lineNo: 2, quantity: 100_000 },
      ]),
    ).rejects.toMatchObject({ code: 'credit_exceeds_document' })
    await expect(credit(company, id)).resolves.toMatchObject({ total: 0 })
  })

  test('nor tax by tax: 20% on +1,000 and -900 beside 5,000 untaxed', async () => {
    const company = newCompany()
    const taxCodeId = await addTaxCode(company, 20)
    const { id } = await invoiced(company, [
      [100_000, taxCodeId],
      [-90_000, taxCodeId],
      [500_000, null],
    ])
    await expect(credit(company, id, [{ lineNo: 1, quantity: one }])).rejects.toMatchObject({
      code: 'credit_exceeds_tax',
      message:
        'Of the tax TAX20 on INV-00001 only 20.00 is left to credit, these lines come to 200.00. Credit its other lines too.',
    })
    await expect(
      credit(company, id, [
        { lineNo: 1, quantity: one },
        { lineNo: 2, quantity: one },
      ]),
    ).resolves.toMatchObject({ total: -12_000 })
    await expect(credit(company, id)).resolves.toMatchObject({ total: -500_000 })
  })

  test('the file itself refuses what would come to more than the document or its tax', async () => {
    const company = newCompany()
    const taxCodeId = await addTaxCode(company, 20)
    const invoice = await invoiced(company, [[10_000, taxCodeId]])
    const attacker = company.sql()
    const note = (total: number): void =>
      void attacker.run(
        `INSERT INTO document (uid, command_seq, posting_id, kind, number, customer_id, document_date, due_date, currency,
           rate, total, base_total, reference, memo, credits_id)
         SELECT 'x', 999, 999, 'credit_note', 'X', customer_id, document_date, due_date, currency, rate, ?, ?, '', '', id
         FROM document WHERE id = ?`,
        [total, total, invoice.id],
      )
    attacker.run('BEGIN')
    expect(() => note(-12_001)).toThrow('document: its credit notes would come to more than it billed')
    note(-12_000)
    expect(() =>
      attacker.run(
        'INSERT INTO document_tax (document_id, tax_code_id, rate, base, tax) VALUES ((SELECT max(id) FROM document), ?, 0, 0, ?)',
        [taxCodeId, -2001],
      ),
    ).toThrow('document_tax: more than the credited document billed of this tax')
    attacker.run('ROLLBACK')
  })
})

describe('nothing is given away twice', () => {
  test('what was credited and not yet applied cannot be written off or adjusted', async () => {
    const company = newCompany()
    const { id, customer } = await invoiced(company, [[10_000, null]])
    const note = await credit(company, id, [{ lineNo: 1, quantity: 900_000 }], false)
    await expect(
      postReceipt(company, customer, '2025-06-16', 8900, [
        { documentId: id, amount: 8900, writeOff: 1100, writeOffReason: 'small' },
      ]),
    ).rejects.toMatchObject({
      path: 'applications.0.writeOff',
      message:
        'INV-00001 was credited by CRN-00001: only 10.00 of it is left to give away. Apply the credit note instead.',
    })
    await postReceipt(company, customer, '2025-06-16', 9000, [
      { documentId: id, amount: 9000, writeOff: 1000, writeOffReason: 'small' },
    ])
    expect(openAsOf(company, note.id)).toBe(-9000)
  })

  test('a deduction of what was credited is settled by the credit note, not allowed besides', async () => {
    const company = newCompany()
    const { id, customer } = await invoiced(company, [[10_000, null]])
    const reasonCodeId = (await company.call('reasonCodes.list', {})).find(({ code }) => code === 'DAMAGED')?.id ?? 0
    const note = await credit(company, id, [{ lineNo: 1, quantity: 900_000 }], false)
    await postReceipt(company, customer, '2025-06-16', 8000, [
      { documentId: id, amount: 8000, deductions: [{ reasonCodeId, amount: 2000, memo: '' }] },
    ])
    const [deduction] = (await company.call('deductions.list', { asOf: day('2025-06-30') })).rows
    const allow = (amount: number | null) =>
      company.call('deductions.allow', { id: deduction?.id ?? 0, date: day('2025-06-20'), amount, memo: '' })
    await expect(allow(null)).rejects.toMatchObject({ code: 'given_away_before', path: 'amount' })
    await expect(allow(1000)).resolves.toMatchObject({ open: 1000 })
    await applyCredit(company, note.id, [{ documentId: deduction?.id ?? 0, amount: 1000 }])
    expect(openAsOf(company, note.id)).toBe(-8000)
  })
})

const refund = (creditDocumentId: number, amount: number, overpaid = false) => ({
  creditDocumentId,
  date: day('2025-06-20'),
  amount,
  method: 'transfer' as const,
  rate: null,
  reference: '',
  memo: '',
  overpaid,
  bankAccountId: null,
})

describe('a refund gives back what was paid', () => {
  test('of a credit note for an invoice not paid, nothing; once it is paid, all that was paid', async () => {
    const company = newCompany()
    const { id, customer } = await invoiced(company, [[10_000, null]])
    const note = await credit(company, id, null, false)
    await expect(company.call('refunds.post', refund(note.id, 1))).rejects.toMatchObject({
      code: 'refund_exceeds_paid',
      path: 'amount',
    })
    await postReceipt(company, customer, '2025-06-16', 4000, [{ documentId: id, amount: 4000 }])
    await expect(company.call('refunds.post', refund(note.id, 4001))).rejects.toMatchObject({
      message:
        'CRN-00001 credits INV-00001, of which 60.00 is still owed: only 40.00 can be paid back. Apply it to the invoice first.',
    })
    await expect(company.call('refunds.post', refund(note.id, 4000))).resolves.toMatchObject({ creditLeft: 6000 })
  })

  test('of a discounted invoice that came back, the 212.40 paid and no more', async () => {
    const company = newCompany()
    const { id, pay } = await discounted(company)
    await pay()
    const note = await credit(company, id)
    await expect(company.call('refunds.post', refund(note.id, 21_241))).rejects.toMatchObject({
      code: 'exceeds_credit',
    })
    await company.call('refunds.post', refund(note.id, 21_240))
    expect(await accountBalances(company)).toEqual({ '1000': -21_240, '1010': 21_240 })
  })

  test('50 paid back by the bank where 40 is left: the 10 too much is owed, and named so', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const receipt = await postReceipt(company, customer, '2025-06-05', 4000)
    await expect(company.call('refunds.post', refund(receipt.id, 5000))).rejects.toMatchObject({
      message: 'Only 40.00 is available to apply, 50.00 was entered. Apply 40.00 or less.',
    })
    const posted = warned(await company.call('refunds.post', refund(receipt.id, 5000, true)))
    expect(posted).toMatchObject({
      total: 5000,
      creditLeft: 0,
      overpaid: 1000,
      warnings: ['RFD-00001 paid back 10.00 more than RCT-00001 had left: the customer owes it.'],
    })
    expect(openAsOf(company, posted.id)).toBe(1000)
    const view = await company.call('documents.get', { id: posted.id })
    expect(view.open).toBe(1000)
    expect(memoText(view)).toBe('Paid back 10.00 more than RCT-00001 had left')
    expect(await accountBalances(company)).toEqual({ '1000': -5000, '1010': 4000, '1200': 1000 })
    await company.call('documents.void', { id: posted.id, date: day('2025-06-21'), reason: 'returned' })
    expect(await accountBalances(company)).toEqual({ '1010': 4000, '1200': -4000 })
  })

  test('a second time by the bank: nothing is left, all of it is owed', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const receipt = await postReceipt(company, customer, '2025-06-05', 4000)
    await company.call('refunds.post', refund(receipt.id, 4000))
    const again = await company.call('refunds.post', refund(receipt.id, 4000, true))
    expect(again).toMatchObject({ overpaid: 4000, creditLeft: 0 })
    expect(openAsOf(company, again.id)).toBe(4000)
  })
})

describe('a void gives back what was paid', () => {
  const adjusted = async () => {
    const company = newCompany()
    const { id, customer } = await invoiced(company, [[12_000, null]])
    await postReceipt(company, customer, '2025-06-05', 10_000, [{ documentId: id, amount: 10_000 }])
    const adjust = (amount: number, debits: readonly { documentId: number; amount: number }[]) =>
      company.call('adjustments.post', {
        customerId: customer,
        date: day('2025-06-06'),
        direction: 'decrease',
        amount,
        reasonCodeId: 1,
        rate: null,
        reference: '',
        memo: '',
        applications: [...debits],
      })
    return { company, id, customer, adjust }
  }

  test('an adjustment that only lowered the invoice is void with it, and not left as money', async () => {
    for (const copies of [false, true]) {
      const { company, id, adjust } = await adjusted()
      await adjust(2000, [{ documentId: id, amount: 2000 }])
      expect((await company.call('documents.get', { id })).voidWith).toEqual([
        expect.objectContaining({ number: 'ADJ-00001' }),
      ])
      const name = copies ? 'documents.voidAndCopy' : 'documents.void'
      const { warnings } = warned(await company.call(name, { id, date: day('2025-06-20'), reason: 'wrong' }))
      expect(warnings).toEqual(['ADJ-00001 is void with it.'])
      expect(await accountBalances(company)).toEqual({ '1010': 10_000, '1200': -10_000 })
    }
  })

  test('one that lowers others too stays, unapplied', async () => {
    const { company, id, customer, adjust } = await adjusted()
    const other = await postInvoice(company, customer, '2025-06-01', 500)
    const both = [
      { documentId: id, amount: 1500 },
      { documentId: other.id, amount: 500 },
    ]
    const { id: adjustment } = await adjust(2000, both)
    await voided(company, id)
    expect(openAsOf(company, adjustment)).toBe(-1500)
    expect(openAsOf(company, other.id)).toBe(0)
  })
})
