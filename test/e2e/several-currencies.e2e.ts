import { call } from '../../src-main/company-file/company-file.ts'
import { calendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { addCustomer, addInvoice, newBooks, openOf } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { AgingPage } from './pages/aging-page.ts'
import { InvoicePage } from './pages/invoice-page.ts'
import { RefundPage } from './pages/money-pages.ts'
import { ReceivePaymentPage } from './pages/receive-payment-page.ts'
import { StatementPage } from './pages/statement-page.ts'

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

test('a company of one currency is not asked for any', async ({ open }) => {
  const { window } = await open(books.file)
  const invoice = new InvoicePage(window)
  await invoice.open()
  await invoice.chooseCustomer('NORTH01', 'Northgate Foods')
  await expect(invoice.field("Customer's reference")).toBeVisible()
  await expect(invoice.field('Currency')).toHaveCount(0)
})

test('an invoice is entered in another currency than the customer’s, which is proposed', async ({ open }) => {
  await setRate()
  const { app, window } = await open(books.file)
  const invoice = new InvoicePage(window)
  await invoice.open()
  await invoice.chooseCustomer('NORTH01', 'Northgate Foods')
  await expect(invoice.field('Currency')).toHaveValue('USD')
  await invoice.focus('Currency')
  await invoice.type('EUR')
  await invoice.press('Tab')
  await expect(invoice.field('USD for one EUR')).toHaveValue('1.1')
  await invoice.focus('Description, line 1')
  await invoice.type('Paper')
  await invoice.focus('Unit price, line 1')
  await invoice.type('1000')
  await invoice.press('Tab')
  await invoice.press('F9')
  await invoice.expectNotice('INV-00002 posted, 1,000.00.')
  await app.close()
  const posted = await books.ask((company) => call(company, 'documents.get', { id: 2 }))
  expect(posted).toMatchObject({ currency: 'EUR', total: 1000_00 })
})

test('dollars pay an invoice in euros: the amount the bank paid is typed, and the rate follows', async ({ open }) => {
  await billInEuros()
  const { app, window } = await open(books.file)
  const payment = new ReceivePaymentPage(window)
  await payment.open()
  await payment.chooseCustomer('NORTH01', 'Northgate Foods')
  await payment.type('1084.50')
  await payment.press('Enter', 'Enter')
  await expect(payment.row('INV-00002')).toContainText('EUR')
  await payment.press('Delete', 'ArrowDown', 'Space')
  await payment.expectCell('Payment, line 2', '1,100.00')
  await expect(payment.row('INV-00002')).toContainText('1.1 USD/EUR')
  await payment.type('1084.50')
  await payment.press('Tab')
  await expect(payment.row('INV-00002')).toContainText('1.0845 USD/EUR')
  await payment.expectFigure('Applied', '1,084.50')
  await payment.expectFigure('Unapplied', '0.00')
  await payment.press('F9')
  await payment.expectNotice('RCT-00001 posted, 1,084.50.')
  await app.close()
  expect(await openOf(books, north)).toEqual({ 'INV-00001': 500_00 })
})

test('the same with the rate typed: the money follows', async ({ open }) => {
  await billInEuros()
  const { window } = await open(books.file)
  const payment = new ReceivePaymentPage(window)
  await payment.open()
  await payment.chooseCustomer('NORTH01', 'Northgate Foods')
  await payment.type('1084.50')
  await payment.press('Enter', 'Enter')
  await payment.press('Delete', 'ArrowDown', 'Space')
  await payment.press('Shift+Tab')
  await payment.expectCell('Rate, line 2')
  await payment.type('1.0845')
  await payment.press('Tab')
  await payment.expectCell('Payment, line 2', '1,084.50')
  await payment.expectFigure('Unapplied', '0.00')
})

test('euros come in as what the bank paid for them in dollars', async ({ open }) => {
  await billInEuros()
  const { app, window } = await open(books.file)
  const payment = new ReceivePaymentPage(window)
  await payment.open()
  await payment.chooseCustomer('NORTH01', 'Northgate Foods')
  await payment.type('1000')
  await payment.focus('Currency')
  await payment.type('EUR')
  await payment.press('Tab')
  await expect(payment.proposal).toContainText('Proposed:')
  await payment.focus('Bank paid')
  await payment.type('1084.50')
  await payment.press('Tab')
  await expect(payment.field('USD for one EUR')).toHaveValue('1.0845')
  await payment.press('F9')
  await payment.expectNotice('RCT-00001 posted, 1,000.00.')
  await app.close()
  const receipt = await books.ask((company) => call(company, 'documents.get', { id: 3 }))
  expect(receipt).toMatchObject({ currency: 'EUR', exchange: { rate: '1.0845' }, open: 0 })
})

test('statement and aging are shown in the currency chosen', async ({ open }) => {
  await billInEuros()
  const { window } = await open(books.file)
  const statement = new StatementPage(window)
  await statement.open()
  await statement.choose('NORTH01', 'Northgate Foods', '6/30/2025')
  await statement.expectFact('Due', 'USD500.00')
  await statement.field('Currency').focus()
  await statement.type('EUR')
  await statement.expectFact('Due', 'EUR1,000.00')
  await statement.expectPreview()

  const aging = new AgingPage(window)
  await aging.open()
  await aging.asOf('6/30/2025', '30 Jun 2025')
  await aging.expectRow('NORTH01', '1,600.00', '1,600.00')
  await aging.field('Currency').focus()
  await aging.type('EUR')
  await aging.expectRow('NORTH01', '1,000.00', '1,000.00')
  await aging.press('Tab', 'Tab')
  await aging.press('ArrowDown', 'Enter')
  await expect(aging.list('Open items of Northgate Foods')).toContainText('INV-00002')
  await expect(aging.list('Open items of Northgate Foods')).not.toContainText('INV-00001')
})

test('a credit in euros is paid back in dollars, at what both amounts say', async ({ open }) => {
  await books.ask(async (company) => {
    await call(company, 'rates.set', { currency: 'EUR', date: calendarDate('2025-06-01'), rate: '1.1', version: null })
    await call(company, 'receipts.post', {
      customerId: north,
      date: calendarDate('2025-06-05'),
      amount: 100_00,
      currency: 'EUR',
      method: 'transfer',
      reference: '',
      memo: '',
      depositAccountId: null,
      applications: [],
      draftUid: null,
    })
  })
  const { app, window } = await open(books.file)
  const refund = new RefundPage(window)
  await refund.open()
  await refund.chooseCustomer('NORTH01', 'Northgate Foods')
  await refund.focus('Currency')
  await refund.type('EUR')
  await refund.press('Tab')
  await expect(refund.field('Paid in')).toBeFocused()
  await refund.type('USD')
  await refund.focus('Refund, line 1')
  await refund.press('Space')
  await expect(refund.field('Amount paid')).toHaveValue('110.00')
  await refund.expectFigure('Paid in USD', '110.00')
  await refund.press('Shift+Tab', 'Shift+Tab')
  await refund.field('Amount paid').focus()
  await refund.type('108')
  await refund.press('Tab')
  await expect(window.getByText('1.08 USD/EUR')).toBeVisible()
  await refund.press('F9')
  await refund.expectNotice('RFD-00001 posted, 108.00.')
  await app.close()
  const paid = await books.ask((company) => call(company, 'documents.get', { id: 3 }))
  expect(paid).toMatchObject({ kind: 'refund', currency: 'USD', total: 108_00, open: 0 })
})
