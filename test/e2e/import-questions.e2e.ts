import { addCustomer, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { newDesk } from './dialogs.ts'
import type { TestDesk } from './dialogs.ts'
import { call } from '../../src-main/company-file/company-file.ts'
import { expect, test } from './launch.ts'
import { ImportPage } from './pages/import-page.ts'
import { ScreenPage } from './pages/screen-page.ts'
import { SetupPage } from './pages/setup-page.ts'

let books: Books
let desk: TestDesk
test.beforeEach(async () => {
  desk = newDesk()
  books = await newBooks(async (company) => {
    await addCustomer(company, { code: 'CEDAR01', name: 'Cedar & Sons' })
  })
})
test.afterEach(() => {
  books.remove()
  desk.clear()
})

const OLD_BOOKS = [
  'Smith & Sons;;;;;;',
  'Open items as of 30 June 2025;;;;;;',
  '',
  'Code;Name;Doc No;Type;Date;Due;Open Balance',
  'CEDAR1;Cedar & Sons;00041;Invoice;13.06.25;13.07.25;1.500',
  'CEDAR1;Cedar & Sons;42;Invoice;06.06.25;06.07.25;102.750',
  'MUSIC;Dvo\u00f8\u00e1k Hudba;CM-7;Credit Memo;07.06.25;;(150)',
  'Total;;;;;;104.100',
].join('\r\n')

test('what a file leaves open is answered by keyboard, once for the file', async ({ open }) => {
  const { app, window } = await open(books.file, desk)
  desk.answer(desk.file('old books.csv', Buffer.from(OLD_BOOKS, 'latin1')))
  const screen = new ImportPage(window)
  await screen.open()
  await screen.chooseFile()
  await screen.expectSaid('Dvořák')
  await screen.check()
  await expect(screen.field('The rows are, needed')).toBeFocused()
  await screen.type('Open')
  await screen.expectSaid('Posted against opening balance equity')
  await screen.press('Enter', 'Enter', 'Enter')
  await expect(screen.field('Before the decimals')).toBeFocused()
  await screen.expectSaid('"1.500" could be a thousand or have decimals. Say which.')
  await screen.type('Comma')
  await screen.press('Enter')
  await expect(screen.field('How the file is written')).toBeFocused()
  await screen.type('Central European (W')
  await expect(window.getByText('Some letters could be others')).toBeHidden()
  await screen.check()
  await screen.expectSaid('CEDAR1 looks like CEDAR01 in the company')
  await expect(screen.field('Customer codes that look alike are')).toBeFocused()
  await screen.type('The same')
  await screen.press('Enter')
  await screen.expectSaid('3 rows of 4 rows can be imported. Left out: 1 line of a heading or a sum.')
  await screen.press('F9')
  await screen.expectSaid('2 invoices, 1 credit note, 0 receipts and 1 new customer are in the books.')

  // As in India, where the company wants it.
  const setup = new SetupPage(window)
  await setup.open()
  await setup.field('Thousands').selectOption('indian')
  await setup.press('F9')
  await setup.expectNotice('saved')
  await setup.press('Control+j')
  await expect(window.getByRole('grid')).toContainText('1,04,250.00')
  await app.close()
  const customers = await books.ask((company) => call(company, 'customers.search', { text: '', limit: 5 }))
  expect(customers.map(({ code, name }) => [code, name])).toEqual([
    ['CEDAR01', 'Cedar & Sons'],
    ['MUSIC', 'Dvořák Hudba'],
  ])
})

test('a code that looks like another is asked about beside its field, and saved when it is meant', async ({ open }) => {
  const { window } = await open(books.file, desk)
  const screen = new ScreenPage(window, 'New customer')
  await screen.ready()
  await screen.command('New customer')
  await screen.field('Name').fill('Cedar again')
  await screen.field('Code').fill('cedar\u200b 1')
  await screen.press('F9')
  await expect(window.getByText('cedar 1 looks like CEDAR01 (Cedar & Sons).')).toBeVisible()
  await expect(screen.field('Code')).toBeFocused()
  await screen.press('F9')
  await expect(window.getByRole('heading', { name: 'Cedar again', level: 1 })).toBeVisible()
})

test('an amount with its mark before three digits is asked about where it is typed', async ({ open }) => {
  const { window } = await open(books.file, desk)
  const screen = new ScreenPage(window, 'Receive payment')
  await screen.ready()
  await screen.command('Receive payment')
  await screen.type('CEDAR01')
  await screen.press('Enter')
  await screen.field('Amount').fill('1.500')
  await screen.press('Enter')
  await expect(window.getByText('Do you mean 1,500 or 1.50? Type it so.')).toBeVisible()
})
