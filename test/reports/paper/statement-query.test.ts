import { expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../../fixtures/company.ts'
import { addCustomer, day, postInvoice, postReceipt } from '../../fixtures/entries.ts'
import { readPdf, type ReadPdf } from '../../paper/read-pdf.ts'

const STATEMENT_DATE = day('2025-06-30')

const statementOf = async (
  company: TestCompany,
  customerId: number,
): Promise<ReadPdf & { readonly fileName: string }> => {
  const input = { customerId, statementDate: STATEMENT_DATE, form: 'open_item' as const }
  const { pdf, pages, fileName } = await company.call('statements.pdf', input)
  const read = await readPdf(new Uint8Array(Buffer.from(pdf, 'base64')))
  expect(read.pages).toHaveLength(pages)
  return { ...read, fileName }
}

test('a statement prints what the ledger holds: an invoice paid in part, one past due, cash on account', async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'NORTH01', { name: 'Northgate Foods Ltd' })
  const first = await postInvoice(company, customer, '2025-05-12', 421_000, { reference: 'PO 7731' })
  await postInvoice(company, customer, '2025-06-10', 91_875)
  await postReceipt(company, customer, '2025-06-20', 150_000, [{ documentId: first.id, amount: 121_000 }])
  const { text, fileName } = await statementOf(company, customer)
  expect(text).toContain(
    `12 May 2025 | Invoice ${first.number} | PO 7731 | 11 Jun 2025 | 4,210.00 | 1,210.00 | 3,000.00 | 3,000.00`,
  )
  expect(text).toContain('Total due | USD 3,628.75')
  expect(text).toContain('Past due | 3,000.00')
  expect(text).toContain('918.75 | 3,000.00 | 0.00 | 0.00 | 0.00 | -290.00 | 3,628.75')
  expect(fileName).toBe('Statement NORTH01 2025-06-30.pdf')
})

test('amounts are signed and pointed as the company has set', async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'A/B:C')
  await postReceipt(company, customer, '2025-06-20', 123_450)
  const { settings, version, name, address, phone, email, taxNumber } = await company.call('company.profile', {})
  const changed = {
    ...settings,
    agingEdges: [...settings.agingEdges],
    decimalMark: ',',
    negativeStyle: 'parentheses',
  } as const
  await company.call('company.update', { name, address, phone, email, taxNumber, version, settings: changed })
  const { text, fileName } = await statementOf(company, customer)
  expect(text).toContain('Credit balance | (1.234,50)')
  expect(fileName).toBe('Statement A-B-C 2025-06-30.pdf')
})

test.each([
  ['USD', 612],
  ['EUR', 595],
])('a company that keeps its books in %s prints on paper %i points wide', async (baseCurrency, width) => {
  const company = newCompany({ baseCurrency })
  const customer = await addCustomer(company, 'C1', { currency: baseCurrency })
  const { pages } = await statementOf(company, customer)
  expect(Math.round(pages[0]?.width ?? 0)).toBe(width)
})

test('the same statement is the same file', async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'C1')
  await postInvoice(company, customer, '2025-06-10', 91_875)
  const input = {
    customerId: customer,
    statementDate: STATEMENT_DATE,
    form: 'balance_forward' as const,
    from: day('2025-06-01'),
  }
  expect(await company.call('statements.pdf', input)).toEqual(await company.call('statements.pdf', input))
})

test('a character that no typeface has is named before anything is printed', async () => {
  const company = newCompany()
  const odd = await addCustomer(company, 'ODD01', { name: 'Smile 😀 Ltd' })
  const plain = await addCustomer(company, 'PLAIN01', { name: 'שלום Ltd' })
  const input = { statementDate: STATEMENT_DATE, form: 'open_item' as const }
  expect(await company.call('statements.pdf', { ...input, customerId: odd })).toMatchObject({ unprintable: ['😀'] })
  expect(await company.call('statements.pdf', { ...input, customerId: plain })).toMatchObject({ unprintable: [] })
})
