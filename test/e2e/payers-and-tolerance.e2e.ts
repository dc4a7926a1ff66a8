import { call } from '../../src-main/company-file/company-file.ts'
import { LAST_DATE } from '../../src-shared/domain/dates/calendar.ts'
import { addCustomer, addInvoice, newBooks, openOf } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { CustomerFormPage, CustomersPage } from './pages/customer-pages.ts'
import { ReceivePaymentPage } from './pages/receive-payment-page.ts'

let books: Books
let west: number
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    const group = await addCustomer(company, { code: 'GROUP', name: 'Harbor Group' })
    const east = await addCustomer(company, { code: 'EAST', name: 'Eastside Cafe' })
    west = await addCustomer(company, { code: 'WEST', name: 'Westside Cafe', payingParentId: group })
    await addInvoice(company, east, '2025-05-12', 1_000_00)
    await addInvoice(company, west, '2025-05-14', 2_000_00)
  })
})
test.afterEach(() => books.remove())

test('a payer is named on the customer, and one check of the payer settles items of all it pays for', async ({
  open,
}) => {
  const { app, window } = await open(books.file)
  const customers = new CustomersPage(window)
  const card = await customers.openCard('EAST', 'Eastside Cafe')
  await card.press('Control+e')
  const form = new CustomerFormPage(window, 'Edit Eastside Cafe')
  await expect(form.field('Name')).toBeFocused()
  await form.press('Tab', 'Tab')
  await expect(form.field('Paid by')).toBeFocused()
  await form.type('EAST')
  await form.press('Enter')
  await expect(form.field('Paid by')).toHaveValue('EAST   Eastside Cafe')
  await form.press('F9')
  await expect(form.field('Paid by')).toBeFocused()
  await expect(window.getByText('EAST cannot be its own payer.')).toBeVisible()
  await form.press('Control+a')
  await form.type('GROUP')
  await form.press('Enter')
  await expect(form.field('Paid by')).toHaveValue('GROUP   Harbor Group')
  await form.press('F9')
  await expect(card.heading).toBeVisible()
  await expect(window.getByRole('button', { name: 'GROUP Harbor Group' })).toBeVisible()

  const payment = new ReceivePaymentPage(window)
  await payment.press('Escape')
  await payment.open()
  await payment.receive('GROUP', 'Harbor Group', '3000')
  await expect(payment.proposal).toContainText('All 2 open items add up exactly.')
  await expect(window.getByText('All with this payer')).toBeVisible()
  await expect(payment.row('INV-00001')).toContainText('EAST')
  await expect(payment.row('INV-00002')).toContainText('WEST')
  await payment.press('F9')
  await payment.expectNotice('RCT-00001 posted, 3,000.00.')
  await app.close()

  const balances = await books.ask(async (company) => {
    const { rows } = await call(company, 'customers.list', { asOf: LAST_DATE })
    return Object.fromEntries(rows.map(({ code, balance }) => [code, balance]))
  })
  expect(balances).toEqual({ GROUP: 0, EAST: 0, WEST: 0 })
})

test('a difference within tolerance is proposed as a write-off: accepted it closes the item, declined it stays open', async ({
  open,
}) => {
  await books.ask(async (company) => {
    const { version, name, address, phone, email, taxNumber, settings } = await call(company, 'company.profile', {})
    const tolerant = { ...settings, tolerancePercent: 5_000_000, toleranceMost: 200_00 }
    await call(company, 'company.update', { version, name, address, phone, email, taxNumber, settings: tolerant })
    await addInvoice(company, west, '2025-05-20', 100_00)
  })
  const { app, window } = await open(books.file)
  const payment = new ReceivePaymentPage(window)
  await payment.open()
  await payment.receive('WEST', 'Westside Cafe', '1900')
  await expect(payment.proposal).toContainText('The amount of INV-00002 with 100.00 written off within tolerance.')
  await expect(payment.row('INV-00002')).toContainText('tolerance')
  await payment.press('Alt+F9')
  await payment.expectNotice('RCT-00001 posted, 1,900.00.')

  await payment.receive('WEST', 'Westside Cafe', '95')
  await expect(payment.proposal).toContainText('5.00 written off within tolerance')
  await payment.press('F5')
  await expect(payment.proposal).toContainText('Oldest first: 95.00 towards INV-00003.')
  await payment.expectFigure('Unapplied', '0.00')
  await payment.press('F9')
  await payment.expectNotice('RCT-00002 posted, 95.00.')
  await app.close()
  expect(await openOf(books, west)).toEqual({ 'INV-00003': 5_00 })
})
