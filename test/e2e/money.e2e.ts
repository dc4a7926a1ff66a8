import { call } from '../../src-main/company-file/company-file.ts'
import { calendarDate, LAST_DATE } from '../../src-shared/domain/dates/calendar.ts'
import { addCustomer, addInvoice, addUnappliedReceipt, newBooks, openOf } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { CustomersPage } from './pages/customer-pages.ts'
import { DocumentPage, DocumentsPage } from './pages/document-pages.ts'
import {
  AdjustmentPage,
  FinanceChargesPage,
  OpeningBalancesPage,
  RefundPage,
  ReturnedPaymentPage,
} from './pages/money-pages.ts'
import { ReceivePaymentPage } from './pages/receive-payment-page.ts'

let books: Books
let northgate: number
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    northgate = await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
    await addInvoice(company, northgate, '2025-05-12', 4_210_00)
    await addInvoice(company, northgate, '2025-05-14', 1_265_50)
  })
})
test.afterEach(() => books.remove())

test('an invoice is written off from its own screen', async ({ open }) => {
  const { app, window } = await open(books.file)
  const documents = new DocumentsPage(window)
  await documents.openDocument('Invoice', 'INV-00002')
  const adjustment = new AdjustmentPage(window)
  await adjustment.press('Control+Shift+w')
  await expect(adjustment.field('Customer')).toBeFocused()
  await adjustment.expectFigure('Applied', '1,265.50')
  await adjustment.press('F9')
  await adjustment.expectNotice('ADJ-00001 posted, 1,265.50.')
  await expect(new DocumentPage(window, 'Invoice INV-00002').heading).toBeVisible()
  await app.close()
  expect(await openOf(books, northgate)).toEqual({ 'INV-00001': 4_210_00 })
})

test('an adjustment takes one item in full and one in part, and Esc keeps it as a draft', async ({ open }) => {
  const { app, window } = await open(books.file)
  const adjustment = new AdjustmentPage(window)
  await adjustment.open()
  await adjustment.chooseCustomer('NORTH01', 'Northgate Foods')
  await adjustment.press('Enter')
  await expect(adjustment.field('Reason')).toBeFocused()
  await adjustment.type('Allow')
  await adjustment.press('Enter', 'Enter')
  await adjustment.expectCell('Adjust, line 1')
  await adjustment.press('Space', 'ArrowDown')
  await adjustment.type('65.50')
  await adjustment.expectFigure('Amount', '4,275.50')
  await adjustment.press('Escape')
  await adjustment.expectNotice('kept as a draft')
  await window.getByRole('button', { name: 'Go on with Northgate Foods, 4,275.50' }).press('Enter')
  await adjustment.expectFigure('Amount', '4,275.50')
  await adjustment.press('F9')
  await adjustment.expectNotice('ADJ-00001 posted, 4,275.50.')
  await app.close()
  expect(await openOf(books, northgate)).toEqual({ 'INV-00002': 1_200_00 })
})

test('part of an overpayment is refunded', async ({ open }) => {
  await books.ask((company) => addUnappliedReceipt(company, northgate, '2025-05-20', 120_00))
  const { app, window } = await open(books.file)
  const refund = new RefundPage(window)
  await refund.open()
  await refund.chooseCustomer('NORTH01', 'Northgate Foods')
  await expect(refund.field('Check number')).toBeFocused()
  await refund.type('1007')
  await refund.press('Enter')
  await refund.expectCell('Refund, line 1')
  await refund.press('Space')
  await refund.expectFigure('Refund', '120.00')
  await refund.type('80')
  await refund.expectFigure('Stays as credit', '40.00')
  await refund.press('F9')
  await refund.expectNotice('RFD-00001 posted, 80.00. 40.00 of the credit is left.')
  await app.close()
  expect((await openOf(books, northgate))['RCT-00001']).toBe(-40_00)
})

