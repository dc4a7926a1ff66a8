import { call } from '../../src-main/company-file/company-file.ts'
import { calendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { addCustomer, addInvoice, newBooks, openOf } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { InvoicePage } from './pages/invoice-page.ts'
import { CreditNotePage } from './pages/billing-pages.ts'
import { CustomerFormPage, CustomersPage } from './pages/customer-pages.ts'
import { AdjustmentPage } from './pages/money-pages.ts'
import { IdentifyReceiptPage, UnidentifiedReceiptsPage } from './pages/cash-list-pages.ts'
import { ReceivePaymentPage } from './pages/receive-payment-page.ts'

let books: Books
let north: number
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    north = await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
    await addInvoice(company, north, '2025-06-02', 500_00)
  })
})
test.afterEach(() => books.remove())

const setRate = () =>
  books.ask((company) =>
    call(company, 'rates.set', { currency: 'EUR', date: calendarDate('2025-06-01'), rate: '1.1', version: null }),
  )

const billInEuros = () =>
  books.ask(async (company) => {
    await call(company, 'rates.set', { currency: 'EUR', date: calendarDate('2025-06-01'), rate: '1.1', version: null })
    await addInvoice(company, north, '2025-06-03', 1000_00, { currency: 'EUR' })
  })

test('an adjustment in dollars lowers an invoice in euros, at the rate typed', async ({ open }) => {
  await billInEuros()
  const { app, window } = await open(books.file)
  const adjustment = new AdjustmentPage(window)
  await adjustment.open()
  await adjustment.chooseCustomer('NORTH01', 'Northgate Foods')
  await adjustment.focus('Reason')
  await adjustment.type('Bad')
  await adjustment.focus('Adjust, line 1')
  await adjustment.press('ArrowDown', 'Space')
  await adjustment.expectCell('Adjust, line 2', '1,100.00')
  await adjustment.press('Shift+Tab')
  await adjustment.expectCell('Rate, line 2')
  await adjustment.type('1.05')
  await adjustment.press('Tab')
  await adjustment.expectCell('Adjust, line 2', '1,050.00')
  await adjustment.expectFigure('Stays as credit', '0.00')
  await adjustment.press('F9')
  await adjustment.expectNotice('ADJ-00001 posted, 1,050.00.')
  await app.close()
  expect(await openOf(books, north)).toEqual({ 'INV-00001': 500_00 })
})

test('a credit note in dollars settles what it is worth of an invoice in euros', async ({ open }) => {
  await billInEuros()
  const { app, window } = await open(books.file)
  const note = new CreditNotePage(window)
  await note.open()
  await note.chooseCustomer('NORTH01', 'Northgate Foods')
  await note.press('Shift+Tab')
  await expect(note.field('Apply to')).toBeFocused()
  await note.type('INV-00002')
  await note.focus('Description, line 1')
  await note.type('Damaged')
  await note.focus('Unit price, line 1')
  await note.type('550')
  await note.press('Tab')
  await expect(note.field('Settles in EUR')).toHaveValue('500.00')
  await note.field('Settles in EUR').focus()
  await note.type('510')
  await note.press('Tab')
  await expect(note.field('Rate between both')).toHaveAttribute('placeholder', /^1\.07843\d* USD\/EUR$/)
  await note.press('F9')
  await note.expectNotice('CRN-00001 posted, 550.00.')
  await app.close()
  expect(await openOf(books, north)).toEqual({ 'INV-00001': 500_00, 'INV-00002': 490_00 })
})

