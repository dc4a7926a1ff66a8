import { call } from '../../src-main/company-file/company-file.ts'
import { calendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { addCustomer, addProduct, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { InvoicePage } from './pages/invoice-page.ts'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    await addCustomer(company, { code: 'CEDAR01', name: 'Cedar & Sons', terms: '2-10-30', creditLimit: 5_000_00 })
    await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
    await addProduct(company, 'BOX-M', 'Carton, medium', 1_850_000)
    await addProduct(company, 'TAPE', 'Packing tape', 3_400_000)
  })
})
test.afterEach(() => books.remove())

const documents = () =>
  books.ask(async (company) => {
    const { rows } = await call(company, 'documents.list', { asOf: calendarDate('9998-12-31') })
    return Promise.all(rows.map(({ id }) => call(company, 'documents.get', { id })))
  })
const drafts = () => books.ask((company) => call(company, 'drafts.list', {}))

test('an invoice of two lines is entered and posted with Enter, Tab and F9', async ({ open }) => {
  const { app, window } = await open(books.file)
  const invoice = new InvoicePage(window)
  await invoice.open()

  await invoice.chooseCustomer('NORTH01', 'Northgate Foods')
  await expect(invoice.field("Customer's reference")).toBeFocused()
  await invoice.type('PO 991')
  // The date is two fields and the terms one before the reference; the due date follows from them.
  await invoice.press('Shift+Tab', 'Shift+Tab', 'Shift+Tab')
  await invoice.type('6/30/2025')
  await invoice.press('Tab')
  await expect(invoice.field('Due')).toHaveValue('30 Jul 2025')
  await invoice.press('Enter', 'Enter')

  await invoice.expectCell('Product, line 1')
  await invoice.type('BOX-M')
  await invoice.press('Enter')
  // The product has filled in its description and its price: Enter passes over both, and adds a line after the last.
  await invoice.expectCell('Quantity, line 1', '1')
  await invoice.type('12')
  await invoice.press('Enter')
  await invoice.expectCell('Product, line 2')
  await invoice.press('Shift+Tab', 'Shift+Tab', 'Shift+Tab')
  await invoice.expectCell('Unit price, line 1', '1.85')
  await invoice.press('Tab', 'Tab', 'Tab')
  await invoice.expectCell('Product, line 2')
  await invoice.press('Tab')
  await invoice.type('Delivery')
  await invoice.press('Tab', 'Tab')
  await invoice.type('30')
  await invoice.press('Tab')
  await invoice.type('10')
  await invoice.expectFigure('Net', '49.20')
  await invoice.expectFigure('Total USD', '49.20')

  await invoice.postDatedFar('Invoice date')
  await invoice.expectNotice('INV-00001 posted, 49.20.')
  await expect(invoice.heading).toBeHidden()
  await app.close()

  const [posted] = await documents()
  expect(posted).toMatchObject({ number: 'INV-00001', total: 49_20, documentDate: '2025-06-30', dueDate: '2025-07-30' })
  expect(posted?.reference).toBe('PO 991')
  expect(posted?.lines.map(({ description, net }) => [description, net])).toEqual([
    ['Carton, medium', 22_20],
    ['Delivery', 27_00],
  ])
  expect(await drafts()).toEqual([])
})

test('Alt+F9 posts and starts the next one at the customer', async ({ open }) => {
  const { app, window } = await open(books.file)
  const invoice = new InvoicePage(window)
  await invoice.open()
  for (const [code, name] of [
    ['NORTH01', 'Northgate Foods'],
    ['CEDAR01', 'Cedar & Sons'],
  ] as const) {
    await invoice.chooseCustomer(code, name)
    await invoice.press('Enter')
    await invoice.expectCell('Product, line 1')
    await invoice.type('tape')
    await invoice.press('Enter')
    await invoice.expectCell('Quantity, line 1', '1')
    await invoice.press('Alt+F9')
    await expect(invoice.field('Customer')).toHaveValue('')
  }
  await invoice.expectNotice('INV-00002 posted, 3.40.')
  await app.close()
  expect((await documents()).map(({ customerCode }) => customerCode).toSorted()).toEqual(['CEDAR01', 'NORTH01'])
})

test('posting with errors says each beside its field and goes to the first', async ({ open }) => {
  const { window } = await open(books.file)
  const invoice = new InvoicePage(window)
  await invoice.open()
  await expect(invoice.field('Customer')).toBeFocused()
  await invoice.press('F9')
  await expect(invoice.field('Customer')).toBeFocused()
  await expect(invoice.field('Customer')).toHaveAccessibleDescription(/Choose the customer/)
  await expect(invoice.grid).toContainText('Enter a line')

  await invoice.chooseCustomer('NORTH01', 'Northgate Foods')
  await invoice.press('F9')
  await invoice.expectCell('Description, line 1')
  await invoice.type('Consulting')
  await invoice.press('F9')
  await invoice.expectCell('Unit price, line 1')
  await expect(invoice.grid).toContainText('Enter the price of one.')
})

