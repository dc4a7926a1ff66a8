import { call } from '../../src-main/company-file/company-file.ts'
import { addCustomer, addInvoice, newBooks, type Books } from './books.ts'
import { expect, test } from './launch.ts'
import { ScreenPage } from './pages/screen-page.ts'
import { picture } from './shoot.ts'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    const northgate = await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
    await addInvoice(company, northgate, '2025-05-14', 1_265_50)
    await call(company, 'people.setPin', { id: 1, pin: '4711', currentPin: null })
  })
})
test.afterEach(() => books.remove())

test('a locked window shows nothing of the company; the PIN brings the screen back with what was typed', async ({
  open,
}) => {
  const { app, window } = await open(books.file)
  await window.getByLabel('PIN').fill('4711')
  await window.getByLabel('PIN').press('Enter')
  const home = new ScreenPage(window, 'Home')
  await home.ready()
  await home.command('New invoice')
  const invoice = new ScreenPage(window, 'New invoice')
  await invoice.ready()
  await window.getByLabel('Reference').fill('PO 4711 of Northgate')
  await window.keyboard.press('Control+Alt+l')
  await expect(window.getByRole('heading', { name: 'Locked' })).toBeVisible()
  const shown = await window.evaluate(() => `${document.title} ${document.body.innerHTML}`)
  expect(shown).not.toMatch(/Northgate|1,265|Harbor|invoice/i)
  await picture(window, 'locked')
  await window.keyboard.press('Control+j')
  await expect(window.getByRole('heading', { name: 'Locked' })).toBeVisible()
  await window.getByLabel('PIN').fill('9999')
  await window.getByLabel('PIN').press('Enter')
  await expect(window.getByRole('alert')).toBeVisible()
  await window.getByLabel('PIN').fill('4711')
  await window.getByLabel('PIN').press('Enter')
  await expect(window.getByLabel('Reference')).toHaveValue('PO 4711 of Northgate')
  // The computer is locked, or sent to sleep: the system says so.
  for (const away of ['lock-screen', 'suspend'] as const) {
    await app.evaluate(({ powerMonitor }, event) => void powerMonitor.emit(event), away)
    await expect(window.getByRole('heading', { name: 'Locked' })).toBeVisible()
    await expect(window.getByText('Northgate')).toHaveCount(0)
    await window.getByLabel('PIN').fill('4711')
    await window.getByLabel('PIN').press('Enter')
    await expect(window.getByLabel('Reference')).toHaveValue('PO 4711 of Northgate')
  }
  await window.keyboard.press('Control+Alt+l')
  await window.getByRole('button', { name: 'Change user' }).click()
  await expect(window.getByRole('heading', { name: 'Who works?' })).toBeVisible()
})
