import { expect, test } from 'vitest'
import { DOCUMENT_SEARCHES } from '../../src-main/desk/queries/everything.ts'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { planOf } from '../fixtures/plan.ts'

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
