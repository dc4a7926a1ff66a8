import type { Page } from '@playwright/test'
import { barriersOf } from './barriers.ts'
import { addCustomer, addInvoice, addProduct, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { CustomersPage } from './pages/customer-pages.ts'
import { SetupPage } from './pages/setup-page.ts'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    const cedar = await addCustomer(company, { code: 'CEDAR01', name: 'Cedar & Sons', creditLimit: 5_000_00 })
    await addInvoice(company, cedar, '2025-06-02', 1_200_00)
    await addProduct(company, 'BOX-M', 'Carton, medium', 1_850_000)
  })
})
test.afterEach(() => books.remove())

async function expectNoBarriers(window: Page, heading: string): Promise<void> {
  await expect(window.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
  expect(await barriersOf(window)).toEqual([])
}

test('lists, cards, documents and forms have no barriers, light or dark', async ({ open }) => {
  test.setTimeout(180_000)
  const { window } = await open(books.file)
  const customers = new CustomersPage(window)
  await customers.open()
  await expect(customers.row('CEDAR01')).toBeVisible()
  await expectNoBarriers(window, 'Customers')
  await customers.press('Enter')
  await expectNoBarriers(window, 'Cedar & Sons')
  await customers.press('Control+e')
  await expectNoBarriers(window, 'Edit Cedar & Sons')
  await customers.press('Control+d')
  await expectNoBarriers(window, 'Documents')
  await customers.press('Enter')
  await expectNoBarriers(window, 'Invoice INV-00001')

  const setup = new SetupPage(window)
  await setup.open()
  await expectNoBarriers(window, 'Setup')
  await setup.section('Products', 3)
  await expectNoBarriers(window, 'Setup')
})
