import { call } from '../../src-main/kernel/company-file.ts'
import { addCustomer, addProduct, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { SetupPage } from './pages/setup-page.ts'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    await addCustomer(company, { code: 'CEDAR01', name: 'Cedar & Sons' })
    await addProduct(company, 'BOX-M', 'Carton, medium', 1_850_000)
  })
})
test.afterEach(() => books.remove())

test('terms are added as they are said, and others renamed', async ({ launch }) => {
  const { app, window } = await launch({ args: [books.file] })
  const setup = new SetupPage(window)
  await setup.open()
  await setup.section('Terms', 1)
  await setup.field('Code').focus()
  await setup.type('3-15-45')
  await setup.press('Enter', 'Enter', 'Enter')
  await setup.type('45')
  await setup.press('Enter')
  await setup.type('3')
  await setup.press('Enter')
  await setup.type('15')
  await expect(setup.field('Name')).toHaveAttribute('placeholder', '3% 15, net 45')
  await setup.press('F9')
  await setup.expectNotice('Terms 3-15-45 are added.')
  await expect(setup.list('Terms').getByRole('row').filter({ hasText: '3-15-45' })).toContainText('3% 15, net 45')
  await setup.list('Terms').focus()
  await setup.type('NET30')
  await setup.press('Enter')
  await expect(window.getByText('Net 30. That stays')).toBeVisible()
  await expect(setup.field('Code')).toBeFocused()
  await setup.press('Tab')
  await setup.type('A month')
  await setup.press('F9')
  await setup.expectNotice('Terms NET30 is saved.')
  await expect(setup.list('Terms').getByRole('row').filter({ hasText: 'NET30' })).toContainText('A month')
  await app.close()
  const terms = await books.ask((company) => call(company, 'terms.list', {}))
  expect(terms.find(({ code }) => code === '3-15-45')).toMatchObject({
    name: '3% 15, net 45',
    rule: { kind: 'net', days: 45, discount: { percent: 3_000_000, days: 15 } },
  })
})

test('a product is added, and changed by Enter on it', async ({ launch }) => {
  const { app, window } = await launch({ args: [books.file] })
  const setup = new SetupPage(window)
  await setup.open()
  await setup.section('Products', 3)
  await setup.press('Tab')
  // The heads of the columns come before the rows in the order of Tab; the list itself takes the arrows.
  await setup.list('Products').focus()
  await setup.press('Home', 'Enter')
  await expect(setup.field('Code')).toBeFocused()
  await expect(setup.field('Code')).toHaveValue('BOX-M')
  await setup.field('Price USD').focus()
  await setup.type('2.10')
  await setup.press('F9')
  await setup.expectNotice('Product BOX-M is changed.')
  await expect(setup.list('Products').getByRole('row').filter({ hasText: 'BOX-M' })).toContainText('2.10')

  // A code that is taken is refused beside its field.
  await setup.field('Code').focus()
  await setup.type('box-m')
  await setup.press('Enter')
  await setup.type('Another box')
  await setup.press('Enter')
  await setup.type('1')
  await setup.press('F9')
  await expect(window.getByText('is already used by Carton, medium')).toBeVisible()
  await app.close()
  const products = await books.ask((company) => call(company, 'products.list', {}))
  expect(products).toMatchObject([{ code: 'BOX-M', unitPrice: 2_100_000, version: 2 }])
})

test('how dates are written changes at once, and the books are closed with a reason', async ({ launch }) => {
  const { app, window } = await launch({ args: [books.file] })
  const setup = new SetupPage(window)
  await setup.open()
  await setup.field('Buckets end after days').focus()
  await setup.type('60, 30')
  await setup.press('F9')
  await expect(setup.field('Buckets end after days')).toBeFocused()
  await expect(window.getByText('must rise from one to the next')).toBeVisible()
  await setup.press('Control+a')
  await setup.type('30, 60')
  await setup.field('Dates are typed').focus()
  await setup.type('Year')
  await setup.press('F9')
  await setup.expectNotice('The company is saved.')

  await setup.field('Closed through').focus()
  await setup.type('2025-05-31')
  await setup.press('Tab')
  await expect(setup.field('Closed through')).toHaveValue('2025-05-31')
  await window.getByRole('button', { name: 'Close the books' }).click()
  await expect(window.getByText('Say why')).toBeVisible()
  await setup.type('May is reported')
  await window.getByRole('button', { name: 'Close the books' }).click()
  await setup.expectNotice('The books are closed through 2025-05-31.')
  await app.close()
  const profile = await books.ask((company) => call(company, 'company.profile', {}))
  expect(profile).toMatchObject({ closingDate: '2025-05-31', settings: { agingEdges: [30, 60], dateOrder: 'ymd' } })
})
