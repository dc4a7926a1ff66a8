import { call } from '../../src-main/company-file/company-file.ts'
import { calendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { addCustomer, addInvoice, addProduct, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { CreditNotePage, DebitNotePage, InvoiceCreditPage } from './pages/billing-pages.ts'
import { DocumentPage, DocumentsPage } from './pages/document-pages.ts'
import { InvoicePage } from './pages/invoice-page.ts'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    const cedar = await addCustomer(company, { code: 'CEDAR01', name: 'Cedar & Sons' })
    await addProduct(company, 'BOX-M', 'Carton, medium', 1_850_000)
    await addInvoice(company, cedar, '2025-06-02', 200_00)
  })
})
test.afterEach(() => books.remove())

const documents = () =>
  books.ask(async (company) => {
    const { rows } = await call(company, 'documents.list', { asOf: calendarDate('9998-12-31') })
    const views = await Promise.all(rows.map(({ id }) => call(company, 'documents.get', { id })))
    return new Map(views.map((view) => [view.number, view]))
  })

test('a credit note takes back part of an invoice’s line and settles it, by keyboard', async ({ open }) => {
  const { app, window } = await open(books.file)
  const list = new DocumentsPage(window)
  const invoice = await list.openDocument('Invoice', 'INV-00001')
  await invoice.press('Control+Shift+c')

  const credit = new InvoiceCreditPage(window, 'INV-00001')
  await expect(credit.field('Reason')).toBeFocused()
  await credit.expectFigure('Total USD', '200.00')
  await credit.type('A quarter came damp')
  await credit.press('Enter')
  await credit.expectCell('Credit, line 1', '1')
  await credit.type('2')
  await credit.press('F9')
  await expect(credit.grid).toContainText('Only 1 is left to credit.')
  await credit.type('0.25')
  await credit.expectFigure('Total USD', '50.00')
  await credit.expectFigure('INV-00001 stays open', '150.00')
  await credit.press('F9')
  await credit.expectNotice('CRN-00001 posted, 50.00. INV-00001 has 150.00 open.')

  await expect(invoice.heading).toBeVisible()
  await invoice.expectFigure('Open', '150.00')
  await window.getByRole('button', { name: 'CRN-00001' }).focus()
  await invoice.press('Enter')
  const note = new DocumentPage(window, 'Credit note CRN-00001')
  await expect(note.heading).toBeVisible()
  await note.expectFigure('Total USD', '50.00')
  await expect(window.getByRole('button', { name: 'INV-00001' })).toBeVisible()
  await app.close()
  expect((await documents()).get('CRN-00001')).toMatchObject({ total: -50_00, open: 0, memo: 'A quarter came damp' })
})

test('a debit note with a discount on the document, and a credit note applied to it', async ({ open }) => {
  const { app, window } = await open(books.file)
  const debit = new DebitNotePage(window)
  await debit.open()
  await debit.chooseCustomer('CEDAR01', 'Cedar & Sons')
  await debit.field('Discount').focus()
  await debit.type('10%')
  await debit.field("Customer's reference").focus()
  await debit.press('Enter')
  await debit.expectCell('Product, line 1')
  await debit.press('Tab')
  await debit.type('Storage in June')
  await debit.press('Tab', 'Tab')
  await debit.type('100')
  await debit.press('Tab', 'Tab')
  await debit.type('STD')
  await debit.expectFigure('Discount', '-10.00')
  await debit.expectFigure('Net', '90.00')
  await debit.expectFigure('Total USD', '99.00')
  await debit.press('F9')
  await debit.expectNotice('DBN-00001 posted, 99.00.')

  const credit = new CreditNotePage(window)
  await credit.open()
  await credit.chooseCustomer('CEDAR01', 'Cedar & Sons')
  await credit.field('Apply to').focus()
  await credit.type('DBN')
  await credit.field("Customer's reference").focus()
  await credit.press('Enter', 'Tab')
  await credit.type('Goodwill')
  await credit.press('Tab', 'Tab')
  await credit.type('40')
  await credit.press('F9')
  await credit.expectNotice('CRN-00001 posted, 40.00.')
  await app.close()
  const posted = await documents()
  expect(posted.get('DBN-00001')).toMatchObject({ total: 99_00, open: 59_00, lines: [{ documentDiscount: 10_00 }] })
  expect(posted.get('CRN-00001')).toMatchObject({ total: -40_00, open: 0 })
})

test('void and copy: an invoice with a wrong price is put right and posted again', async ({ open }) => {
  const { app, window } = await open(books.file)
  const list = new DocumentsPage(window)
  const document = await list.openDocument('Invoice', 'INV-00001')
  await document.command('Void and copy')
  await expect(document.dialog.getByLabel('Reason')).toBeFocused()
  await document.type('Wrong price')
  await document.press('Enter')

  const invoice = new InvoicePage(window)
  await expect(invoice.heading).toBeVisible()
  await invoice.expectNotice('INV-00001 is void')
  await invoice.expectFigure('Total USD', '200.00')
  await expect(invoice.field('Customer')).toBeFocused()
  await invoice.press('Enter', 'Enter', 'Tab', 'Tab', 'Tab')
  await invoice.expectCell('Unit price, line 1', '200.00')
  await invoice.type('180')
  await invoice.postDatedFar('Invoice date')
  await invoice.expectNotice('INV-00002 posted, 180.00.')
  await expect(document.heading).toBeVisible()
  await app.close()
  const posted = await documents()
  expect(posted.get('INV-00001')).toMatchObject({ status: 'void', open: 0, documentDate: '2025-06-02' })
  expect(posted.get('INV-00002')).toMatchObject({ total: 180_00, documentDate: '2025-06-02' })
  expect(await books.ask((company) => call(company, 'drafts.list', {}))).toEqual([])
})
