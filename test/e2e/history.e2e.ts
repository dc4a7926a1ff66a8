import fs from 'node:fs'
import type { Page } from '@playwright/test'
import { day } from '../fixtures/entries.ts'
import { addCustomer, addInvoice, newBooks, type Books } from './books.ts'
import { ask } from './bridge.ts'
import { expect, test } from './launch.ts'
import { ScreenPage } from './pages/screen-page.ts'
import { SetupPage } from './pages/setup-page.ts'
import { picture } from './shoot.ts'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    const northgate = await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
    await addInvoice(company, northgate, '2025-05-14', 1_265_50)
  })
})
test.afterEach(() => books.remove())

const raiseLimit = async (window: Page): Promise<void> => {
  const { customer } = await ask(window, 'customers.get', { id: 1, asOf: day('2025-06-30') })
  const { uid: _, contacts, currencyLimits, ...fields } = customer
  const entered = { ...fields, contacts: [...contacts], currencyLimits: [...currencyLimits], creditLimit: 800_000 }
  await ask(window, 'customers.update', entered)
}

test('who did what is found, checked and saved by keys; the history of a customer and a document says the same', async ({
  launch,
}, info) => {
  fs.mkdirSync(info.outputDir, { recursive: true })
  const saved = info.outputPath('log.csv')
  const answers = info.outputPath('dialogs.json')
  fs.writeFileSync(answers, JSON.stringify([saved]))
  const { window } = await launch({ args: [books.file], env: { DUEBOOK_TEST_DIALOGS: answers } })
  const home = new ScreenPage(window, 'Home')
  await home.ready()
  await raiseLimit(window)
  await home.command('Who did what')
  const log = new ScreenPage(window, 'Who did what')
  await log.ready()
  const grid = window.getByRole('grid', { name: 'Who did what' })
  await expect(grid).toContainText('Customer NORTH01 Northgate Foods changed: credit limit')
  await expect(grid).toContainText('to 8,000.00 USD')
  await grid.getByRole('row').nth(1).click()
  await expect(window.getByRole('cell', { name: '8,000.00 USD' })).toBeVisible()
  await picture(window, 'history')

  await window.getByLabel('What', { exact: true }).selectOption('Post invoice')
  await expect(grid).not.toContainText('credit limit')
  await expect(grid).toContainText('1,265.50 USD posted for NORTH01 Northgate Foods')
  await log.press('F8')
  await expect(window.getByText('entries are as they were written. Head of the log:')).toBeVisible()
  await picture(window, 'history-verified')
  await log.press('Control+Shift+E')
  await expect(window.getByText('One entry is saved in log.csv.')).toBeVisible()
  expect(fs.readFileSync(saved, 'utf8')).toContain('"Invoice INV-00001 of 1,265.50 USD posted')

  await grid.getByRole('row').nth(1).dblclick()
  const document = new ScreenPage(window, 'Invoice INV-00001')
  await expect(document.heading).toBeVisible()
  await document.press('Control+Shift+H')
  await expect(window.getByRole('grid', { name: 'History' })).toContainText('posted for NORTH01')
  await picture(window, 'history-document')
  await document.press('Escape')
  await expect(window.getByRole('grid', { name: 'History' })).toBeHidden()
  await window.getByRole('button', { name: 'NORTH01 Northgate Foods' }).click()
  const customer = new ScreenPage(window, 'Northgate Foods')
  await expect(customer.heading).toBeVisible()
  await customer.press('Control+Shift+H')
  await expect(window.getByRole('grid', { name: 'History' })).toContainText('Customer NORTH01 Northgate Foods added')
  await expect(window.getByRole('grid', { name: 'History' })).toContainText('to 8,000.00 USD')
  await picture(window, 'history-customer')
})

test('a record of Setup has its history in place of the list', async ({ open }) => {
  const { window } = await open(books.file)
  const setup = new SetupPage(window)
  await setup.open()
  await setup.press('Control+Shift+H')
  await expect(window.getByRole('grid', { name: 'History' })).toContainText('made')
  await picture(window, 'history-setup')
  await setup.press('Control+Shift+H')
  await expect(window.getByRole('grid', { name: 'History' })).toBeHidden()
})

test('a key pressed right after Enter in the palette is for the screen that comes', async ({ open }) => {
  const { window } = await open(books.file)
  const setup = new SetupPage(window)
  await setup.open()
  const home = new ScreenPage(window, 'Home')
  await home.press('Control+h')
  await expect(home.heading).toBeVisible()
  await home.press('Control+k')
  await home.type('Setup')
  await expect(window.getByRole('option', { name: 'Setup' }).first()).toBeVisible()
  // As on a machine with other work, where the next frame comes late.
  await window.evaluate(() => {
    const soon = globalThis.requestAnimationFrame
    globalThis.requestAnimationFrame = (draw) => soon(() => void setTimeout(() => draw(performance.now()), 500))
  })
  await home.press('Enter', 'Control+Shift+H')
  await expect(window.getByRole('grid', { name: 'History' })).toContainText('made')
})
