import fs from 'node:fs'
import path from 'node:path'
import { readPdf } from '../paper/read-pdf.ts'
import { newDesk } from './dialogs.ts'
import { addCustomer, addInvoice, addUnappliedReceipt, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { AgingPage } from './pages/aging-page.ts'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    const cedar = await addCustomer(company, { code: 'CEDAR01', name: 'Cedar & Sons' })
    const north = await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
    await addInvoice(company, cedar, '2025-03-01', 980_00)
    await addInvoice(company, cedar, '2025-06-20', 1_200_00)
    await addInvoice(company, north, '2025-05-12', 4_210_00)
    await addUnappliedReceipt(company, north, '2025-06-25', 500_00)
  })
})
test.afterEach(() => books.remove())

test('the aging of any day equals the control account of that day', async ({ open }) => {
  const { window } = await open(books.file)
  const aging = new AgingPage(window)
  await aging.open()
  await aging.asOf('6/30/2025', '30 Jun 2025')
  await aging.expectTotals('1,200.00', '4,210.00', '0.00', '0.00', '980.00', '-500.00', '5,890.00')
  await aging.expectRow('CEDAR01', '1,200.00', '980.00 overdue', '2,180.00')
  await aging.expectRow('NORTH01', '4,210.00', '-500.00', '3,710.00')

  // Before the second invoice and the receipt: neither counts, and there is no column for credits.
  await aging.asOf('6/19/2025', '19 Jun 2025')
  await aging.expectTotals('0.00', '4,210.00', '0.00', '980.00', '0.00', '5,190.00')

  // A month back by one key, another to the month's end by the next.
  await aging.press('[')
  await expect(aging.field('As of')).toHaveValue('19 May 2025')
  await aging.press('h')
  await expect(aging.field('As of')).toHaveValue('31 May 2025')
  await aging.expectTotals('4,210.00', '0.00', '0.00', '980.00', '0.00', '5,190.00')
})

test('by invoice date the same items are older', async ({ open }) => {
  const { window } = await open(books.file)
  const aging = new AgingPage(window)
  await aging.open()
  await aging.asOf('6/30/2025', '30 Jun 2025')
  await aging.press('Tab')
  await aging.type('inv')
  await expect(aging.field('Aged by')).toHaveValue('document_date')
  await aging.expectTotals('0.00', '1,200.00', '4,210.00', '0.00', '980.00', '-500.00', '5,890.00')
})

test('a row opens its items, an item its document, and Esc steps back to the row', async ({ open }) => {
  const { window } = await open(books.file)
  const aging = new AgingPage(window)
  await aging.open()
  await aging.asOf('6/30/2025', '30 Jun 2025')
  await aging.goToRow('CEDAR01')
  await aging.press('Enter')
  const items = aging.list('Open items of Cedar & Sons')
  await expect(items).toBeFocused()
  await expect
    .poll(() => aging.cells('Open items of Cedar & Sons', 'INV-00001'))
    .toEqual(['INV-00001', 'Invoice', '1 Mar 2025', '31 Mar 2025', '91', 'Over 90', '980.00', '980.00 overdue'])
  await aging.press('Home', 'Enter')
  await expect(window.getByRole('heading', { name: /INV-00001/ })).toBeVisible()
  await aging.press('Escape')
  await expect(items).toBeFocused()
  await aging.press('Escape')
  await expect(items).toHaveCount(0)
  await expect(aging.list('Aging by customer')).toBeFocused()
})

test('from a row the customer pays, or gets a statement', async ({ open }) => {
  const { window } = await open(books.file)
  const aging = new AgingPage(window)
  await aging.open()
  await aging.asOf('6/30/2025', '30 Jun 2025')
  await aging.goToRow('NORTH01')
  await aging.press('Control+t')
  await expect(window.getByRole('heading', { name: 'Statement', level: 1 })).toBeVisible()
  await expect(aging.field('Customer')).toHaveValue('NORTH01   Northgate Foods')
  await aging.press('Escape', 'Control+r')
  await expect(window.getByRole('heading', { name: 'Receive payment', level: 1 })).toBeVisible()
  await expect(aging.field('Customer')).toHaveValue('NORTH01   Northgate Foods')
})

test('before anything is posted the aging says what belongs in it', async ({ open }) => {
  const { window } = await open(books.file)
  const aging = new AgingPage(window)
  await aging.open()
  await aging.asOf('1/1/2025', '1 Jan 2025')
  await expect(window.getByText('Nothing was open on 1 Jan 2025')).toBeVisible()
})

test('Ctrl+P right after the aging was asked for prints it once it is read', async ({ open }) => {
  const desk = newDesk()
  const { window } = await open(books.file, desk)
  const aging = new AgingPage(window)
  await aging.ready()
  await aging.press('Control+g', 'Control+p')
  const printed = path.join(desk.folder, 'Aging.pdf')
  await expect.poll(() => fs.existsSync(printed), { timeout: 20_000 }).toBe(true)
  const text = (await readPdf(fs.readFileSync(printed))).pages.flatMap((page) => page.lines).join(' ')
  expect(text.replaceAll(/[^\p{L}&]+/gu, ' ')).toContain('Cedar & Sons')
  desk.clear()
})
