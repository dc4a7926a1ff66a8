import { call } from '../../src-main/company-file/company-file.ts'
import { addCustomer, addInvoice, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { CreditNotePage } from './pages/billing-pages.ts'
import { DocumentsPage } from './pages/document-pages.ts'
import { AdjustmentPage } from './pages/money-pages.ts'
import { ApprovalPage, SignInPage } from './pages/people-pages.ts'
import { SetupPage } from './pages/setup-page.ts'

const OWNER_PIN = '0815'
const CLERK_PIN = '4711'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    const northgate = await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
    await addInvoice(company, northgate, '2025-05-14', 1_265_50)
  })
})
test.afterEach(() => books.remove())

test('a clerk is refused a write-off, a supervisor approves it, and the document says who', async ({ open }) => {
  await books.ask(async (company) => {
    await call(company, 'people.setPin', { id: 1, pin: OWNER_PIN, currentPin: null })
    await call(company, 'people.create', { name: 'Cleo', role: 'clerk', pin: CLERK_PIN })
  })
  const { app, window } = await open(books.file)
  const signIn = new SignInPage(window)
  await signIn.signIn('Cleo', '9999')
  await expect(signIn.field('PIN')).toHaveAccessibleDescription(/That is not the PIN/)
  await expect(window.getByText('Northgate')).toHaveCount(0)
  await signIn.field('PIN').focus()
  await signIn.type(CLERK_PIN)
  await signIn.press('Enter')
  await expect(window.getByText('Cleo, clerk')).toBeVisible()

  const documents = new DocumentsPage(window)
  const invoice = await documents.openDocument('Invoice', 'INV-00001')
  const adjustment = new AdjustmentPage(window)
  await adjustment.press('Control+Shift+w')
  await expect(adjustment.field('Customer')).toBeFocused()
  await adjustment.expectFigure('Applied', '1,265.50')
  await adjustment.press('F9')

  const approval = new ApprovalPage(window)
  await expect(approval.dialog).toContainText('Your limit for write-offs is 100.00 USD, this is 1,265.50 USD.')
  await approval.press('Escape')
  await expect(approval.dialog).toHaveCount(0)
  await adjustment.expectFigure('Applied', '1,265.50')
  await adjustment.press('F9')
  await approval.approve('9999')
  await expect(approval.dialog).toContainText('That is not the PIN of a supervisor.')
  await approval.approve(OWNER_PIN)
  await adjustment.expectNotice('ADJ-00001 posted, 1,265.50.')

  await expect(invoice.heading).toBeVisible()
  await expect(window.getByRole('main')).toContainText('Owner: write-off 1,265.50 USD over 100.00')

  // A credit note that names no invoice is no way round.
  const credit = new CreditNotePage(window)
  await credit.open()
  await expect(credit.field('Customer')).toHaveValue('NORTH01   Northgate Foods')
  await credit.field("Customer's reference").focus()
  await credit.press('Enter')
  await credit.type('Goodwill')
  await credit.press('Tab', 'Tab')
  await credit.type('150')
  await credit.press('F9')
  await expect(approval.dialog).toContainText('Your limit for credits without an invoice is 100.00 USD')
  await approval.approve(OWNER_PIN)
  await credit.expectNotice('CRN-00001 posted, 150.00.')
  await app.close()
})

test('people are taken on in Setup, and change places with a key', async ({ open }) => {
  const { app, window } = await open(books.file)
  const setup = new SetupPage(window)
  await setup.open()
  await setup.section('People', 8)
  await setup.typePerson('Cleo', CLERK_PIN)
  await setup.press('F9')
  await expect(setup.field('PIN')).toHaveAccessibleDescription(/Owner has no PIN/)
  await setup.list('People').focus()
  await setup.press('Home', 'Enter')
  await expect(setup.field('Name')).toHaveValue('Owner')
  await setup.field('New PIN').focus()
  await setup.type(OWNER_PIN)
  await setup.press('Enter')
  await setup.type(OWNER_PIN)
  await setup.press('F9')
  await setup.expectNotice('Owner has a new PIN.')
  await window.getByRole('button', { name: 'New person' }).press('Enter')
  await setup.typePerson('Cleo', CLERK_PIN)
  await setup.press('F9')
  await setup.expectNotice('Cleo is added.')

  const signIn = new SignInPage(window)
  await signIn.command('Change user')
  await signIn.signIn('Cleo', CLERK_PIN)
  await expect(window.getByText('Cleo, clerk')).toBeVisible()
  await app.close()
})

test('a viewer finds what changes the books disabled, with the reason on the button and on the key', async ({
  open,
}) => {
  await books.ask(async (company) => {
    await call(company, 'people.setPin', { id: 1, pin: OWNER_PIN, currentPin: null })
    await call(company, 'people.create', { name: 'Vera', role: 'viewer', pin: CLERK_PIN })
  })
  const { app, window } = await open(books.file)
  await new SignInPage(window).signIn('Vera', CLERK_PIN)
  await expect(window.getByText('Vera, viewer')).toBeVisible()
  const documents = new DocumentsPage(window)
  const invoice = await documents.openDocument('Invoice', 'INV-00001')
  await documents.press('Escape')
  await expect(documents.heading).toBeVisible()
  const button = window.getByRole('main').getByRole('button', { name: /New invoice/ })
  await expect(button).toBeDisabled()
  await expect(button).toHaveAttribute('title', /A viewer reads and prints; this takes a clerk/)
  await documents.press('Control+i')
  await documents.expectNotice('A viewer reads and prints; this takes a clerk, a supervisor or an owner.')
  await expect(documents.heading).toBeVisible()
  // What only reads is there: the palette has it and leaves the rest out.
  await documents.press('Control+k')
  await documents.type('aging')
  await expect(window.getByRole('option', { name: /Aging/ }).first()).toBeVisible()
  await documents.press('Escape', 'Control+k')
  await documents.type('new invoice')
  await expect(window.getByRole('option', { name: /New invoice/ })).toHaveCount(0)
  await expect(invoice.heading).toHaveCount(0)
  await app.close()
})
