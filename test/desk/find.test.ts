import { describe, expect, test } from 'vitest'
import { DOCUMENT_SEARCHES, OPEN_AMOUNT } from '../../src-main/desk/queries/find-documents.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, line, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { planOf } from '../fixtures/plan.ts'

const changeCustomer = async (company: TestCompany, id: number, changes: object) => {
  const { customer } = await company.call('customers.get', { id, asOf: day('2025-06-30') })
  const { uid: _, contacts, ...fields } = customer
  return company.call('customers.update', { ...fields, contacts: [...contacts], ...changes })
}

const words = {
  customerId: 1,
  documentDate: day('2025-06-01'),
  termsId: null,
  currency: null,
  rate: null,
  dueDate: null,
}

/** An invoice of one line with these words. */
const billWords = (company: TestCompany, description: string, text: { reference?: string; memo?: string } = {}) =>
  company.call('invoices.post', {
    ...words,
    reference: text.reference ?? '',
    memo: text.memo ?? '',
    pricesIncludeTax: false,
    lines: [line(100, { description })],
    draftUid: null,
  })

const books = async () => {
  const company = newCompany()
  const acme = await addCustomer(company, 'ACME', { name: 'Acme Paper' })
  const other = await addCustomer(company, 'C2', { name: 'Other' })
  await postInvoice(company, acme, '2025-06-01', 123_450, { reference: 'PO 4711' })
  await postInvoice(company, other, '2025-06-02', 5_000, { reference: 'acme order' })
  await postReceipt(company, other, '2025-06-03', 123_450)
  const found = async (text: string) => {
    const { customers, documents } = await company.call('find.everything', { text })
    return { customers: customers.map(({ code }) => code), documents: documents.map(({ number }) => number) }
  }
  return { company, found }
}

test('a number finds its document and its customer, written out, begun or bare', async () => {
  const { found } = await books()
  expect(await found('inv-00002')).toEqual({ customers: ['C2'], documents: ['INV-00002'] })
  expect((await found('INV')).documents).toEqual(['INV-00001', 'INV-00002'])
  expect(await found('2')).toMatchObject({ customers: ['C2'], documents: ['INV-00002'] })
})

test('a word finds customers, and documents by the start of their reference', async () => {
  const { found } = await books()
  expect(await found('acme')).toEqual({ customers: ['ACME'], documents: ['INV-00002'] })
  expect((await found('po 47')).documents).toEqual(['INV-00001'])
})

test('an exact amount finds what was billed and what was received with it', async () => {
  const { found } = await books()
  for (const text of ['1,234.50', '1234.5', '-1234.50'])
    expect((await found(text)).documents, text).toEqual(['RCT-00001', 'INV-00001'])
  expect((await found('1234.51')).documents).toEqual([])
})

test('the amount is read in the company’s own style', async () => {
  const { company, found } = await books()
  const { version, settings, name, address, phone, email, taxNumber } = await company.call('company.profile', {})
  await company.call('company.update', {
    name,
    address,
    phone,
    email,
    taxNumber,
    version,
    settings: { ...settings, agingEdges: [...settings.agingEdges], decimalMark: ',' },
  })
  expect((await found('1.234,50')).documents).toEqual(['RCT-00001', 'INV-00001'])
})

test('nothing typed finds nothing', async () => {
  const { found } = await books()
  expect(await found('  ')).toEqual({ customers: [], documents: [] })
})

test('every step reads an index of the documents', () => {
  const company = newCompany()
  for (const sql of Object.values(DOCUMENT_SEARCHES)) {
    expect(planOf(company, sql)).toMatch(/SEARCH document USING COVERING INDEX/)
  }
})

test('a customer is found by contact, phone, e-mail address and city, and what was found is said', async () => {
  const { company } = await books()
  const oak = await addCustomer(company, 'OAK', { name: 'Oak Interiors' })
  await changeCustomer(company, oak, {
    phone: '+1 (555) 010-0199',
    billingAddress: { line1: '4 Mill Lane', line2: '', city: 'Zürich', region: '', postalCode: '8001', country: 'CH' },
    contacts: [{ name: 'Ann Lee', role: 'buyer', phone: '555 0177', email: 'ann.lee@oak.example' }],
  })
  const found = async (text: string) =>
    (await company.call('find.everything', { text })).customers.map(({ code, place, matched }) => [
      code,
      place,
      matched,
    ])
  const contact = 'Ann Lee, buyer, 555 0177, ann.lee@oak.example'
  expect(await found('lee ann')).toEqual([['OAK', 'Zürich', contact]])
  expect(await found('ann.lee@oak')).toEqual([['OAK', 'Zürich', contact]])
  expect(await found('zurich')).toEqual([['OAK', 'Zürich', '']])
  for (const phone of ['5550100199', '555 010', '15550100199', '0100199', '(555) 010-0199'])
    expect(await found(phone), phone).toEqual([['OAK', 'Zürich', '+1 (555) 010-0199']])
  expect(await found('oak')).toEqual([['OAK', 'Zürich', '']])
  expect(await found('buyer "ann')).toEqual([['OAK', 'Zürich', contact]])
})

