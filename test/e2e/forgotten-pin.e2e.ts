import { call } from '../../src-main/company-file/company-file.ts'
import { addCustomer, newBooks, type Books } from './books.ts'
import { expect, test } from './launch.ts'
import { SignInPage } from './pages/people-pages.ts'
import { SetupPage } from './pages/setup-page.ts'
import { picture } from './shoot.ts'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
    await call(company, 'people.setPin', { id: 1, pin: '0815', currentPin: null })
    await call(company, 'people.create', { name: 'Cleo', role: 'clerk', pin: '4711' })
  })
})
test.afterEach(() => books.remove())

test('by keys alone: the owner prints a recovery phrase, forgets the PIN, and sets a new one with the sheet', async ({
  open,
}) => {
  const { app, window } = await open(books.file)
  const signIn = new SignInPage(window)
  await expect(signIn.heading).toBeVisible()
  // Nothing is in the safe yet, and the dialog says what is left to do.
  await signIn.type('Owner')
  await signIn.press('Enter')
  await expect(signIn.field('PIN')).toBeFocused()
  await signIn.press('Tab', 'Enter')
  const dialog = window.getByRole('dialog', { name: 'New PIN of Owner' })
  await expect(dialog).toContainText('No recovery phrase was ever printed for this company.')
  await picture(window, 'forgotten-pin-without-a-phrase')
  await signIn.press('Escape')
  await signIn.field('PIN').focus()
  await signIn.type('0815')
  await signIn.press('Enter')

  const setup = new SetupPage(window)
  await setup.open()
  await setup.section('People', 8)
  await expect(window.getByText('Only Owner is an owner. Print a recovery phrase')).toBeVisible()
  await picture(window, 'people-without-a-phrase')
  await window.getByRole('button', { name: 'Print a recovery phrase' }).press('Enter')
  const phrase = window.locator('p[aria-label="Recovery phrase"]')
  await expect(phrase).toBeVisible()
  const groups = (await phrase.locator('span').allInnerTexts()).join(' ')
  expect(groups).toMatch(/^([0-9A-Z]{4} ){8}[0-9A-Z]{4}$/)
  await expect(window.getByText('it is not shown again')).toBeVisible()
  await picture(window, 'recovery-phrase-for-a-pin')
  await setup.press('Escape')
  await setup.open()
  await setup.section('People', 8)
  await expect(window.getByText('A recovery phrase is printed.', { exact: false })).toBeVisible()
  await expect(window.getByText('Only Owner is an owner.')).toHaveCount(0)

  await signIn.command('Change user')
  // A clerk is helped by an owner.
  await expect(signIn.heading).toBeVisible()
  await expect(signIn.field('Name')).toBeFocused()
  await signIn.type('Cleo')
  await signIn.press('Enter')
  await expect(window.getByRole('button', { name: 'Forgotten PIN' })).toHaveCount(0)
  await expect(signIn.field('PIN')).toHaveAccessibleDescription(/An owner sets a new one in Setup/)
  await signIn.field('Name').focus()
  await signIn.type('Owner')
  await signIn.press('Enter')
  for (const wrong of ['1111', '2222', '3333', '4444']) {
    await signIn.field('PIN').focus()
    await signIn.type(wrong)
    await signIn.press('Enter')
    await expect(signIn.field('PIN')).toHaveValue('')
  }
  await expect(signIn.field('PIN')).toHaveAccessibleDescription(/Too many wrong PINs/)
  await signIn.field('PIN').focus()
  await signIn.press('Tab', 'Enter')
  await expect(dialog.getByLabel('Recovery phrase')).toBeFocused()
  await signIn.type(groups.slice(0, -1).toLowerCase())
  await expect(dialog).toContainText('Group 9 is next.')
  await signIn.type(groups.slice(-1))
  await expect(dialog).toContainText('It is complete.')
  await signIn.press('Tab')
  await signIn.type('246813')
  await signIn.press('Tab')
  await signIn.type('246814')
  await expect(dialog).toContainText('This is not the same PIN. Enter it again.')
  await signIn.press('Backspace')
  await signIn.type('3')
  await picture(window, 'forgotten-pin')
  await signIn.press('Enter')
  await signIn.expectNotice('Owner has a new PIN. Sign in with it.')
  await signIn.field('PIN').focus()
  await signIn.type('246813')
  await signIn.press('Enter')
  await expect(window.getByText('Owner, owner')).toBeVisible()
  await app.close()
})
