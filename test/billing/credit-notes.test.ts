import { describe, expect, test } from 'vitest'
import { creditTotal, decideCredit } from '../../src-shared/ledger/rules/crediting/crediting.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, applyCredit, day, line, openAsOf, postInvoice } from '../fixtures/entries.ts'

const tenPercent = 2
const one = 1_000_000

const creditNote = (
  customerId: number,
  cents: number,
  applications: { documentId: number; amount: number }[] = [],
) => ({
  customerId,
  documentDate: day('2025-06-10'),
  rate: null,
  reference: '',
  memo: '',
  pricesIncludeTax: false,
  lines: [line(cents, { taxCodeId: tenPercent })],
  applications,
  draftUid: null,
})

const fromInvoice = (
  invoiceId: number,
  lines: { lineNo: number; quantity: number }[] | null = null,
  changes: Partial<{ documentDate: string; apply: boolean }> = {},
) => ({
  invoiceId,
  documentDate: day(changes.documentDate ?? '2025-06-10'),
  reference: '',
  memo: '',
  lines,
  apply: changes.apply ?? true,
})

const threeLines = async (company: TestCompany) => {
  const customer = await addCustomer(company, 'NORTH01')
  const posted = await company.call('invoices.post', {
    customerId: customer,
    documentDate: day('2025-06-01'),
    termsId: null,
    rate: null,
    dueDate: null,
    reference: '',
    memo: '',
    pricesIncludeTax: false,
    lines: [
      line(1000, { taxCodeId: tenPercent, quantity: 3 * one, description: 'Paper' }),
      line(500, { taxCodeId: tenPercent, description: 'Ink' }),
      line(200, { description: 'Freight' }),
    ],
    documentDiscount: { kind: 'amount', amount: 370 },
    draftUid: null,
  })
  return { customer, ...posted }
}

test('a credit note from an invoice is dated on its day at the earliest', async () => {
  const company = newCompany()
  const { id } = await threeLines(company)
  const on = (documentDate: string) =>
    company.call('creditNotes.postFromInvoice', fromInvoice(id, [{ lineNo: 2, quantity: one }], { documentDate }))
  await expect(on('2025-05-31')).rejects.toMatchObject({
    code: 'credit_too_early',
    path: 'documentDate',
    params: { earliest: '1 Jun 2025' },
  })
  const note = await on('2025-06-01')
  const kept = 'SELECT document_date AS date, credits_id AS credits FROM document WHERE id = ?'
  expect(company.sql().get(kept, [note.id])).toEqual({ date: '2025-06-01', credits: id })
})

describe('a credit note of its own', () => {
  test('lowers what the customer owes, the sales and the tax, under a number of its own', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const posted = await company.call('creditNotes.post', creditNote(customer, 10_000))
    expect(posted).toMatchObject({ number: 'CRN-00001', total: -11_000, applied: 0, unapplied: 11_000 })
    expect(openAsOf(company, posted.id)).toBe(-11_000)
    expect(await accountBalances(company)).toEqual({ '1200': -11_000, '2200': 1000, '4000': 10_000 })
    expect(await company.call('documents.get', { id: posted.id })).toMatchObject({
      kind: 'credit_note',
      lines: [{ quantity: -one, net: -10_000 }],
      taxes: [{ base: -10_000, tax: -1000 }],
    })
  })

  test('100, apply 80: the invoice is down 80, the credit note has 20 left', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 20_000)
    const note = { ...creditNote(customer, 10_000, [{ documentId: invoice.id, amount: 8000 }]), lines: [line(10_000)] }
    const posted = await company.call('creditNotes.post', note)
    expect(posted).toMatchObject({ applied: 8000, unapplied: 2000 })
    expect(openAsOf(company, invoice.id)).toBe(12_000)
    expect(openAsOf(company, posted.id)).toBe(-2000)
    await applyCredit(company, posted.id, [{ documentId: invoice.id, amount: 2000 }])
    expect(openAsOf(company, invoice.id)).toBe(10_000)
  })

  test('may be given to a customer on hold, and not beyond what an invoice has open', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 5000)
    await expect(
      company.call('creditNotes.post', creditNote(customer, 10_000, [{ documentId: invoice.id, amount: 6000 }])),
    ).rejects.toMatchObject({ code: 'exceeds_open', path: 'applications.0.amount' })
    const held = await addCustomer(company, 'HELD', { onHold: true })
    await expect(company.call('creditNotes.post', creditNote(held, 100))).resolves.toMatchObject({ total: -110 })
  })

  test('that would raise what the customer owes is refused in words', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    await expect(company.call('creditNotes.post', creditNote(customer, -100))).rejects.toMatchObject({
      path: 'lines',
      message: 'These lines would raise what the customer owes. Credit other lines, or enter a debit note.',
    })
  })
})

