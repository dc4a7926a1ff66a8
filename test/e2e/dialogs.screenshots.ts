import { call } from '../../src-main/company-file/company-file.ts'
import { LAST_DATE } from '../../src-shared/domain/dates/calendar.ts'
import { addCustomer, newBooks } from './books.ts'
import { ask } from './bridge.ts'
import { everyCashList } from './every-cash-list.ts'
import { expect, test } from './launch.ts'
import { CustomerFormPage, CustomersPage } from './pages/customer-pages.ts'
import { DocumentsPage } from './pages/document-pages.ts'
import { InvoicePage } from './pages/invoice-page.ts'
import { AdjustmentPage } from './pages/money-pages.ts'
import { ApprovalPage, SignInPage } from './pages/people-pages.ts'
import { DeductionsPage, UnidentifiedReceiptsPage, ReceiptBatchesPage } from './pages/cash-list-pages.ts'
import { ReceivePaymentPage } from './pages/receive-payment-page.ts'
import { ScreenPage } from './pages/screen-page.ts'
import { SetupPage } from './pages/setup-page.ts'
import { shoot } from './shoot.ts'

const OWNER_PIN = '0815'
const CLERK_PIN = '4711'

test('what opens over a screen, light and dark', async ({ launch }) => {
  test.setTimeout(600_000)
  const books = await newBooks(everyCashList)
  const { window } = await launch({ args: [books.file] })
  const screen = new ScreenPage(window, 'Home')
  await screen.ready()

  await screen.command('Work date')
  await expect(window.getByRole('dialog')).toBeVisible()
  await shoot(window, 'dialog-work-date')
  await screen.press('Escape', 'Control+f')
  await screen.type('north')
  await expect(window.getByRole('option', { name: 'Northgate Foods' }).first()).toBeVisible()
  await shoot(window, 'find')
  await screen.press('Escape')

  const invoice = await new DocumentsPage(window).openDocument('Invoice', 'INV-00003')
  await window.getByRole('button', { name: 'More' }).focus()
  await invoice.press('Enter')
  await shoot(window, 'menu-more')
  await invoice.type('void')
  await expect(window.getByRole('menuitem', { name: 'Void', exact: true })).toBeFocused()
  await invoice.press('Enter')
  await expect(invoice.dialog.getByLabel('Reason')).toBeFocused()
  await invoice.press('Enter')
  await expect(invoice.dialog).toContainText('Reason is needed')
  await shoot(window, 'dialog-void')
  await invoice.press('Escape')
  await invoice.press('Control+y')
  await expect(invoice.postings).toBeVisible()
  await shoot(window, 'document-postings')
  await invoice.press('Escape')

  const receipt = await new DocumentsPage(window).openDocument('Receipt', 'RCT-00002')
  await receipt.press('Control+u')
  await expect(receipt.dialog.getByLabel('Date', { exact: true })).toBeFocused()
  await receipt.type('1/1/2020')
  await receipt.press('Enter', 'Enter')
  await expect(receipt.dialog).toContainText('or later')
  await shoot(window, 'dialog-unapply')
  await receipt.press('Escape', 'Control+h')

  const unidentified = new UnidentifiedReceiptsPage(window)
  await unidentified.open()
  await unidentified.press('Home', 'Control+Shift+b')
  await expect(unidentified.dialog).toBeVisible()
  await shoot(window, 'dialog-give-back')
  await unidentified.press('Escape')

  const batches = new ReceiptBatchesPage(window)
  await batches.open()
  await batches.press('Home', 'Control+l')
  await expect(window.getByRole('alert')).toContainText('missing')
  await shoot(window, 'batch-does-not-agree')
  await batches.press('Control+Insert')
  await expect(batches.dialogField('Name')).toBeFocused()
  await shoot(window, 'dialog-batch-new')
  await batches.press('Escape')

  const deductions = new DeductionsPage(window)
  await deductions.open()
  await deductions.press('Home', 'Control+l')
  await expect(deductions.dialog).toBeVisible()
  await shoot(window, 'dialog-allow')
  await deductions.press('Escape', 'Control+Shift+b')
  await expect(deductions.dialog).toBeVisible()
  await shoot(window, 'dialog-charge-back')
  await deductions.press('Escape', 'Control+h')

  const payment = new ReceivePaymentPage(window)
  await payment.open()
  await payment.type('north')
  await expect(window.getByRole('option', { name: 'Northgate Bakery' })).toBeVisible()
  await shoot(window, 'customer-found')
  await payment.press('Control+a')
  await payment.receive('NORTH01', 'Northgate Foods', '1265.50')
  await payment.press('Shift+Tab', 'Shift+Tab', 'F4')
  await expect(window.getByRole('dialog')).toBeVisible()
  await shoot(window, 'calendar')
  await payment.press('Escape', 'Tab', 'Tab', 'Enter')
  await payment.expectCell('Payment, line 1')
  await payment.press('F8')
  await expect(window.getByRole('dialog').getByLabel('Amount', { exact: true })).toBeFocused()
  await payment.type('10')
  await shoot(window, 'dialog-deduct')
  await payment.press('Escape')
  await payment.type('99999')
  await payment.press('F9')
  await expect(payment.grid.getByText(/open/i).last()).toBeVisible()
  await shoot(window, 'receive-payment-refused')
  await payment.press('Escape')
  await expect(window.getByRole('button', { name: /^Go on/ })).toBeVisible()
  await shoot(window, 'home-with-draft')

  const invoiceEntry = new InvoicePage(window)
  await invoiceEntry.open()
  await invoiceEntry.press('F9')
  await expect(invoiceEntry.grid).toContainText('Enter a line')
  await shoot(window, 'invoice-refused')
  await invoiceEntry.press('Control+h')

  const customers = new CustomersPage(window)
  await customers.open()
  await customers.type('foods')
  await expect(customers.row('NORTH02')).toHaveCount(0)
  await customers.press('Enter')
  await expect(window.getByRole('grid', { name: 'Open items' })).toBeFocused()
  await shoot(window, 'customer-with-items')
  await window.getByRole('radio', { name: 'Open items' }).focus()
  for (const name of ['customer-documents', 'customer-credit-history']) {
    await customers.press('ArrowRight')
    await shoot(window, name)
  }
  await customers.press('Control+e')
  const form = new CustomerFormPage(window, 'Edit Northgate Foods')
  await expect(form.field('Name')).toBeFocused()
  await form.type('Northgate Fine Foods')
  const [stored] = await ask(window, 'customers.search', { text: 'NORTH01', limit: 1 })
  const {
    id: _id,
    uid: _uid,
    ...customer
  } = (await ask(window, 'customers.get', { id: stored?.id ?? 0, asOf: LAST_DATE })).customer
  await ask(window, 'customers.update', {
    ...customer,
    id: stored?.id ?? 0,
    phone: '555 0199',
    contacts: [...customer.contacts],
  })
  await form.press('F9')
  await expect(window.getByText('phone is now 555 0199, here empty')).toBeVisible()
  await shoot(window, 'customer-changed-meanwhile')
  await form.press('Control+h', 'Control+n')
  const newCustomer = new CustomerFormPage(window, 'New customer')
  await expect(newCustomer.field('Name')).toBeFocused()
  await newCustomer.type('North Star')
  await newCustomer.press('Tab')
  await newCustomer.type('north01')
  await newCustomer.press('F9')
  await expect(window.getByText('is already used by')).toBeVisible()
  await shoot(window, 'customer-refused')
  await newCustomer.press('Control+h')

  const setup = new SetupPage(window)
  await setup.open()
  await setup.section('Terms', 1)
  await setup.list('Terms').focus()
  await setup.press('Home', 'Enter')
  await shoot(window, 'setup-terms-rename')
  books.remove()
})

