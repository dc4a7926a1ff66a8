import { call } from '../../src-main/company-file/company-file.ts'
import { addCustomer, addInvoice, newBooks, openOf } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { DocumentsPage } from './pages/document-pages.ts'
import { ReceivePaymentPage } from './pages/receive-payment-page.ts'

let books: Books
let northgate: number
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    const part = (percent: number, dueAfterDays: number) => ({ percent: percent * 1_000_000, dueAfterDays })
    await call(company, 'terms.create', {
      code: '3X',
      name: 'Three parts',
      // The last is not due before the year 2030.
      rule: { kind: 'instalments', parts: [part(50, 0), part(30, 30), part(20, 3000)], discount: null, graceDays: 0 },
    })
    northgate = await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods', terms: '3X' })
    await addInvoice(company, northgate, '2025-05-12', 1_000_00)
    await addInvoice(company, northgate, '2025-05-14', 300_00)
  })
})
test.afterEach(() => books.remove())

test('a payment begun from an invoice in instalments is offered what is due of it now', async ({ open }) => {
  const { app, window } = await open(books.file)
  await new DocumentsPage(window).openDocument('Invoice', 'INV-00001')
  const payment = new ReceivePaymentPage(window)
  await payment.press('Control+r')
  await expect(payment.heading).toBeVisible()
  await expect(payment.field('Amount')).toHaveValue('800.00')
  await expect(payment.row('INV-00001')).toContainText('800.00')
  await expect(payment.grid.getByRole('columnheader', { name: 'Due now' })).toBeVisible()
  await expect(payment.proposal).toContainText('INV-00001')
  await payment.expectFigure('Applied', '800.00')
  await payment.press('F9')
  await payment.expectNotice('RCT-00001 posted, 800.00.')
  await app.close()
  expect(await openOf(books, northgate)).toEqual({ 'INV-00001': 200_00, 'INV-00002': 300_00 })
})
