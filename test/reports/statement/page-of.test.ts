import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { pageOf } from '../../../src-renderer/reports/statement/page-of.ts'
import { newCompany } from '../../fixtures/company.ts'
import { addCustomer, day, postInvoice } from '../../fixtures/entries.ts'

const openStatement = async () => {
  const company = newCompany()
  const customerId = await addCustomer(company, 'C1')
  await postInvoice(company, customerId, '2025-06-01', 100_00)
  const { pdf } = await company.call('statements.pdf', {
    customerId,
    statementDate: day('2025-06-30'),
    form: 'open_item',
  })
  return getDocument({ data: Uint8Array.from(Buffer.from(pdf, 'base64')), useSystemFonts: false }).promise
}

test('a page of a statement that another has replaced is asked for without an error', async () => {
  const opened = await openStatement()
  expect(await pageOf(opened, 1)).toMatchObject({ pageNumber: 1 })
  const replaced = await openStatement()
  await replaced.loadingTask.destroy()
  expect(await pageOf(replaced, 1)).toBeNull()
  await opened.loadingTask.destroy()
})

test('a page that is not there is still an error', async () => {
  const opened = await openStatement()
  await expect(pageOf(opened, 9)).rejects.toThrow(/page/i)
  await opened.loadingTask.destroy()
})
