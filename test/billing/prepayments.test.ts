import { describe, expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, applyCredit, day, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { warned } from '../fixtures/warned.ts'

const june30 = day('2025-06-30')

describe('money received before its invoice', () => {
  test('is named when an invoice is posted, that of the same order first, until it is applied', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    expect((await postInvoice(company, customer, '2025-06-01', 1000)).warnings).toEqual([])
    const first = await postReceipt(company, customer, '2025-06-02', 50_000, [], { unappliedAs: 'prepayment' })
    const ordered = { unappliedAs: 'prepayment', reference: 'PO-77' } as const
    await postReceipt(company, customer, '2025-06-03', 20_000, [], ordered)
    const invoice = await postInvoice(company, customer, '2025-06-10', 50_000, { reference: 'po-77' })
    expect(warned(invoice).warnings).toEqual([
      'Prepayment RCT-00002 of 200.00 for po-77 is waiting to be applied.',
      'Prepayment RCT-00001 of 500.00 is waiting to be applied.',
    ])
    await applyCredit(company, first.id, [{ documentId: invoice.id, amount: 50_000 }])
    expect(warned(await postInvoice(company, customer, '2025-06-11', 100)).warnings).toEqual([
      'Prepayment RCT-00002 of 200.00 is waiting to be applied.',
    ])
  })

  test('by check is found again by the order in its memo: the check has a number of its own', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const prepaid = { unappliedAs: 'prepayment', reference: '4711' } as const
    await postReceipt(company, customer, '2025-06-02', 50_000, [], { ...prepaid, memo: 'other order, PO-990' })
    await postReceipt(company, customer, '2025-06-03', 20_000, [], { ...prepaid, memo: 'half of PO-991, by mail' })
    const first = async (reference: string) =>
      warned(await postInvoice(company, customer, '2025-06-10', 100, { reference })).warnings[0]
    expect(await first('PO-991')).toBe('Prepayment RCT-00002 of 200.00 for PO-991 is waiting to be applied.')
    expect(await first('PO-99')).toBe('Prepayment RCT-00001 of 500.00 is waiting to be applied.')
  })

  test('of the payer is named for those it pays for, of another customer it is not', async () => {
    const company = newCompany()
    const parent = await addCustomer(company, 'GROUP')
    const child = await addCustomer(company, 'EAST', { payingParentId: parent })
    const other = await addCustomer(company, 'OTHER')
    await postReceipt(company, parent, '2025-06-02', 50_000, [], { unappliedAs: 'prepayment' })
    expect((await postInvoice(company, child, '2025-06-10', 100)).warnings).toHaveLength(1)
    expect((await postInvoice(company, other, '2025-06-10', 100)).warnings).toEqual([])
  })

  test('is never proposed as a credit; money on account is', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    await postInvoice(company, customer, '2025-06-01', 10_000)
    const propose = async () =>
      (
        await company.call('receipts.propose', { customerId: customer, date: june30, amount: 7000, remittanceText: '' })
      ).flatMap(({ credits }) => credits)
    await postReceipt(company, customer, '2025-06-02', 3000, [], { unappliedAs: 'prepayment' })
    expect(await propose()).toEqual([])
    const { id } = await postReceipt(company, customer, '2025-06-02', 3000, [], { unappliedAs: 'on_account' })
    expect(await propose()).toEqual([{ documentId: id, amount: 3000 }])
  })

  test('is told on the document, in the open items and on the statement; its void mirrors it', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const { id } = await postReceipt(company, customer, '2025-06-02', 3000, [], { unappliedAs: 'prepayment' })
    expect((await company.call('documents.get', { id })).unappliedAs).toBe('prepayment')
    const [item] = await company.call('openItems.forCustomer', { customerId: customer, asOf: june30 })
    expect(item?.unappliedAs).toBe('prepayment')
    const statement = await company.call('statements.data', {
      customerId: customer,
      statementDate: june30,
      form: 'open_item',
    })
    expect(statement.lines[0]?.unappliedAs).toBe('prepayment')
    const { id: voidId } = await company.call('documents.void', { id, date: june30, reason: 'entered twice' })
    expect((await company.call('documents.get', { id: voidId })).unappliedAs).toBe('prepayment')
    expect((await postInvoice(company, customer, '2025-06-30', 100)).warnings).toEqual([])
  })

  test('only a receipt is one', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 100)
    const attacker = company.sql()
    const again = (unappliedAs: string) =>
      attacker.run(
        `INSERT INTO document (uid, command_seq, posting_id, kind, number, customer_id, document_date, due_date, currency,
           rate, total, base_total, reference, memo, method, unapplied_as)
         SELECT 'again', command_seq + 1, posting_id, kind, 'AGAIN', customer_id, document_date, due_date, currency, rate,
           total, base_total, reference, memo, 'check', ?
         FROM document WHERE id = ?`,
        [unappliedAs, invoice.id],
      )
    expect(() => again('prepayment')).toThrow('CHECK constraint failed')
  })
})