test('dollars of an unknown payer turn out to pay an invoice in euros', async ({ open }) => {
  await billInEuros()
  await books.ask((company) =>
    call(company, 'unidentifiedReceipts.post', {
      date: calendarDate('2025-06-20'),
      amount: 1084_50,
      currency: 'USD',
      method: 'transfer',
      rate: null,
      payer: 'NGATE',
      reference: '',
      memo: '',
      depositAccountId: null,
      draftUid: null,
    }),
  )
  const { app, window } = await open(books.file)
  const list = new UnidentifiedReceiptsPage(window)
  await list.open()
  await expect(list.list('Unidentified receipts').getByRole('row').filter({ hasText: 'UNR-00001' })).toBeVisible()
  await list.press('Enter')
  const identify = new IdentifyReceiptPage(window)
  await expect(identify.heading).toBeVisible()
  await identify.chooseCustomer('NORTH01', 'Northgate Foods')
  await expect(window.getByRole('status').filter({ hasText: 'Proposed:' })).toBeVisible()
  await identify.focus('Payment, line 1')
  await identify.press('Delete', 'ArrowDown', 'Space')
  await identify.expectCell('Payment, line 2', '1,100.00')
  await identify.type('1084.50')
  await identify.press('Tab')
  await expect(identify.row('INV-00002')).toContainText('1.0845 USD/EUR')
  await identify.expectFigure('Unapplied', '0.00')
  await identify.press('F9')
  await identify.expectNotice('UNR-00001 is RCT-00001 now, applied in full.')
  await app.close()
  expect(await openOf(books, north)).toEqual({ 'INV-00001': 500_00 })
})

test('a limit for one currency is asked for, entered by keyboard, and said while an invoice goes beyond it', async ({
  open,
}) => {
  await setRate()
  const { window } = await open(books.file)
  const card = await new CustomersPage(window).openCard('NORTH01', 'Northgate Foods')
  await card.press('Control+e')
  const form = new CustomerFormPage(window, 'Edit Northgate Foods')
  await expect(form.heading).toBeVisible()
  const ask = window.getByRole('button', { name: 'Limit the credit in one currency' })
  await ask.focus()
  await form.press('Enter')
  const limits = form.list('Credit limits by currency')
  await expect(limits.getByLabel('Credit limit, line 1')).toBeFocused()
  await form.type('100')
  await form.press('F9')
  await expect(card.heading).toBeVisible()
  await card.expectFact('Limit for EUR', '100.00')

  await card.press('Control+h')
  const invoice = new InvoicePage(window)
  await invoice.open()
  await invoice.chooseCustomer('NORTH01', 'Northgate Foods')
  await invoice.focus('Currency')
  await invoice.type('EUR')
  await invoice.focus('Description, line 1')
  await invoice.type('Paper')
  await invoice.focus('Unit price, line 1')
  await invoice.type('120')
  await invoice.press('Tab')
  await expect(window.getByText(/over the credit limit for EUR of 100\.00: 120\.00/)).toBeVisible()
  await invoice.press('F9')
  await invoice.expectNotice('NORTH01 now owes 120.00 EUR, over the credit limit for EUR of 100.00 EUR.')
  await card.press('Control+j')
  await expect(new CustomersPage(window).row('NORTH01')).toContainText('over limit')
})

test('a credit in euros is used with a payment in dollars, in one command', async ({ open }) => {
  await setRate()
  await books.ask((company) =>
    call(company, 'receipts.post', {
      customerId: north,
      date: calendarDate('2025-06-04'),
      amount: 100_00,
      currency: 'EUR',
      method: 'check',
      rate: null,
      reference: '',
      memo: '',
      depositAccountId: null,
      applications: [],
      draftUid: null,
    }),
  )
  const { app, window } = await open(books.file)
  const payment = new ReceivePaymentPage(window)
  await payment.open()
  await payment.chooseCustomer('NORTH01', 'Northgate Foods')
  await payment.type('390')
  await payment.press('Enter', 'Enter')
  await payment.press('Delete', 'Space', 'ArrowDown', 'Space')
  await payment.expectCell('Payment, line 2', '-110.00')
  await expect(payment.row('RCT-00001')).toContainText('1.1 USD/EUR')
  await payment.expectFigure('Credits used', '110.00')
  await payment.expectFigure('Unapplied', '0.00')
  await payment.press('F9')
  await payment.expectNotice('RCT-00002 posted, 390.00. 100.00 EUR of RCT-00001 used.')
  await app.close()
  expect(await openOf(books, north)).toEqual({})
})
