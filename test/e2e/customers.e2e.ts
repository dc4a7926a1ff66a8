import { call } from '../../src-main/company-file/company-file.ts'
import { calendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { addCustomer, addInvoice, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { ask } from './bridge.ts'
import { expect, test } from './launch.ts'
import { CustomerCardPage, CustomerFormPage, CustomersPage } from './pages/customer-pages.ts'

const asOf = calendarDate('2030-01-01')

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    const cedar = await addCustomer(company, { code: 'CEDAR01', name: 'Cedar & Sons', creditLimit: 5_000_00 })
    await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
    await addInvoice(company, cedar, '2025-06-02', 1_200_00)
    await addInvoice(company, cedar, '2025-06-09', 300_00)
  })
})
test.afterEach(() => books.remove())

const customerNamed = (code: string) =>
  books.ask(async (company) => {
    const { rows } = await call(company, 'customers.list', { asOf, includeArchived: true })
    const row = rows.find((candidate) => candidate.code === code)
    return row === undefined ? null : (await call(company, 'customers.get', { id: row.id, asOf })).customer
  })

test('a customer is found by a word of its name, its card opened and an open item followed to its document', async ({
  open,
}) => {
  const { window } = await open(books.file)
  const customers = new CustomersPage(window)
  await customers.open()
  await expect(customers.row('CEDAR01')).toContainText('1,500.00')

  await customers.type('sons')
  await expect(customers.row('NORTH01')).toHaveCount(0)
  await customers.press('Enter')

  const card = new CustomerCardPage(window, 'Cedar & Sons')
  await expect(card.heading).toBeVisible()
  await card.expectFact('Balance', 'USD1,500.00')
  await card.expectFact('Credit left', '3,500.00')
  await expect(card.grid).toBeFocused()
  await card.press('Home', 'Enter')
  await expect(window.getByRole('heading', { name: /^Invoice INV-/, level: 1 })).toBeVisible()

  // Back steps through the card to the list, filtered as it was left.
  await card.press('Escape')
  await expect(card.heading).toBeVisible()
  await card.press('Control+PageDown')
  await expect(card.list('All documents')).toBeFocused()
  await card.press('Shift+Tab', 'ArrowLeft')
  await expect(card.grid).toBeVisible()
  await expect(window.getByRole('radio', { name: 'Open items' })).toBeFocused()
  await card.press('Escape')
  await expect(customers.field('Filter')).toHaveValue('sons')
  await customers.press('Escape')
  await expect(customers.row('NORTH01')).toBeVisible()
})

test('an invoice begun from the card is for its customer, who can be typed over or kept with Enter', async ({
  open,
}) => {
  const { window } = await open(books.file)
  const customers = new CustomersPage(window)
  await customers.open()
  await customers.type('north')
  await expect(customers.row('CEDAR01')).toHaveCount(0)
  await customers.press('Enter')
  await expect(window.getByRole('heading', { name: 'Northgate Foods', level: 1 })).toBeVisible()
  await customers.press('Control+i')
  await expect(customers.field('Customer')).toHaveValue('NORTH01   Northgate Foods')
  await expect(customers.field('Customer')).toBeFocused()
  await customers.type('CEDAR01')
  await customers.press('Enter')
  await expect(customers.field('Customer')).toHaveValue('CEDAR01   Cedar & Sons')
  await expect(customers.field("Customer's reference")).toBeFocused()
  await customers.press('Shift+Enter', 'Enter')
  await expect(customers.field('Customer')).toHaveValue('CEDAR01   Cedar & Sons')
  await expect(customers.field("Customer's reference")).toBeFocused()
})

test('a customer is entered by keyboard; the code follows from the name', async ({ open }) => {
  const { app, window } = await open(books.file)
  const form = new CustomerFormPage(window, 'New customer')
  await expect(window.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible()
  await form.press('Control+n')
  await expect(form.field('Name')).toBeFocused()

  // Saving a blank customer puts the focus on what is missing.
  await form.press('F9')
  await expect(form.field('Name')).toBeFocused()
  await expect(window.getByText('Enter the customer’s name.')).toBeVisible()

  await form.type('Northwind Traders')
  await expect(form.field('Code')).toHaveValue('NORTH02')
  await form.press('Enter', 'Enter')
  await expect(form.field('Phone')).toBeFocused()
  await form.type('555 0142')
  await form.press('F9')

  await expect(window.getByRole('heading', { name: 'Northwind Traders', level: 1 })).toBeVisible()
  await form.expectNotice('NORTH02 Northwind Traders is saved.')
  await app.close()
  expect(await customerNamed('NORTH02')).toMatchObject({
    name: 'Northwind Traders',
    phone: '555 0142',
    currency: 'USD',
  })
})

test('Esc loses nothing: a customer left unsaved is there again', async ({ open }) => {
  const { window } = await open(books.file)
  const form = new CustomerFormPage(window, 'New customer')
  await expect(window.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible()
  await form.press('Control+n')
  await expect(form.field('Name')).toBeFocused()
  await form.type('Half a name')
  await form.press('Escape')
  await form.expectNotice('What you typed is kept')
  await form.press('Control+n')
  await expect(form.resumed).toBeVisible()
  await expect(form.field('Name')).toHaveValue('Half a name')

  await window.getByRole('button', { name: 'Start afresh' }).click()
  await expect(form.field('Name')).toHaveValue('')
})

test('a code that is taken is refused beside its field', async ({ open }) => {
  const { window } = await open(books.file)
  const form = new CustomerFormPage(window, 'New customer')
  await expect(window.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible()
  await form.press('Control+n')
  await expect(form.field('Name')).toBeFocused()
  await form.type('Cedar Hill')
  await form.press('Tab')
  await form.type('cedar01')
  await form.press('F9')
  await expect(form.field('Code')).toBeFocused()
  await expect(window.getByText('is already used by Cedar & Sons')).toBeVisible()
})

test('a customer changed meanwhile is merged with what was typed, and said', async ({ open }) => {
  const { app, window } = await open(books.file)
  const customers = new CustomersPage(window)
  await customers.ready()
  const stored = await ask(window, 'customers.search', { text: 'CEDAR01', limit: 1 })
  const id = stored[0]?.id ?? 0
  await customers.open()
  await customers.type('cedar')
  await expect(customers.row('NORTH01')).toHaveCount(0)
  await customers.press('Enter', 'Control+e')
  const form = new CustomerFormPage(window, 'Edit Cedar & Sons')
  await expect(form.field('Name')).toBeFocused()
  await form.type('Cedar and Sons')

  const { id: _id, uid: _uid, ...customer } = (await ask(window, 'customers.get', { id, asOf })).customer
  await ask(window, 'customers.update', { ...customer, id, phone: '555 0199', contacts: [...customer.contacts] })

  await form.press('F9')
  await expect(window.getByText('phone is now 555 0199, here empty')).toBeVisible()
  await expect(window.getByText('The newer phone is shown.')).toBeVisible()
  await expect(form.field('Phone')).toHaveValue('555 0199')
  await form.press('F9')
  await form.expectNotice('is saved.')
  await app.close()
  expect(await customerNamed('CEDAR01')).toMatchObject({ name: 'Cedar and Sons', phone: '555 0199' })
})
