import { barriersOf } from './barriers.ts'
import { addCustomer, addInvoice, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { newDesk } from './dialogs.ts'
import type { TestDesk } from './dialogs.ts'
import { expect, test } from './launch.ts'
import { AgingPage } from './pages/aging-page.ts'
import { ImportPage } from './pages/import-page.ts'

let books: Books
let desk: TestDesk
test.beforeEach(async () => {
  desk = newDesk()
  books = await newBooks(async (company) => {
    const cedar = await addCustomer(company, { code: 'CEDAR01', name: 'Cedar & Sons' })
    await addInvoice(company, cedar, '2025-03-01', 980_00)
    await addInvoice(company, cedar, '2025-06-20', 1_200_00)
  })
})
test.afterEach(() => {
  books.remove()
  desk.clear()
})

test('aging, statement, import and the check of the books have no barrier, light or dark', async ({ open }) => {
  test.setTimeout(180_000)
  const { window } = await open(books.file, desk)
  const aging = new AgingPage(window)
  await aging.open()
  await aging.asOf('6/30/2025', '30 Jun 2025')
  await aging.goToRow('CEDAR01')
  await aging.press('Enter')
  await expect(aging.list('Open items of Cedar & Sons')).toBeFocused()
  expect(await barriersOf(window)).toEqual([])

  await aging.press('Control+t')
  await expect(window.getByRole('img', { name: /^Page 1/ })).toBeVisible()
  expect(await barriersOf(window)).toEqual([])

  desk.answer(desk.file('bad.csv', 'Customer,Invoice,Date,Amount\nCEDAR01,1,1/13/2025,x\n'))
  const screen = new ImportPage(window)
  await screen.open()
  await screen.chooseFile()
  expect(await barriersOf(window)).toEqual([])
  await screen.sayInvoices()
  await screen.check()
  await screen.expectSaid('1 problem, in 1 of 1 row.')
  expect(await barriersOf(window)).toEqual([])

  await screen.command('Check the books')
  await expect(window.getByText('The books are sound')).toBeVisible()
  // Nothing to type, and the button could not take the focus while the check went on.
  await expect(window.getByRole('button', { name: /^Check again/ })).toBeFocused()
  expect(await barriersOf(window)).toEqual([])
})

test('the aging on paper has every row, the company and the day', async ({ open }) => {
  const { app, window } = await open(books.file)
  const aging = new AgingPage(window)
  await aging.open()
  await aging.asOf('6/30/2025', '30 Jun 2025')
  await aging.expectTotals('1,200.00', '0.00', '0.00', '0.00', '980.00', '2,180.00')
  await window.emulateMedia({ media: 'print' })
  await expect(window.getByRole('main').getByText('Harbor Paper')).toBeVisible()
  await expect(window.getByRole('button', { name: 'Print' })).toBeHidden()
  await expect(window.getByRole('navigation')).toBeHidden()
  await expect(aging.list('Aging by customer').getByRole('row').filter({ hasText: 'CEDAR01' })).toBeVisible()
  await app.close()
})