test('a customer who has changed is found by what holds now, and no longer by what held', async () => {
  const { company } = await books()
  const oak = await addCustomer(company, 'OAK', { name: 'Oak Interiors' })
  await changeCustomer(company, oak, { phone: '555 0100' })
  await changeCustomer(company, oak, { phone: '777 0200' })
  const codes = async (text: string) =>
    (await company.call('find.everything', { text })).customers.map(({ code }) => code)
  expect(await codes('555 0100')).toEqual([])
  expect(await codes('777 0200')).toEqual(['OAK'])
})

test('an archived customer and a void document are found, and marked', async () => {
  const { company } = await books()
  const oak = await addCustomer(company, 'OAK', { name: 'Oak Interiors' })
  const { id } = await postInvoice(company, oak, '2025-06-01', 100, { reference: 'interior work' })
  await company.call('documents.void', { id, date: day('2025-06-02'), reason: 'twice' })
  await changeCustomer(company, oak, { archived: true })
  const { customers, documents } = await company.call('find.everything', { text: 'interior' })
  expect(customers).toEqual([
    { id: oak, code: 'OAK', name: 'Oak Interiors', isArchived: true, place: 'Portland', matched: '' },
  ])
  expect(documents.map(({ number, status }) => [number, status])).toEqual([
    ['INV-00003/V', 'reversal'],
    ['INV-00003', 'void'],
  ])
})

test('what is open of a document finds it, until it is settled', async () => {
  const { company, found } = await books()
  const other = (await company.call('find.everything', { text: 'C2' })).customers[0]?.id ?? 0
  const invoice = await postInvoice(company, other, '2025-06-05', 90_000)
  await postReceipt(company, other, '2025-06-06', 12_345, [{ documentId: invoice.id, amount: 12_345 }])
  expect((await found('776.55')).documents).toEqual(['INV-00003'])
  await postReceipt(company, other, '2025-06-07', 77_655, [{ documentId: invoice.id, amount: 77_655 }])
  expect((await found('776.55')).documents).toEqual(['RCT-00003'])
})

test('only the index of what is open is read for what is open', () => {
  expect(planOf(newCompany(), OPEN_AMOUNT)).toMatch(/SEARCH open_item USING COVERING INDEX open_item_by_balance/)
})

describe('words of reference, memo and lines', () => {
  const worded = async () => {
    const company = newCompany()
    const acme = await addCustomer(company, 'ACME')
    await billWords(company, 'Blue Käse boxes', { reference: 'PO-4711/B' })
    await billWords(company, 'blue paper', { memo: 'repaired twice' })
    const numbers = async (text: string) =>
      (await company.call('find.everything', { text })).documents.map(({ number }) => number)
    return { company, acme, numbers }
  }
  const cases = [
    ['blue', ['INV-00002', 'INV-00001']],
    ['BOX blu', ['INV-00001']],
    ['kase', ['INV-00001']],
    ['4711', ['INV-00001']],
    ['twice repair', ['INV-00002']],
    ['blue green', []],
    ['b', []],
    ['x blue', ['INV-00002', 'INV-00001']],
    ['"blue" OR green*', []],
  ] as const

  test('find a document at once, and as well when they are read in', async () => {
    const { company, numbers } = await worded()
    for (const [text, found] of cases) expect(await numbers(text), text).toEqual(found)
    expect(company.file.workWhileIdle()).toBe(false)
    for (const [text, found] of cases) expect(await numbers(text), `${text}, read in`).toEqual(found)
  })

  test('are read in a piece at a time, none left out and none twice, whatever is posted in between', async () => {
    const { company, acme, numbers } = await worded()
    const items = Array.from({ length: 900 }, (_, index) => ({
      customerId: acme,
      kind: 'invoice' as const,
      number: `OLD-${index}`,
      documentDate: day('2025-01-01'),
      dueDate: null,
      amount: 100,
      currency: null,
      rate: null,
      reference: `lot${index}`,
      memo: '',
    }))
    await company.call('openingBalances.post', { items })
    expect(company.file.workWhileIdle()).toBe(true)
    await postInvoice(company, acme, '2025-06-03', 100, { reference: 'between' })
    expect(company.file.workWhileIdle()).toBe(true)
    while (company.file.workWhileIdle());
    const sql = company.sql()
    expect(sql.value('SELECT count(*) FROM document_words_search_docsize')).toBe(
      sql.value('SELECT count(*) FROM document'),
    )
    expect(await numbers('between')).toEqual(['INV-00003'])
    for (const index of [0, 399, 400, 801, 899]) expect(await numbers(`lot${index}`)).toContain(`OLD-${index}`)
  })

  test('of older documents may be missing before they are read in, and then the answer says so', async () => {
    const { company, acme } = await worded()
    const isComplete = async () => (await company.call('find.everything', { text: 'blue' })).isComplete
    expect(await isComplete()).toBe(true)
    const old = {
      customerId: acme,
      kind: 'invoice' as const,
      documentDate: day('2025-01-01'),
      dueDate: null,
      amount: 100,
    }
    const items = Array.from({ length: 1001 }, (_, index) => ({
      ...old,
      number: `OLD-${index}`,
      currency: null,
      rate: null,
      reference: '',
      memo: '',
    }))
    await company.call('openingBalances.post', { items })
    expect(await isComplete()).toBe(false)
    while (company.file.workWhileIdle());
    expect(await isComplete()).toBe(true)
  })
})
