import { call } from '../../src-main/company-file/company-file.ts'
import { calendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { addCustomer, addInvoice, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { DocumentsPage } from './pages/document-pages.ts'
import { RecurringDuePage, RecurringEditPage } from './pages/recurring-pages.ts'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    const north = await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
    await addInvoice(company, north, '2025-06-02', 900_00)
  })
})
test.afterEach(() => books.remove())

const posted = () =>
  books.ask(async (company) => {
    const { rows } = await call(company, 'documents.list', { asOf: calendarDate('9998-12-31') })
    return Promise.all(rows.map(({ id }) => call(company, 'documents.get', { id })))
  })

test('a weekly invoice is entered, two weeks pass, and what is due is billed once', async ({ open }) => {
  const { app, window } = await open(books.file)
  const edit = new RecurringEditPage(window)
  await edit.open()
  await edit.chooseCustomer('NORTH01', 'Northgate Foods')
  await expect(edit.field('Name')).toHaveValue('Northgate Foods')
  await edit.type('Cleaning')
  await edit.press('Enter')
  await expect(edit.field('Every')).toBeFocused()
  await edit.press('Tab')
  await edit.type('w')
  await expect(edit.field('Unit')).toHaveValue('week')
  await edit.press('Tab', 'Enter')
  await edit.expectCell('Description, line 1')
  await edit.type('Cleaning from {from}')
  await edit.press('Enter', 'Enter')
  await edit.type('80')
  await edit.expectFigure('Each invoice USD', '80.00')
  await edit.press('F9')
  await edit.expectNotice('Cleaning is saved.')

  await edit.command('Work date')
  await expect(window.getByRole('dialog')).toBeVisible()
  await edit.type('+15')
  await edit.press('Enter', 'Enter')
  await expect(window.getByText('3 recurring invoices are due')).toBeVisible()

  const due = new RecurringDuePage(window)
  await due.open()
  await expect(due.row('Cleaning')).toHaveCount(3)
  await due.press('Enter')
  await due.expectCell('Invoice date, line 1')
  await due.press('ArrowDown', 'Space')
  await due.expectFigure('Ticked', '2 of 3')
  await due.expectFigure('Total USD', '160.00')
  await due.press('F9')
  await due.expectNotice('2 invoices posted, INV-00002 to INV-00003.')
  await expect(due.row('Cleaning')).toHaveCount(1)
  await due.press('F9')
  await due.expectNotice('Nothing is ticked.')
  await due.press('Control+Delete')
  await due.expectNotice('is skipped')
  await expect(window.getByText('Nothing is due')).toBeVisible()
  await app.close()

  const documents = await posted()
  expect(documents.map(({ number, total }) => [number, total])).toEqual([
    ['INV-00003', 80_00],
    ['INV-00002', 80_00],
    ['INV-00001', 900_00],
  ])
  expect(documents[1]?.lines[0]?.description).toMatch(/^Cleaning from \d+ [A-Z][a-z]{2} \d{4}$/)
})

test('Ctrl+M makes a recurring invoice of a posted one; Esc keeps it as a draft', async ({ open }) => {
  const { window } = await open(books.file)
  const edit = new RecurringEditPage(window)
  await new DocumentsPage(window).openDocument('Invoice', 'INV-00001')
  await edit.press('Control+m')
  await expect(edit.field('Name')).toBeFocused()
  await expect(edit.field('First on')).toHaveValue('2 Jul 2025')
  await edit.expectFigure('Each invoice USD', '900.00')
  await edit.type('Paper each month')
  await edit.press('Escape')
  await edit.expectNotice('The recurring invoice is kept as a draft.')

  await edit.press('Control+h')
  await window.getByRole('button', { name: 'Go on with Paper each month' }).press('Enter')
  await expect(edit.field('Name')).toHaveValue('Paper each month')
  await edit.press('F9')
  await edit.expectNotice('Paper each month is saved.')
})