test('a disputed invoice is set so by a key and stands last in the payment grid', async ({ open }) => {
  const { window } = await open(books.file)
  const documents = new DocumentsPage(window)
  const document = await documents.openDocument('Invoice', 'INV-00001')
  await document.press('Control+Shift+d')
  await expect(document.dialog).toBeVisible()
  await document.press('Tab')
  await document.type('short delivery')
  await document.press('Enter')
  await document.expectNotice('INV-00001 is disputed.')
  await expect(window.getByText(/^short delivery \(by /)).toBeVisible()
  await document.press('Control+h')
  const payment = new ReceivePaymentPage(window)
  await payment.open()
  await payment.chooseCustomer('NORTH01', 'Northgate Foods')
  await expect(payment.grid.getByRole('row').nth(1)).toContainText('INV-00002')
  await expect(payment.row('INV-00001')).toContainText('disputed')
  await payment.press('Escape')
  const card = await new CustomersPage(window).openCard('NORTH01', 'Northgate Foods')
  await expect(card.grid).toBeFocused()
  await card.press('Home', 'Control+Shift+d')
  await expect(window.getByRole('dialog', { name: 'Dispute or hold INV-00001' })).toBeVisible()
  await expect(document.dialog.getByLabel('Reason')).toHaveValue('short delivery')
})

test('a returned payment opens its invoice again, and the customer is charged the fee', async ({ open }) => {
  await books.ask(async (company) => {
    const receipt = await addUnappliedReceipt(company, northgate, '2025-05-20', 1_265_50)
    const items = await call(company, 'openItems.forCustomer', { customerId: northgate, asOf: LAST_DATE })
    const documentId = items.find(({ number }) => number === 'INV-00002')?.documentId ?? 0
    await call(company, 'applications.apply', {
      creditDocumentId: receipt.id,
      date: calendarDate('2025-05-20'),
      lines: [{ documentId, amount: 1_265_50, discount: 0, writeOff: 0, writeOffReason: '' }],
    })
  })
  const { app, window } = await open(books.file)
  const returned = new ReturnedPaymentPage(window)
  await returned.open()
  await expect(returned.field('Receipt')).toBeFocused()
  await returned.type('1265.50')
  await expect(window.getByRole('option', { name: 'RCT-00001' })).toBeVisible()
  await returned.press('Enter')
  await expect(returned.field('Returned on')).toBeFocused()
  await returned.press('Enter')
  await returned.type('35')
  await returned.press('Tab', 'Tab')
  await returned.type('no funds')
  await returned.expectFigure('Open again', '1,265.50')
  await returned.press('F9')
  await expect(window.getByRole('heading', { name: 'RCT-00001 is returned' })).toBeVisible()
  await expect(returned.row('INV-00002')).toContainText('1,265.50')
  await expect(returned.row('DBN-00001')).toContainText('35.00')
  await app.close()
  expect(await openOf(books, northgate)).toEqual({ 'INV-00001': 4_210_00, 'INV-00002': 1_265_50, 'DBN-00001': 35_00 })
})

test('opening balances are entered line by line and posted together', async ({ open }) => {
  const { app, window } = await open(books.file)
  const opening = new OpeningBalancesPage(window)
  await opening.open()
  await opening.expectCell('Customer, line 1')
  await opening.type('NORTH01')
  await expect(window.getByRole('option', { name: 'Northgate Foods' })).toBeVisible()
  await opening.press('Enter')
  await opening.type('H-2201')
  await opening.press('Enter')
  await opening.type('3/31/2025')
  await opening.press('Enter')
  await opening.type('500')
  await opening.press('Enter')
  await opening.expectCell('Customer, line 2')
  await opening.press('F5', 'Enter')
  await opening.type('C-17')
  await opening.press('Enter')
  await opening.type('4/1/2025')
  await opening.press('Enter')
  await opening.type('-120')
  await opening.press('F9')
  await opening.expectNotice('2 items posted as opening balances.')
  await app.close()
  expect(await openOf(books, northgate)).toMatchObject({ 'H-2201': 500_00, 'C-17': -120_00 })
})

test('a run of late fees leaves one customer out and posts the rest', async ({ open }) => {
  await books.ask(async (company) => {
    const southside = await addCustomer(company, { code: 'SOUTH01', name: 'Southside Diner' })
    await addInvoice(company, southside, '2025-05-12', 300_00)
  })
  const { app, window } = await open(books.file)
  const charges = new FinanceChargesPage(window)
  await charges.open()
  await expect(charges.field('Charged through')).toBeFocused()
  await charges.press('Enter', 'Enter')
  await expect(charges.field('Late fee')).toBeFocused()
  await charges.type('10')
  await charges.expectFigure('Total', '30.00')
  await charges.press('Enter')
  await expect(charges.grid).toBeFocused()
  await charges.press('End', 'Enter')
  await expect(window.getByRole('grid', { name: 'Late items of Southside Diner' })).toBeFocused()
  await charges.press('Escape')
  await expect(charges.grid).toBeFocused()
  await charges.press('Space')
  await charges.expectFigure('Customers', '1 of 2')
  await charges.expectFigure('Late fees', '20.00')
  await charges.press('F9')
  await charges.expectNotice('1 finance charge posted.')
  await expect(window.getByRole('grid', { name: 'Finance charges posted' })).toContainText('FIN-00001')
  await app.close()
  expect((await openOf(books, northgate))['FIN-00001']).toBe(20_00)
})
