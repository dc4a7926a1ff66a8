import { addCustomer, addInvoice, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { ScreenPage } from './pages/screen-page.ts'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    const cedar = await addCustomer(company, { code: 'CEDAR01', name: 'Cedar & Sons' })
    await addInvoice(company, cedar, '2025-03-01', 980_00)
    await addInvoice(company, cedar, '2025-06-20', 1_200_00)
  })
})
test.afterEach(() => books.remove())

test('the trial balance is reached by its name, and shows debits and credits of any day', async ({ open }) => {
  const { window } = await open(books.file)
  const screen = new ScreenPage(window, 'Trial balance')
  await screen.ready()
  await screen.command('Trial balance')
  await expect(screen.field('As of')).toBeFocused()
  await screen.type('6/30/2025')
  await screen.press('Enter')
  const list = 'Accounts as of 30 Jun 2025'
  await expect.poll(() => screen.cells(list, 'Total')).toEqual(['Total', '2,180.00', '2,180.00'])
  await expect.poll(() => screen.cells(list, '1200')).toEqual(['1200', 'Accounts receivable', '2,180.00'])
  await expect(screen.field('As of')).toBeFocused()
  await screen.type('6/19/2025')
  await screen.press('Enter')
  await expect.poll(() => screen.cells('Accounts as of 19 Jun 2025', 'Total')).toEqual(['Total', '980.00', '980.00'])
})

test('the invoice register shows what a period billed, and a row opens its document', async ({ open }) => {
  const { window } = await open(books.file)
  const screen = new ScreenPage(window, 'Invoice register')
  await screen.ready()
  await screen.command('Invoice register')
  await expect(screen.field('From')).toBeFocused()
  await screen.type('3/1/2025')
  await screen.press('Tab')
  await expect(screen.field('To')).toBeFocused()
  await screen.type('6/30/2025')
  await screen.press('Enter')
  const list = 'Billed from 1 Mar 2025 to 30 Jun 2025'
  await expect.poll(() => screen.cells(list, 'Total')).toEqual(['Total', 'USD', '2,180.00', '0.00', '2,180.00'])
  await screen.press('Tab', 'Tab')
  await expect(screen.list(list)).toBeFocused()
  await screen.press('ArrowDown', 'Enter')
  await expect(window.getByRole('heading', { name: /INV-00002/ })).toBeVisible()
})
