import { describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, applicationLine, day, line, openAsOf, postReceipt } from '../fixtures/entries.ts'
import { recurringInputs } from '../fixtures/valid-recurring.ts'
import { COMMAND_UID } from '../fixtures/valid-inputs.ts'
import { addTerms, setSettings } from '../semantics/settings.ts'

/** GST on 2200, QST on an account of its own, and a code of both; the second on the first where asked. */
const quebec = async (company: TestCompany, onEarlier = false) => {
  const { id: qstAccount } = await company.call('accounts.create', {
    code: '2210',
    name: 'QST payable',
    type: 'liability',
  })
  const gstAccount = (await company.call('accounts.list', {})).find(({ code }) => code === '2200')?.id ?? 0
  const gst = await company.call('taxCodes.create', {
    code: 'GST',
    name: 'GST',
    rate: 5_000_000,
    accountId: gstAccount,
  })
  const rate = onEarlier ? 9_500_000 : 9_975_000
  const qst = await company.call('taxCodes.create', { code: 'QST', name: 'QST', rate, accountId: qstAccount })
  const taxes = [
    { taxCodeId: gst.id, onEarlier: false },
    { taxCodeId: qst.id, onEarlier },
  ]
  const both = await company.call('taxCodes.createGroup', { code: 'A-BOTH', name: 'GST and QST', taxes })
  return { gst: gst.id, qst: qst.id, both: both.id, customerId: await addCustomer(company, 'QC') }
}

const post = (
  company: TestCompany,
  customerId: number,
  lines: ReturnType<typeof line>[],
  rest: { pricesIncludeTax?: boolean; termsId?: number } = {},
) =>
  company.call('invoices.post', {
    customerId,
    documentDate: day('2025-06-01'),
    termsId: rest.termsId ?? null,
    rate: null,
    dueDate: null,
    reference: '',
    memo: '',
    pricesIncludeTax: rest.pricesIncludeTax ?? false,
    lines,
    draftUid: null,
  })

const credit = (company: TestCompany, invoiceId: number, lines: { lineNo: number; quantity: number }[] | null) =>
  company.call('creditNotes.postFromInvoice', {
    invoiceId,
    documentDate: day('2025-06-10'),
    reference: '',
    memo: '',
    lines,
    apply: true,
  })

const taxesOf = async (company: TestCompany, id: number) =>
  (await company.call('documents.get', { id })).taxes.map(({ taxCode, base, tax }) => [taxCode, base, tax])

describe('two taxes on one line', () => {
  test('are owed on their own accounts and reported apart, in the order in which they are charged', async () => {
    const company = newCompany()
    const { both, gst, customerId } = await quebec(company)
    const { id, total } = await post(company, customerId, [
      line(10_000, { taxCodeId: both }),
      line(4000, { taxCodeId: gst }),
    ])
    expect(total).toBe(14_000 + 700 + 998)
    expect(await taxesOf(company, id)).toEqual([
      ['GST', 14_000, 700],
      ['QST', 10_000, 998],
    ])
    expect(await accountBalances(company)).toMatchObject({ 1200: 15_698, 2200: -700, 2210: -998, 4000: -14_000 })
  })

  test('the second is charged on the first where the code says so', async () => {
    const company = newCompany()
    const { both, customerId } = await quebec(company, true)
    const { id } = await post(company, customerId, [line(10_000, { taxCodeId: both })])
    expect(await taxesOf(company, id)).toEqual([
      ['GST', 10_000, 500],
      ['QST', 10_500, 998],
    ])
    const included = await post(company, customerId, [line(11_498, { taxCodeId: both })], { pricesIncludeTax: true })
    expect(await taxesOf(company, included.id)).toEqual(await taxesOf(company, id))
  })

  test('come back with the line, in pieces as at once', async () => {
    const company = newCompany()
    const { both, gst, customerId } = await quebec(company, true)
    const lines = [line(3333, { taxCodeId: both, quantity: 3_000_000 }), line(1001, { taxCodeId: gst })]
    const { id, total } = await post(company, customerId, lines)
    const first = await credit(company, id, [{ lineNo: 1, quantity: 1_000_000 }])
    expect((await taxesOf(company, first.id)).map(([code]) => code)).toEqual(['GST', 'QST'])
    const second = await credit(company, id, [{ lineNo: 2, quantity: 1_000_000 }])
    expect((await taxesOf(company, second.id)).map(([code]) => code)).toEqual(['GST'])
    const last = await credit(company, id, null)
    expect(first.total + second.total + last.total).toBe(-total)
    expect(openAsOf(company, id)).toBe(0)
    expect(await accountBalances(company)).toEqual({})
  })

  test('are voided, copied and shown as they were', async () => {
    const company = newCompany()
    const { both, customerId } = await quebec(company)
    const { id } = await post(company, customerId, [line(10_000, { taxCodeId: both })])
    const voided = await company.call('documents.voidAndCopy', { id, date: day('2025-06-02'), reason: 'typed wrong' })
    expect(await taxesOf(company, voided.id)).toEqual([
      ['GST', -10_000, -500],
      ['QST', -10_000, -998],
    ])
    const draft = await company.call('drafts.get', { uid: voided.draft.uid })
    expect(draft.body).toMatchObject({ lines: [{ taxChoice: both }] })
    expect(await accountBalances(company)).toEqual({})
  })

  test('a discount that reduces tax reduces each', async () => {
    const company = newCompany()
    const { both, customerId } = await quebec(company)
    const rule = { kind: 'net', days: 30, discount: { percent: 10_000_000, days: 10 }, graceDays: 0 } as const
    const termsId = await addTerms(company, rule)
    const { id, total } = await post(company, customerId, [line(20_000, { taxCodeId: both })], { termsId })
    expect(total).toBe(22_995)
    await postReceipt(company, customerId, '2025-06-05', 20_696, [
      applicationLine({ documentId: id, amount: 20_696, discount: 2299 }),
    ])
    // 10% of 200.00, 10.00 and 19.95.
    expect(await accountBalances(company)).toMatchObject({ 4900: 2000, 2200: -1000 + 100, 2210: -1995 + 199 })
  })

  test('a recurring invoice that is proposed comes to what it will post', async () => {
    const company = newCompany()
    const { both, customerId } = await quebec(company)
    const { existing, name, schedule } = recurringInputs(COMMAND_UID, line(1))['recurring.save']
    const { id } = await company.call('recurring.save', {
      existing,
      name,
      schedule,
      customerId,
      termsId: null,
      reference: '',
      memo: '',
      pricesIncludeTax: false,
      lines: [line(10_000, { taxCodeId: both })],
    })
    const [due] = (await company.call('recurring.due', { asOf: day('2025-06-30') })).rows
    expect(due?.total).toBe(11_498)
    const dueOn = day('2025-04-30')
    const posted = await company.call('recurring.post', {
      occurrences: [{ recurringId: id, dueOn, documentDate: dueOn, rate: null }],
    })
    expect(posted.documents.map(({ total }) => total)).toEqual([11_498])
  })

  test('rounded per document, a tax is rounded once over the lines of every code', async () => {
    const company = newCompany()
    await setSettings(company, { taxRounding: 'document' })
    const { both, gst, customerId } = await quebec(company)
    const { id } = await post(company, customerId, [line(670, { taxCodeId: both }), line(670, { taxCodeId: gst })])
    expect(await taxesOf(company, id)).toEqual([
      ['GST', 1340, 67],
      ['QST', 670, 67],
    ])
    const included = await post(company, customerId, [line(771, { taxCodeId: both }), line(703, { taxCodeId: gst })], {
      pricesIncludeTax: true,
    })
    expect(included.total).toBe(771 + 703)
    await credit(company, included.id, [{ lineNo: 1, quantity: 1_000_000 }])
    await credit(company, included.id, null)
    expect(openAsOf(company, included.id)).toBe(0)
  })
})