test('what a clerk is asked for and may not do alone, light and dark', async ({ launch }) => {
  test.setTimeout(600_000)
  const books = await newBooks(async (company) => {
    await everyCashList(company)
    await addCustomer(company, { code: 'HOLD01', name: 'Held Goods', onHold: true, creditLimit: 100_00 })
    await call(company, 'people.setPin', { id: 1, pin: OWNER_PIN, currentPin: null })
    await call(company, 'people.create', { name: 'Cleo', role: 'clerk', pin: CLERK_PIN })
  })
  const { window } = await launch({ args: [books.file] })
  const signIn = new SignInPage(window)
  await expect(signIn.field('Name')).toBeFocused()
  await shoot(window, 'sign-in')
  await signIn.signIn('Cleo', '9999')
  await expect(signIn.field('PIN')).toHaveAccessibleDescription(/That is not the PIN/)
  await shoot(window, 'sign-in-refused')
  await signIn.field('PIN').focus()
  await signIn.type(CLERK_PIN)
  await signIn.press('Enter')
  await expect(window.getByText('Cleo, clerk')).toBeVisible()

  await new DocumentsPage(window).openDocument('Invoice', 'INV-00002')
  const adjustment = new AdjustmentPage(window)
  await adjustment.press('Control+Shift+w')
  await expect(adjustment.field('Customer')).toBeFocused()
  await adjustment.expectFigure('Applied', '1,265.50')
  await adjustment.press('F9')
  const approval = new ApprovalPage(window)
  await expect(approval.dialog).toBeVisible()
  await shoot(window, 'dialog-approval')
  await approval.approve('9999')
  await expect(approval.dialog).toContainText('That is not the PIN of a supervisor.')
  await shoot(window, 'dialog-approval-refused')
  await approval.press('Escape', 'Control+h')

  const invoice = new InvoicePage(window)
  await invoice.open()
  await invoice.chooseCustomer('HOLD01', 'Held Goods')
  await invoice.press('Enter')
  await invoice.expectCell('Product, line 1')
  await invoice.press('Tab')
  await invoice.type('Paper')
  await invoice.press('Enter', 'Enter')
  await invoice.type('600')
  await invoice.press('Enter')
  await expect(window.getByText('is on credit hold.')).toBeVisible()
  await shoot(window, 'invoice-over-limit')
  await invoice.press('Control+h')

  const setup = new SetupPage(window)
  await setup.open()
  await setup.section('People', 8)
  await setup.list('People').focus()
  await setup.press('Home', 'Enter')
  await shoot(window, 'setup-people-change')
  books.remove()
})

test('what each screen says before anything is in it, light and dark', async ({ launch }) => {
  test.setTimeout(600_000)
  const books = await newBooks(async () => {})
  const { window } = await launch({ args: [books.file] })
  const screen = new ScreenPage(window, 'Home')
  await screen.ready()
  await shoot(window, 'empty-home')
  for (const [title, name] of [
    ['Customers', 'customers'],
    ['Documents', 'documents'],
    ['Aging', 'aging'],
    ['Statements', 'statements'],
    ['Receive payment', 'receive-payment'],
    ['Unidentified receipts', 'unidentified-receipts'],
    ['Receipt batches', 'receipt-batches'],
    ['Deductions', 'deductions'],
    ['Recurring invoices', 'recurring'],
    ['Bill recurring invoices', 'recurring-due'],
    ['Revalue foreign balances', 'revaluation'],
    ['Returned payment', 'returned-payment'],
    ['Finance charges', 'finance-charges'],
  ] as const) {
    await screen.press('Control+h')
    await screen.command(title)
    await window.waitForTimeout(300)
    await shoot(window, `empty-${name}`)
  }
  books.remove()
})
