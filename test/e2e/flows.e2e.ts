import { call, type CompanyFile } from '../../src-main/company-file/company-file.ts'
import { addDays, calendarDate, type CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { addCustomer, addInvoice, addMonthlyRent, addUnappliedReceipt, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { newDesk } from './dialogs.ts'
import { expect, test } from './launch.ts'
import { CustomerFormPage, CustomersPage } from './pages/customer-pages.ts'
import { DocumentsPage } from './pages/document-pages.ts'
import { ImportPage } from './pages/import-page.ts'
import { InvoicePage } from './pages/invoice-page.ts'
import { ApprovalPage, SignInPage } from './pages/people-pages.ts'
import { ReceivePaymentPage } from './pages/receive-payment-page.ts'
import { ScreenPage } from './pages/screen-page.ts'
import { SetupPage } from './pages/setup-page.ts'

const OWNER_PIN = '0815'
const CLERK_PIN = '4711'

let books: Books
test.afterEach(() => books.remove())

const askBeforeLimit = async (company: CompanyFile): Promise<void> => {
  const { version, name, address, phone, email, taxNumber, settings } = await call(company, 'company.profile', {})
  const asked = { ...settings, agingEdges: [...settings.agingEdges], creditLimitPolicy: 'ask' as const }
  await call(company, 'company.update', { version, name, address, phone, email, taxNumber, settings: asked })
}

test('a clerk bills nobody on hold or over the limit, and gives no credit, unless a supervisor approves', async ({
  open,
}) => {
  books = await newBooks(async (company) => {
    const cedar = await addCustomer(company, { code: 'CEDAR01', name: 'Cedar & Sons', creditLimit: 500_00 })
    await addInvoice(company, cedar, '2025-05-14', 400_00)
    await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods', onHold: true })
    await askBeforeLimit(company)
    await call(company, 'people.setPin', { id: 1, pin: OWNER_PIN, currentPin: null })
    await call(company, 'people.create', { name: 'Cleo', role: 'clerk', pin: CLERK_PIN })
  })
  const desk = newDesk()
  desk.answer(
    desk.file('new.csv', 'Customer ID,Invoice No,Invoice Date,Due Date,Amount\nBRIGHT,A-1,5/20/2025,6/19/2025,80.50\n'),
  )
  const { app, window } = await open(books.file, desk)
  await new SignInPage(window).signIn('Cleo', CLERK_PIN)
  const invoice = new InvoicePage(window)
  await invoice.open()
  await invoice.chooseCustomer('NORTH01', 'Northgate Foods')
  await expect(window.getByText('Northgate Foods is on credit hold.')).toBeVisible()
  await invoice.press('Enter')
  await invoice.typeLine('Paper', '600')
  await invoice.press('F9')
  const approval = new ApprovalPage(window)
  await expect(approval.dialog).toContainText('Customer NORTH01 is on credit hold.')
  await approval.press('Escape')
  await expect(invoice.field('Customer')).toBeFocused()
  await expect(invoice.field('Customer')).toHaveAccessibleDescription(/NORTH01 is on credit hold/)

  // The same lines for somebody else, who would owe too much.
  await invoice.chooseCustomer('CEDAR01', 'Cedar & Sons')
  await expect(window.getByText('500.00 over the credit limit of 500.00')).toBeVisible()
  await invoice.press('F9')
  await expect(approval.dialog).toContainText('CEDAR01 would owe 1,000.00 (400.00 open, 600.00 on this)')
  await approval.approve(OWNER_PIN)
  await invoice.expectNotice('INV-00002 posted, 600.00.')

  const form = new CustomerFormPage(window, 'New customer')
  await form.press('Control+n')
  await expect(form.field('Name')).toBeFocused()
  await form.type('Harbor Bakery')
  await form.press('F9')
  await expect(approval.dialog).toContainText('Only a supervisor gives a new customer credit')
  await approval.press('Escape')
  await expect(form.field('Credit limit')).toBeFocused()
  await form.type('0')
  await form.press('F9')
  await form.expectNotice('Harbor Bakery is saved.')

  const importing = new ImportPage(window)
  await importing.open()
  await importing.chooseFile()
  await importing.sayInvoices()
  await importing.check()
  await importing.expectSaid('can be imported.')
  await importing.press('F9')
  await expect(approval.dialog).toContainText('1 new customer in this file would have no credit limit.')
  // However long the supervisor takes, no progress gets in the way.
  await window.waitForTimeout(1000)
  await expect(window.getByRole('dialog')).toHaveCount(1)
  await approval.press('Escape')
  await importing.expectSaid('Only a supervisor gives that')
  await importing.press('F9')
  await approval.approve(OWNER_PIN)
  await importing.expectSaid('in the books.')
  await app.close()
  desk.clear()
})

const daysAgo = (days: number): CalendarDate => addDays(calendarDate(new Date().toISOString().slice(0, 10)), 0 - days)

const payByCheck = (company: CompanyFile, customerId: number, documentId: number, amount: number) =>
  call(company, 'receipts.post', {
    customerId,
    date: daysAgo(20),
    amount,
    method: 'check',
    reference: '881',
    memo: '',
    depositAccountId: null,
    applications: [{ documentId, amount, discount: 0, writeOff: 0, writeOffReason: '', deductions: [] }],
    draftUid: null,
  })

test('how a customer paid, a payment entered again, one that waits for its order, and what is found again', async ({
  open,
}) => {
  books = await newBooks(async (company) => {
    const cedar = await addCustomer(company, { code: 'CEDAR01', name: 'Cedar & Sons' })
    const { id } = await addInvoice(company, cedar, daysAgo(60), 400_00)
    await addInvoice(company, cedar, daysAgo(50), 700_00)
    await payByCheck(company, cedar, id, 400_00)
    const returned = await addUnappliedReceipt(company, cedar, daysAgo(15), 100_00)
    await addMonthlyRent(company, cedar, daysAgo(70))
    await call(company, 'receipts.returnPayment', { id: returned.id, date: daysAgo(10), reason: 'NSF', fee: null })
  })
  const { app, window } = await open(books.file)
  const customers = new CustomersPage(window)
  const card = await customers.openCard('CEDAR01', 'Cedar & Sons')
  await expect(card.grid).toBeFocused()
  await card.press('Shift+Tab', 'ArrowRight', 'ArrowRight')
  await expect(window.getByRole('main')).toContainText('Highest balance1,100.00')
  await expect(window.getByRole('main')).toContainText('Days to pay4012 months')
  await expect(window.getByRole('main')).toContainText('Days late10')
  await expect(window.getByRole('main')).toContainText('Returned payments1')
  await expect(window.getByRole('table', { name: 'Sales by month' }).getByRole('columnheader')).toHaveCount(13)

  // The copy is of the day of the payment, as if the wrong one had never been.
  const documents = new DocumentsPage(window)
  const receipt = await documents.openDocument('Receipt', 'RCT-00001')
  const screen = new ScreenPage(window, '')
  await screen.command('Void and copy')
  await expect(receipt.dialog.getByLabel('Reason')).toBeFocused()
  await receipt.type('It was 390')
  await receipt.press('Enter')
  const payment = new ReceivePaymentPage(window)
  await expect(payment.field('Customer')).toBeFocused()
  await payment.press('Enter')
  await payment.type('390')
  await payment.press('Enter')
  await expect(payment.field('Check number')).toHaveValue('881')
  await payment.press('Enter')
  await payment.expectCell('Payment, line 1', '400.00')
  await payment.type('390')
  await payment.press('F9')
  await payment.expectNotice('RCT-00003 posted, 390.00.')

  // Paid before its invoice: nothing is proposed for it, and the invoice of that order names it.
  await payment.press('Control+h')
  await payment.open()
  await payment.receive('CEDAR01', 'Cedar & Sons', '250')
  await payment.type('4711')
  await payment.focus('What is not applied')
  await payment.type('Pre')
  await payment.expectFigure('Unapplied', '250.00')
  await payment.press('Tab')
  await payment.type('deposit for PO-991')
  await payment.press('F9')
  await payment.expectNotice('RCT-00004 posted, 250.00, of which 250.00 stays unapplied.')
  const invoice = new InvoicePage(window)
  await invoice.press('Control+h')
  await invoice.open()
  await invoice.chooseCustomer('CEDAR01', 'Cedar & Sons')
  await invoice.type('PO-991')
  await invoice.press('Enter')
  await invoice.typeLine('Paper', '600')
  await invoice.press('F9')
  await invoice.expectNotice('Prepayment RCT-00004 of 250.00 for PO-991 is waiting to be applied.')

  // A template that nobody needs any more, and a person half typed: found again without the PIN.
  await screen.command('Recurring invoices')
  await expect(screen.list('Recurring invoices')).toBeFocused()
  // Its keys are of the row: the grid has the focus before it has any.
  await expect(screen.list('Recurring invoices').getByRole('row', { name: /Rent/, selected: true })).toBeVisible()
  await screen.press('Control+Delete')
  await screen.expectNotice('Rent has ended.')
  await expect(window.getByText('All have ended')).toBeVisible()
  await screen.field('Ended too').focus()
  await screen.press('Space')
  await expect(window.getByRole('row', { name: /Rent/ })).toContainText('ended')

  const setup = new SetupPage(window)
  await setup.open()
  await setup.section('People', 8)
  await setup.typePerson('Cleo', CLERK_PIN)
  await setup.press('Escape')
  await expect(setup.heading).toBeHidden()
  await setup.open()
  await setup.section('People', 8)
  await expect(setup.field('Name')).toHaveValue('Cleo')
  await expect(setup.field('PIN')).toHaveValue('')
  await app.close()
})
