import { addCustomer, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { CustomersPage } from './pages/customer-pages.ts'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
  })
})
test.afterEach(() => books.remove())

test('a list shows the columns a clerk has chosen, keeps the first in sight, and remembers both', async ({
  launch,
}) => {
  const first = await launch({ args: [books.file] })
  const customers = new CustomersPage(first.window)
  await customers.open()
  const titles = first.window.getByRole('columnheader')
  await expect(titles.first()).toHaveText('Code')
  const all = await titles.count()

  await customers.press('Control+Shift+L')
  const dialog = first.window.getByRole('dialog', { name: 'Columns of Customers' })
  await expect(dialog.getByRole('checkbox', { name: 'Code', exact: true })).toBeFocused()
  await customers.press('Space', 'Tab', 'Tab', 'Space')
  await expect(dialog.getByRole('checkbox', { name: 'City', exact: true })).not.toBeChecked()
  await dialog.getByRole('checkbox', { name: /^Keep Name in sight/ }).focus()
  await customers.press('Space', 'Enter')
  await expect(dialog).toHaveCount(0)
  await expect(titles).toHaveCount(all - 2)
  await expect(titles.first()).toHaveText('Name')
  await expect(titles.first()).toHaveCSS('position', 'sticky')
  await expect(customers.field('Filter')).toBeFocused()
  await first.app.close()

  const second = await launch({ args: [books.file] })
  const again = new CustomersPage(second.window)
  await again.open()
  await expect(second.window.getByRole('columnheader')).toHaveCount(all - 2)

  await again.press('Control+Shift+L')
  await second.window.getByRole('dialog').getByRole('button', { name: 'As at first' }).click()
  await expect(second.window.getByRole('columnheader')).toHaveCount(all)
  await expect(second.window.getByRole('columnheader').first()).not.toHaveCSS('position', 'sticky')
})
