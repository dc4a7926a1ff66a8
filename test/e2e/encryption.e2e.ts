import fs from 'node:fs'
import { addCustomer, addInvoice, newBooks, type Books } from './books.ts'
import { ask } from './bridge.ts'
import { expect, test } from './launch.ts'
import { ScreenPage } from './pages/screen-page.ts'
import { picture } from './shoot.ts'

const PASSPHRASE = 'four quiet herons by the weir'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    const northgate = await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
    await addInvoice(company, northgate, '2025-05-14', 1_265_50)
  })
})
test.afterEach(() => books.remove())

test('by keys alone: encryption is turned on, the phrase is shown, and the company opens with either', async ({
  launch,
}) => {
  test.setTimeout(240_000)
  const { window } = await launch({ args: [books.file] })
  const home = new ScreenPage(window, 'Home')
  await home.ready()
  await ask(window, 'company.backUp', {})
  await home.command('Encryption')
  await expect(window.getByText('Whoever has the file can read it')).toBeVisible()
  await expect(home.field('Passphrase')).toBeFocused()
  await home.type('short')
  await home.press('Enter', 'Enter')
  await expect(window.getByText('Enter at least 12 characters, such as four or five words.')).toBeVisible()
  await picture(window, 'encryption-off')
  await home.field('Passphrase').fill(PASSPHRASE)
  await home.press('Enter')
  await home.type(PASSPHRASE)
  await home.press('Enter')

  const phrase = window.getByLabel('Recovery phrase', { exact: true })
  await expect(phrase).toBeVisible({ timeout: 60_000 })
  const groups = (await phrase.locator('span').allInnerTexts()).join(' ')
  expect(groups).toMatch(/^([0-9A-Z]{4} ){8}[0-9A-Z]{4}$/)
  await picture(window, 'recovery-phrase')
  await home.press('Escape')
  await home.ready()
  expect(fs.readFileSync(books.file).includes('Northgate')).toBe(false)

  await home.command('Encryption')
  await expect(window.getByText('Copies that anybody can read')).toBeVisible()
  await picture(window, 'encryption-on')
  await window.getByRole('button', { name: 'Encrypt them' }).focus()
  await home.press('Enter')
  await expect(window.getByText('Copies that anybody can read')).toHaveCount(0, { timeout: 30_000 })

  await ask(window, 'company.close', {})
  const recent = window.getByRole('button', { name: /Harbor\.duebook in .* · encrypted/ })
  await expect(recent).toBeFocused()
  await picture(window, 'welcome')
  await home.press('Enter')
  const dialog = window.getByRole('dialog')
  await expect(dialog.getByLabel('Passphrase', { exact: true }).first()).toBeFocused()
  await home.type('not that one at all')
  await home.press('Enter')
  await expect(dialog).toContainText('That is not the passphrase of Harbor.duebook', { timeout: 20_000 })
  await picture(window, 'unlock')
  await home.type(PASSPHRASE)
  await home.press('Enter')
  await home.ready()

  await ask(window, 'company.close', {})
  await expect(recent).toBeFocused()
  await home.press('Enter')
  await expect(dialog).toBeVisible()
  await dialog.getByText('Recovery phrase', { exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Recovery phrase' }).fill(groups.toLowerCase())
  await expect(dialog).toContainText('It is complete.')
  await home.press('Enter')
  await home.ready()
})