describe('a credit note from an invoice', () => {
  test('takes back part of a line at its price, discount and tax, and is applied at once', async () => {
    const company = newCompany()
    const invoice = await threeLines(company)
    // Paper 30.00 less its 3.00 of the discount of 3.70, at 10% tax.
    const note = await company.call(
      'creditNotes.postFromInvoice',
      fromInvoice(invoice.id, [{ lineNo: 1, quantity: one }]),
    )
    expect(note).toMatchObject({ number: 'CRN-00001', total: -990, applied: 990, unapplied: 0 })
    expect(openAsOf(company, invoice.id)).toBe(invoice.total - 990)
    expect(await company.call('documents.get', { id: note.id })).toMatchObject({
      reference: 'INV-00001',
      lines: [{ description: 'Paper', quantity: -one, net: -900, documentDiscount: -100 }],
    })
    const left = await company.call('creditNotes.creditable', { invoiceId: invoice.id })
    expect(left.lines.map((each) => each.left)).toEqual([2 * one, one, one])
  })

  test('and its invoice lead to each other, until it is void', async () => {
    const company = newCompany()
    const invoice = await threeLines(company)
    const note = await company.call('creditNotes.postFromInvoice', fromInvoice(invoice.id))
    const view = (id: number) => company.call('documents.get', { id })
    expect(await view(note.id)).toMatchObject({ creditsId: invoice.id, creditsNumber: 'INV-00001', creditedBy: [] })
    expect(await view(invoice.id)).toMatchObject({
      creditsId: null,
      creditedBy: [{ id: note.id, number: 'CRN-00001' }],
    })
    const { id } = await company.call('documents.void', { id: note.id, date: day('2025-06-11'), reason: 'wrong' })
    expect(await view(note.id)).toMatchObject({ reversedById: id, reversedByNumber: 'CRN-00001/V' })
    expect(await view(id)).toMatchObject({ reversesId: note.id, reversesNumber: 'CRN-00001' })
    expect((await view(invoice.id)).creditedBy).toEqual([])
  })

  test('takes its draft away', async () => {
    const company = newCompany()
    const { id, customer } = await threeLines(company)
    const uid = '01890a5d-ac96-774b-bcce-b302099a8057'
    const draft = { uid, kind: 'credit_note', customerId: customer, title: '', body: null } as const
    await company.call('drafts.save', draft)
    await company.call('creditNotes.postFromInvoice', { ...fromInvoice(id), draftUid: uid })
    expect(await company.call('drafts.list', {})).toEqual([])
  })

  test('can be foreseen to the cent from what is left', async () => {
    const company = newCompany()
    const { id } = await threeLines(company)
    const wanted = [{ lineNo: 1, quantity: one }]
    await company.call('creditNotes.postFromInvoice', fromInvoice(id, wanted))
    const { lines, taxes } = await company.call('creditNotes.creditable', { invoiceId: id })
    const foreseen = decideCredit(lines, taxes, wanted)
    const { total } = await company.call('creditNotes.postFromInvoice', fromInvoice(id, wanted))
    expect(foreseen.ok && creditTotal(foreseen.credit)).toBe(-total)
  })

  test('in pieces adds up to the whole invoice, and then nothing is left', async () => {
    const company = newCompany()
    const invoice = await threeLines(company)
    const first = await company.call(
      'creditNotes.postFromInvoice',
      fromInvoice(invoice.id, [{ lineNo: 1, quantity: one }]),
    )
    const rest = await company.call('creditNotes.postFromInvoice', fromInvoice(invoice.id))
    expect(first.total + rest.total).toBe(-invoice.total)
    expect(await accountBalances(company)).toEqual({})
    await expect(company.call('creditNotes.postFromInvoice', fromInvoice(invoice.id))).rejects.toMatchObject({
      message: 'Everything on INV-00001 has been credited already.',
    })
  })

  test('a void gives the lines back to be credited again', async () => {
    const company = newCompany()
    const invoice = await threeLines(company)
    const note = await company.call('creditNotes.postFromInvoice', fromInvoice(invoice.id))
    await company.call('documents.void', { id: note.id, date: day('2025-06-11'), reason: 'entered wrong' })
    expect(openAsOf(company, invoice.id)).toBe(invoice.total)
    const again = await company.call(
      'creditNotes.postFromInvoice',
      fromInvoice(invoice.id, null, { documentDate: '2025-06-12' }),
    )
    expect(again.total).toBe(-invoice.total)
  })

  test('of a paid invoice stays open as a credit', async () => {
    const company = newCompany()
    const invoice = await threeLines(company)
    const note = await company.call('creditNotes.postFromInvoice', fromInvoice(invoice.id, null, { apply: false }))
    expect(note).toMatchObject({ applied: 0, unapplied: invoice.total })
    expect(openAsOf(company, invoice.id)).toBe(invoice.total)
  })

  test('is refused beyond what is left, before the invoice, of a void, of a receipt, each in words', async () => {
    const company = newCompany()
    const invoice = await threeLines(company)
    const credit = (...input: Parameters<typeof fromInvoice>) =>
      company.call('creditNotes.postFromInvoice', fromInvoice(...input))
    await expect(credit(invoice.id, [{ lineNo: 1, quantity: 4 * one }])).rejects.toMatchObject({
      path: 'lines.0.quantity',
      message: 'Line 1 of INV-00001 has only 3 left to credit. Enter 3 or less, more than none.',
    })
    await expect(credit(invoice.id, [{ lineNo: 9, quantity: one }])).rejects.toMatchObject({
      path: 'lines.0.lineNo',
      message: 'INV-00001 has no line 9. Choose one of its lines.',
    })
    await expect(credit(invoice.id, null, { documentDate: '2025-05-31' })).rejects.toMatchObject({
      path: 'documentDate',
      message: 'INV-00001 is dated 1 Jun 2025. Use that date or later.',
    })
    const note = await credit(invoice.id)
    await expect(credit(note.id)).rejects.toMatchObject({
      message: 'CRN-00001 is not an invoice that can be credited. Choose an invoice or a debit note.',
    })
    await expect(
      company.call('documents.void', { id: invoice.id, date: day('2025-06-20'), reason: 'entered wrong' }),
    ).rejects.toMatchObject({ message: 'INV-00001 was credited by CRN-00001. Void that first.' })
  })

  test('in foreign currency is at the rate of the invoice, so that nothing is gained or lost', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'EURO', { currency: 'EUR' })
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000, { rate: '1.2345' })
    await company.call('creditNotes.postFromInvoice', fromInvoice(invoice.id))
    expect(await accountBalances(company)).toEqual({})
  })
})

