import { describe, expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, applyCredit, day, postInvoice, postReceipt } from '../fixtures/entries.ts'

describe('one document', () => {
  test('shows its lines, taxes, terms and what is open', async () => {
    const company = newCompany()
    const std = (await company.call('taxCodes.list', {})).find(({ code }) => code === 'STD')
    const id = await addCustomer(company, 'C1', { name: 'Acme' })
    const invoice = await postInvoice(company, id, '2025-06-01', 10_000, { taxCodeId: std?.id ?? 0, reference: 'PO 7' })
    expect(await company.call('documents.get', { id: invoice.id })).toMatchObject({
      kind: 'invoice',
      number: 'INV-00001',
      customerCode: 'C1',
      customerName: 'Acme',
      dueDate: '2025-07-01',
      reference: 'PO 7',
      total: 11_000,
      open: 11_000,
      status: 'open',
      net: 10_000,
      termsName: 'Net 30 days',
      method: null,
      taxes: [{ taxCode: 'STD', rate: 10_000_000, base: 10_000, tax: 1_000 }],
      lines: [
        { lineNo: 1, description: 'Goods', quantity: 1_000_000, net: 10_000, taxCode: 'STD', accountCode: '4000' },
      ],
      applications: [],
      reversesNumber: null,
      reversedByNumber: null,
    })
  })

  test('lists what settles it and what was undone, from either side', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1')
    const invoice = await postInvoice(company, id, '2025-06-01', 10_000)
    const receipt = await postReceipt(company, id, '2025-06-05', 9_000, [
      { documentId: invoice.id, amount: 9_000, writeOff: 1_000, writeOffReason: 'small balance' },
    ])
    const applications = async (document: number) =>
      (await company.call('documents.get', { id: document })).applications
    const [application] = await applications(invoice.id)
    expect(application).toMatchObject({
      documentId: receipt.id,
      kind: 'receipt',
      number: 'RCT-00001',
      effectiveDate: '2025-06-05',
      amount: 9_000,
      writeOff: 1_000,
      writeOffReason: 'small balance',
      isReversal: false,
      isReversed: false,
    })
    await company.call('applications.unapply', { applicationId: application?.id ?? 0, date: day('2025-06-07') })
    expect(
      (await applications(receipt.id)).map(({ number, amount, isReversal, isReversed }) => [
        number,
        amount,
        isReversal,
        isReversed,
      ]),
    ).toEqual([
      ['INV-00001', 9_000, false, true],
      ['INV-00001', -9_000, true, false],
    ])
    expect(await company.call('documents.get', { id: invoice.id })).toMatchObject({ open: 10_000, status: 'open' })
  })

  test('and its void name each other', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1')
    const invoice = await postInvoice(company, id, '2025-06-01', 10_000)
    const reversal = await company.call('documents.void', {
      id: invoice.id,
      date: day('2025-06-02'),
      reason: 'typed twice',
    })
    expect(await company.call('documents.get', { id: invoice.id })).toMatchObject({
      status: 'void',
      open: 0,
      reversedByNumber: reversal.number,
    })
    expect(await company.call('documents.get', { id: reversal.id })).toMatchObject({
      status: 'reversal',
      total: -10_000,
      reversesNumber: 'INV-00001',
    })
  })

  test('names a document that does not exist', async () => {
    const company = newCompany()
    for (const name of ['documents.get', 'documents.postings'] as const) {
      await expect(company.call(name, { id: 9 })).rejects.toMatchObject({ code: 'document_not_found' })
    }
  })
})

describe('the postings of a document', () => {
  test('are its own entries and those of its applications, in balance, each with the command that made it', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1')
    const first = await postInvoice(company, id, '2025-06-01', 10_000)
    const other = await postInvoice(company, id, '2025-06-02', 5_000)
    const receipt = await postReceipt(company, id, '2025-06-05', 15_000, [
      { documentId: first.id, amount: 9_000, writeOff: 1_000, writeOffReason: 'small balance' },
      { documentId: other.id, amount: 5_000 },
    ])
    const entries = await company.call('documents.postings', { id: first.id })
    expect(
      entries.map(({ postingDate, accountCode, itemNumber, amount, command }) => [
        postingDate,
        accountCode,
        itemNumber,
        amount,
        command.name,
      ]),
    ).toEqual([
      ['2025-06-01', '1200', 'INV-00001', 10_000, 'invoices.post'],
      ['2025-06-01', '4000', null, -10_000, 'invoices.post'],
      ['2025-06-05', '1200', 'RCT-00001', 9_000, 'receipts.post'],
      ['2025-06-05', '1200', 'INV-00001', -10_000, 'receipts.post'],
      ['2025-06-05', '6100', null, 1_000, 'receipts.post'],
    ])
    expect(entries[0]?.command).toMatchObject({
      user: 'Owner',
      device: 'This computer',
      recordedAt: '2025-06-30T12:00:00.000Z',
    })
    const all = await company.call('documents.postings', { id: receipt.id })
    expect(all.filter(({ accountCode }) => accountCode === '1010').map(({ amount }) => amount)).toEqual([15_000])
    for (const list of [entries, all]) expect(list.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
  })

  test('include what was applied later', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1')
    const invoice = await postInvoice(company, id, '2025-06-01', 10_000)
    const receipt = await postReceipt(company, id, '2025-06-05', 4_000)
    await applyCredit(company, receipt.id, [{ documentId: invoice.id, amount: 4_000 }], '2025-06-09')
    const dates = (await company.call('documents.postings', { id: receipt.id })).map(({ postingDate, command }) => [
      postingDate,
      command.name,
    ])
    expect(dates).toContainEqual(['2025-06-09', 'applications.apply'])
  })
})