test('Esc keeps a draft, Home lists it, and posting it takes it away', async ({ open }) => {
  const { app, window } = await open(books.file)
  const invoice = new InvoicePage(window)
  await invoice.open()
  await invoice.chooseCustomer('CEDAR01', 'Cedar & Sons')
  await invoice.type('PO 7')
  await invoice.press('Enter', 'Tab')
  await invoice.type('Paper')
  await invoice.press('Tab', 'Tab')
  await invoice.type('10')
  await invoice.press('Escape')
  await invoice.expectNotice('kept as a draft')
  await expect(invoice.heading).toBeHidden()

  await window.getByRole('button', { name: 'Go on with Cedar & Sons, 10.00' }).focus()
  await invoice.press('Enter')
  await expect(invoice.field("Customer's reference")).toHaveValue('PO 7')
  await invoice.expectFigure('Total USD', '10.00')
  await expect(invoice.field('Customer')).toBeFocused()
  await invoice.press('F9')
  await invoice.expectNotice('INV-00001 posted, 10.00.')
  await expect(window.getByRole('button', { name: /^Go on/ })).toHaveCount(0)
  await expect(window.getByRole('heading', { name: 'Home' })).toBeFocused()
  await app.close()
  expect(await drafts()).toEqual([])
})

test('a window closed in the middle of an invoice loses nothing', async ({ open }) => {
  const { app, window } = await open(books.file)
  const invoice = new InvoicePage(window)
  await invoice.open()
  await invoice.chooseCustomer('NORTH01', 'Northgate Foods')
  await invoice.press('Enter', 'Tab')
  await invoice.type('Paper')
  await app.close()
  expect(await drafts()).toMatchObject([{ kind: 'invoice', title: 'Northgate Foods, 0.00' }])
})

test('passing the credit limit is said before posting, not after', async ({ open }) => {
  const { window } = await open(books.file)
  const invoice = new InvoicePage(window)
  await invoice.open()
  await invoice.chooseCustomer('CEDAR01', 'Cedar & Sons')
  await invoice.press('Enter', 'Tab')
  await invoice.type('Paper')
  await invoice.press('Tab', 'Tab')
  await invoice.type('5001')
  await expect(window.getByText('1.00 over the credit limit of 5,000.00')).toBeVisible()
})

test('F5 copies the cell above, F6 the line, Ctrl+Del takes a line out', async ({ open }) => {
  const { window } = await open(books.file)
  const invoice = new InvoicePage(window)
  await invoice.open()
  await invoice.chooseCustomer('NORTH01', 'Northgate Foods')
  await invoice.press('Enter')
  await invoice.type('tape')
  await invoice.press('Enter')
  await invoice.type('10')
  await invoice.press('Enter')
  await invoice.expectCell('Product, line 2')
  await invoice.press('F6')
  await invoice.expectFigure('Net', '68.00')
  await invoice.press('Enter')
  await invoice.expectCell('Quantity, line 2', '10')
  await invoice.type('3')
  await invoice.press('Enter', 'Shift+Enter')
  await invoice.press('F5')
  await invoice.expectCell('Quantity, line 2', '10')
  await invoice.press('Control+Delete')
  await invoice.expectFigure('Net', '34.00')
})

test('a date far from the work date is asked about once, and posted only when it is confirmed', async ({ open }) => {
  const { app, window } = await open(books.file)
  const invoice = new InvoicePage(window)
  await invoice.open()
  await invoice.chooseCustomer('NORTH01', 'Northgate Foods')
  await invoice.field('Invoice date').focus()
  await invoice.type('6/30/2062')
  await invoice.field("Customer's reference").focus()
  await invoice.press('Enter')
  await invoice.type('tape')
  await invoice.press('Enter', 'F9')
  await expect(invoice.field('Invoice date')).toBeFocused()
  await expect(invoice.field('Invoice date')).toHaveAccessibleDescription(/more than 60 days after your work date/)
  // Another date is asked about anew.
  await invoice.type('6/30/2061')
  await invoice.press('F9')
  await expect(invoice.field('Invoice date')).toHaveAccessibleDescription(/30 Jun 2061 is more than 60 days/)
  await invoice.press('F9')
  await invoice.expectNotice('INV-00001 posted, 3.40.')
  await app.close()
  expect((await documents()).map(({ documentDate }) => documentDate)).toEqual(['2061-06-30'])
})