test('a debit note is entered like an invoice, in a series of its own', async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'NORTH01')
  await postInvoice(company, customer, '2025-06-01', 5000)
  const { applications: _, ...entered } = creditNote(customer, 10_000)
  const posted = await company.call('debitNotes.post', { ...entered, termsId: null, dueDate: null })
  expect(posted).toMatchObject({ number: 'DBN-00001', total: 11_000, dueDate: '2025-07-10' })
  expect(openAsOf(company, posted.id)).toBe(11_000)
  expect(await accountBalances(company)).toEqual({ '1200': 16_000, '2200': -1000, '4000': -15_000 })
})

test('SQLite itself refuses to credit more of a line than it has', async () => {
  const company = newCompany()
  const invoice = await threeLines(company)
  await company.call('creditNotes.postFromInvoice', fromInvoice(invoice.id, [{ lineNo: 1, quantity: 3 * one }]))
  const attacker = company.sql()
  attacker.run('BEGIN')
  attacker.run(
    `INSERT INTO document (uid, command_seq, posting_id, kind, number, customer_id, document_date, due_date, currency,
       rate, total, base_total, reference, memo, credits_id)
     SELECT 'x', 999, 999, 'credit_note', 'X', customer_id, document_date, due_date, currency, rate, -1, -1, '', '', id
     FROM document WHERE id = ?`,
    [invoice.id],
  )
  expect(() =>
    attacker.run(
      `INSERT INTO document_line (document_id, line_no, description, quantity, unit_price, discount_percent, net,
         account_id, credits_line_no) VALUES ((SELECT max(id) FROM document), 1, '', -1, 0, 0, -1, 6, 1)`,
    ),
  ).toThrow('document_line: more than the invoice line has left to credit')
  attacker.run('ROLLBACK')
})