describe('a code of several taxes', () => {
  test('is listed with what it charges and comes to', async () => {
    const company = newCompany()
    const { both, gst, qst } = await quebec(company, true)
    const row = (await company.call('taxCodes.list', {})).find(({ id }) => id === both)
    expect(row).toMatchObject({
      rate: 14_975_000,
      taxes: [
        { taxCodeId: gst, code: 'GST', rate: 5_000_000, onEarlier: false },
        { taxCodeId: qst, code: 'QST', rate: 9_500_000, onEarlier: true },
      ],
    })
  })

  test('is made of codes of one tax each', async () => {
    const company = newCompany()
    const { both, gst } = await quebec(company)
    const make = (ids: readonly number[]) =>
      company.call('taxCodes.createGroup', {
        code: 'X',
        name: 'X',
        taxes: ids.map((taxCodeId) => ({ taxCodeId, onEarlier: false })),
      })
    await expect(make([gst, both])).rejects.toMatchObject({ code: 'tax_code_invalid', path: 'taxes.1.taxCodeId' })
    await expect(make([gst])).rejects.toMatchObject({ code: 'tax_code_invalid', path: 'taxes' })
    await expect(make([gst, 999])).rejects.toMatchObject({ code: 'tax_code_not_found', path: 'taxes.1.taxCodeId' })
    expect((await company.call('taxCodes.list', {})).map(({ code }) => code)).not.toContain('X')
  })

  test('is never changed, nor reported as if it were one tax', async () => {
    const company = newCompany()
    const { both, gst, customerId } = await quebec(company)
    const { id } = await post(company, customerId, [line(10_000, { taxCodeId: gst })])
    const sql = company.sql()
    expect(() => sql.run('UPDATE tax_code_component SET on_earlier = 1 WHERE position = 2', [])).toThrow(
      'never changed',
    )
    expect(() => sql.run('DELETE FROM tax_code_component', [])).toThrow('never changed')
    const nest = 'INSERT INTO tax_code_component (tax_code_id, position, component_id, on_earlier) VALUES (?, 3, ?, 0)'
    expect(() => sql.run(nest, [gst, both])).toThrow('is not one of them')
    expect(() => sql.run(nest, [1, 2])).not.toThrow()
    const taxed = 'INSERT INTO document_tax (document_id, tax_code_id, rate, base, tax) VALUES (?, ?, 0, 0, 0)'
    expect(() => sql.run(taxed, [id, both])).toThrow('document_tax')
  })
})
