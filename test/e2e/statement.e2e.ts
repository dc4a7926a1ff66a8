import fs from 'node:fs'
import { readPdf } from '../paper/read-pdf.ts'
import { addCustomer, addInvoice, addUnappliedReceipt, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { newDesk } from './dialogs.ts'
import type { TestDesk } from './dialogs.ts'
import { expect, test } from './launch.ts'
import { StatementPage } from './pages/statement-page.ts'

let books: Books
let desk: TestDesk
test.beforeEach(async () => {
  desk = newDesk()
  books = await newBooks(async (company) => {
    const cedar = await addCustomer(company, { code: 'CEDAR01', name: 'Cedar & Sons' })
    await addInvoice(company, cedar, '2025-03-01', 980_00)
    await addInvoice(company, cedar, '2025-06-20', 1_200_00)
    await addUnappliedReceipt(company, cedar, '2025-06-25', 500_00)
    await addCustomer(company, { code: 'SMILE01', name: 'Smile 😀' })
    await addCustomer(company, { code: 'TOKYO01', name: '東京商店' })
  })
})
test.afterEach(() => {
  books.remove()
  desk.clear()
})

const saved = (file: string) => readPdf(new Uint8Array(fs.readFileSync(file)))

test('the statement previewed is the one that is saved and the one that is printed', async ({ open }) => {
  const { window } = await open(books.file, desk)
  const statement = new StatementPage(window)
  await statement.open()
  await statement.choose('CEDAR01', 'Cedar & Sons', '6/30/2025')
  await statement.expectFact('Due', 'USD1,680.00')
  await statement.expectFact('Past due', '980.00 overdue')
  await statement.expectFact('Unapplied credit', '500.00')

  const file = desk.file('Cedar.pdf')
  desk.answer(file)
  await statement.press('Control+Shift+s')
  await statement.expectNotice('Saved as Cedar.pdf.')
  const { text, pages } = await saved(file)
  expect(pages).toHaveLength(1)
  for (const part of ['Cedar & Sons', '30 Jun 2025', 'INV-00001', '980.00', 'INV-00002', '1,200.00', '1,680.00']) {
    expect(text).toContain(part)
  }

  await statement.press('Control+p')
  await statement.expectNotice('One page printed.')
  expect(fs.readdirSync(desk.folder)).toContain('Statement CEDAR01 2025-06-30.pdf')
})

test('a balance forward brings the balance of the day before, and refuses to begin after its end', async ({ open }) => {
  const { window } = await open(books.file, desk)
  const statement = new StatementPage(window)
  await statement.open()
  await statement.choose('CEDAR01', 'Cedar & Sons', '6/30/2025')
  await expect(statement.field('Shows')).toBeFocused()
  await statement.type('bal')
  await expect(statement.field('Activity from')).toBeVisible()
  await statement.press('Tab')
  await statement.type('7/1/2025')
  await statement.press('Enter')
  await expect(window.getByText('This is after the statement date. Enter an earlier day.')).toBeVisible()
  await expect(window.getByRole('button', { name: 'Print' })).toBeDisabled()
  await statement.type('6/1/2025')
  await statement.press('Enter')
  await statement.expectPreview()

  const file = desk.file('Forward.pdf')
  desk.answer(file)
  await statement.press('Control+Shift+s')
  await statement.expectNotice('Saved as Forward.pdf.')
  const { text } = await saved(file)
  // The invoice of March is in the opening balance, not in the lines.
  expect(text).not.toContain('INV-00001')
  for (const part of ['980.00', 'INV-00002', '1,680.00']) expect(text).toContain(part)
})

test('closing the dialog saves nothing and says nothing; a folder that is not there is said in words', async ({
  open,
}) => {
  const { window } = await open(books.file, desk)
  const statement = new StatementPage(window)
  await statement.open()
  await statement.choose('CEDAR01', 'Cedar & Sons', '6/30/2025')
  desk.answer(null, desk.file('no such folder/Cedar.pdf'))
  await statement.press('Control+Shift+s')
  await expect(window.getByRole('button', { name: /Save PDF/ })).toBeEnabled()
  await statement.press('Control+Shift+s')
  await expect(window.getByRole('alert')).toBeVisible()
})

test('a character that cannot be printed is named with its customer before anything is printed', async ({ open }) => {
  const { window } = await open(books.file, desk)
  const statement = new StatementPage(window)
  await statement.open()
  await statement.choose('SMILE01', 'Smile 😀', '6/30/2025')
  await expect(window.getByRole('status').filter({ hasText: 'cannot print' })).toContainText(
    'The statement of SMILE01 Smile 😀 has characters that Duebook cannot print: “😀”.',
  )
})

test('a name in Japanese is printed and read back', async ({ open }) => {
  const { window } = await open(books.file, desk)
  const statement = new StatementPage(window)
  await statement.open()
  await statement.choose('TOKYO01', '東京商店', '6/30/2025')
  await expect(window.getByText('cannot print')).toHaveCount(0)
  const file = desk.file('Tokyo.pdf')
  desk.answer(file)
  await statement.press('Control+Shift+s')
  await statement.expectNotice('Saved as Tokyo.pdf.')
  expect((await saved(file)).text.replaceAll(' | ', '')).toContain('東京商店')
})
