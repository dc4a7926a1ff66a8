import { call } from '../../src-main/company-file/company-file.ts'
import { calendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { addCustomer, addProduct, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { DocumentsPage } from './pages/document-pages.ts'
import { InvoicePage } from './pages/invoice-page.ts'
import { SetupPage } from './pages/setup-page.ts'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    await addCustomer(company, { code: 'CEDAR01', name: 'Cedar & Sons', terms: '2-10-30' })
    await addProduct(company, 'FREIGHT', 'Freight', 10_000_000)
  })
})
test.afterEach(() => books.remove())

test('freight earns no early discount: the product says so, the line follows it, and the document shows it', async ({
  open,
}) => {
  const { app, window } = await open(books.file)
  const setup = new SetupPage(window)
  await setup.open()
  await setup.section('Products', 3)
  await setup.press('Tab')
  await setup.list('Products').focus()
  await setup.press('Home', 'Enter')
  await expect(setup.field('Code')).toHaveValue('FREIGHT')
  await setup.field('Earns early payment discount').focus()
  await setup.press('Space', 'F9')
  await setup.expectNotice('Product FREIGHT is changed.')
  await setup.press('Escape')

  const invoice = new InvoicePage(window)
  await invoice.open()
  await invoice.chooseCustomer('CEDAR01', 'Cedar & Sons')
  await invoice.press('Enter')
  await invoice.expectCell('Product, line 1')
  await invoice.press('Tab')
  await invoice.type('Paper')
  await invoice.press('Tab', 'Tab')
  await invoice.type('10000000000')
  await invoice.press('Tab', 'Tab', 'Tab')
  await invoice.expectCell('Early discount, line 1')
  await invoice.press('Tab')
  await invoice.expectCell('Product, line 2')
  await invoice.type('FREIGHT')
  await invoice.press('Enter')
  await invoice.expectFigure('Total USD', '10,000,000,010.00')
  await invoice.field('Tolerance').focus()
  await invoice.type('0.50')
  await invoice.press('F9')
  await invoice.expectNotice('INV-00001 posted, 10,000,000,010.00.')

  await new DocumentsPage(window).openDocument('Invoice', 'INV-00001')
  await expect(window.getByRole('main').getByText('200,000,000.00 until')).toBeVisible()
  await expect(window.getByText('Earns none')).toBeVisible()
  await app.close()
  const [posted] = await books.ask(async (company) => {
    const { rows } = await call(company, 'documents.list', { asOf: calendarDate('9998-12-31') })
    return Promise.all(rows.map(({ id }) => call(company, 'documents.get', { id })))
  })
  expect(posted).toMatchObject({
    toleranceMost: 50,
    offeredDiscount: { amount: 200_000_000_00 },
    lines: [
      { unitPrice: '10000000000', earnsDiscount: true },
      { unitPrice: 10_000_000, earnsDiscount: false },
    ],
  })
})
