import type { Page } from '@playwright/test'
import { call } from '../../src-main/company-file/company-file.ts'
import { calendarDate, LAST_DATE } from '../../src-shared/domain/dates/calendar.ts'
import { addCustomer, addInvoice, addUnappliedReceipt, newBooks, openOf } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { ReceivePaymentPage } from './pages/receive-payment-page.ts'

let books: Books
let northgate: number
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    northgate = await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods', terms: '2-10-30' })
    await addInvoice(company, northgate, '2025-05-12', 4_210_00)
    await addInvoice(company, northgate, '2025-05-14', 1_265_50)
    await addInvoice(company, northgate, '2025-06-25', 2_480_00)
    await addInvoice(company, northgate, '2025-06-26', 918_75)
  })
})
test.afterEach(() => books.remove())

/** Keys that follow one another before anything can be read or drawn between them. */
const pressAtOnce = (window: Page, keys: readonly string[]): Promise<void> =>
  window.evaluate((pressed) => {
    for (const key of pressed)
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }, keys)

test('a check over the three oldest invoices is proposed with its reason, and posted with F9', async ({ open }) => {
  const { app, window } = await open(books.file)
  const payment = new ReceivePaymentPage(window)
  await payment.open()
  await payment.receive('NORTH01', 'Northgate Foods', '4210+1265.50+2430.40')
  await payment.datedOn('6/30/2025')
  await expect(payment.proposal).toContainText('The 3 oldest open items, the last less its discount of 49.60')
  await payment.type('004417')
  await payment.press('Enter')
  await payment.expectCell('Payment, line 1', '4,210.00')
  await payment.expectFigure('Applied', '7,905.90')
  await payment.expectFigure('Discounts', '49.60')
  await payment.expectFigure('Unapplied', '0.00')
  await payment.postDatedFar('Date')
  await payment.expectNotice('RCT-00001 posted, 7,905.90.')
  await app.close()

  expect(await openOf(books, northgate)).toEqual({ 'INV-00004': 918_75 })
  const card = await books.ask((company) =>
    call(company, 'customers.get', { id: northgate, asOf: calendarDate('2025-06-30') }),
  )
  expect(card.lastReceipt).toEqual({ date: '2025-06-30', amount: 7_905_90, currency: 'USD' })
})

test('what is entered by hand wins over the proposal; Space, Del and Ctrl+W', async ({ open }) => {
  const { app, window } = await open(books.file)
  const payment = new ReceivePaymentPage(window)
  await payment.open()
  await payment.receive('NORTH01', 'Northgate Foods', '1265.50')
  await payment.datedOn('7/20/2025')
  await payment.press('Enter')
  await payment.expectCell('Payment, line 1')

  await payment.press('Delete')
  await payment.expectFigure('Applied', '0.00')
  await payment.press('Space')
  await payment.expectFigure('Applied', '4,210.00')
  await expect(payment.field('Amount')).toHaveAccessibleDescription('2,944.50 too much is applied.')
  await payment.press('Space')
  await payment.expectFigure('Applied', '0.00')

  await payment.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Control+w')
  await payment.expectCell('Payment, line 4', '900.37')
  await payment.expectFigure('Discounts', '18.38')
  await payment.expectFigure('Unapplied', '365.13')

  await payment.press('F5')
  await expect(payment.proposal).toContainText('Exactly the amount of INV-00002.')
  await payment.expectFigure('Discounts', '0.00')
  await payment.postDatedFar('Date')
  await payment.expectNotice('RCT-00001 posted, 1,265.50.')
  await app.close()
  expect(Object.keys(await openOf(books, northgate))).toEqual(['INV-00001', 'INV-00003', 'INV-00004'])
})

test('a short pay is closed by a write-off with its reason', async ({ open }) => {
  const { app, window } = await open(books.file)
  const payment = new ReceivePaymentPage(window)
  await payment.open()
  await payment.receive('NORTH01', 'Northgate Foods', '4200')
  await payment.press('Enter')
  await payment.expectCell('Payment, line 1', '4,200.00')
  await payment.press('Shift+Tab', 'Shift+Tab')
  await payment.press('Tab')
  await payment.expectCell('Write-off, line 1')
  await payment.type('10')
  await payment.press('Tab')
  await payment.expectCell('Reason, line 1')
  await payment.press('F9')
  await payment.expectCell('Reason, line 1')
  await expect(payment.grid).toContainText('Give a reason.')
  await payment.type('short pay')
  await payment.press('F9')
  await payment.expectNotice('RCT-00001 posted, 4,200.00.')
  await app.close()
  expect((await openOf(books, northgate))['INV-00001']).toBeUndefined()
})

test('credits are the last rows: Space uses one up together with the check', async ({ open }) => {
  await books.ask((company) => addUnappliedReceipt(company, northgate, '2025-04-29', 120_00))
  const { app, window } = await open(books.file)
  const payment = new ReceivePaymentPage(window)
  await payment.open()
  // Found by an invoice's number: the proposal takes it for what the check is for.
  await expect(payment.field('Customer')).toBeFocused()
  await payment.type('INV-00002')
  await payment.press('Enter')
  await expect(payment.field('Customer')).toHaveValue('NORTH01   Northgate Foods')
  await payment.type('1145.50')
  await payment.press('Enter')
  await expect(payment.proposal).toContainText('INV-00002')
  await payment.press('Enter')
  await payment.expectCell('Payment, line 1')
  await payment.press('Delete', 'ArrowDown', 'Space', 'ArrowDown', 'ArrowDown', 'ArrowDown')
  await payment.expectCell('Payment, line 5')
  await payment.press('Space')
  await payment.expectFigure('Applied', '1,265.50')
  await payment.expectFigure('Credits used', '120.00')
  await payment.expectFigure('Unapplied', '0.00')
  await payment.press('F9')
  await payment.expectNotice('120.00 of RCT-00001 used.')
  await app.close()
  expect(await openOf(books, northgate)).toEqual({ 'INV-00001': 4_210_00, 'INV-00003': 2_480_00, 'INV-00004': 918_75 })
  // One command posted the check and used the credit: nothing can be left half done.
  const commands = await books.ask(async (company) => {
    const paid = await call(company, 'documents.list', { filter: 'INV-00002', asOf: LAST_DATE })
    const entries = await call(company, 'documents.postings', { id: paid.rows[0]?.id ?? 0 })
    return new Set(entries.filter(({ command }) => command.name !== 'invoices.post').map(({ command }) => command.seq))
  })
  expect(commands.size).toBe(1)
})

test('a credit alone settles an invoice without any money', async ({ open }) => {
  await books.ask((company) => addUnappliedReceipt(company, northgate, '2025-06-29', 918_75))
  const { app, window } = await open(books.file)
  const payment = new ReceivePaymentPage(window)
  await payment.open()
  await expect(payment.field('Customer')).toBeFocused()
  await payment.type('NORTH01')
  // Faster than the items can be read: the first of them takes the focus when it comes up.
  await pressAtOnce(window, ['Enter', 'Enter', 'Enter'])
  await payment.expectCell('Payment, line 1')
  await payment.press('Control+End')
  await payment.expectCell('Payment, line 5')
  await payment.press('Space', 'ArrowUp', 'Space')
  await payment.expectFigure('Credits used', '918.75')
  await payment.press('F9')
  await payment.expectNotice('918.75 of RCT-00001 used.')
  await app.close()
  expect(Object.keys(await openOf(books, northgate))).toEqual(['INV-00001', 'INV-00002', 'INV-00003'])
})

test('a sitting of checks: Alt+F9 goes on at the customer, + gives the next check number, the tally counts', async ({
  open,
}) => {
  const { app, window } = await open(books.file)
  const payment = new ReceivePaymentPage(window)
  await payment.open()
  await payment.receive('NORTH01', 'Northgate Foods', '4210')
  await payment.type('004417')
  await payment.press('Alt+F9')
  await expect(window.getByText('1 posted in this sitting, 4,210.00 USD')).toBeVisible()
  await payment.receive('NORTH01', 'Northgate Foods', '1265.50')
  await payment.press('+')
  await expect(payment.field('Check number')).toHaveValue('004418')
  // The number of the check before would be entered twice: said before it is posted.
  const twice = window.getByText('Check 004417 of NORTH01 was received before: RCT-00001')
  await expect(twice).toBeHidden()
  await payment.press('-')
  await expect(twice).toBeVisible()
  await payment.press('+', 'Alt+F9')
  await expect(window.getByText('2 posted in this sitting, 5,475.50 USD')).toBeVisible()
  await app.close()
  expect(Object.keys(await openOf(books, northgate))).toEqual(['INV-00003', 'INV-00004'])
})

test('more than is open is refused beside the cell', async ({ open }) => {
  const { window } = await open(books.file)
  const payment = new ReceivePaymentPage(window)
  await payment.open()
  await payment.receive('NORTH01', 'Northgate Foods', '5000')
  await payment.press('Enter')
  await payment.expectCell('Payment, line 1')
  await payment.press('Delete')
  await payment.type('4210.01')
  await expect(payment.grid).toContainText('Only 4,210.00 is open.')
  await payment.press('F9')
  await payment.expectCell('Payment, line 1')
})

test('Esc keeps the payment as a draft', async ({ open }) => {
  const { app, window } = await open(books.file)
  const payment = new ReceivePaymentPage(window)
  await payment.open()
  await payment.receive('NORTH01', 'Northgate Foods', '4210')
  await payment.press('Escape')
  await payment.expectNotice('kept as a draft')
  await app.close()
  const drafts = await books.ask((company) => call(company, 'drafts.list', {}))
  expect(drafts.map(({ title }) => title)).toEqual(['Northgate Foods, 4,210.00'])
})

test('in the smallest window the date is whole and the payment stays in sight', async ({ open }) => {
  const { app, window } = await open(books.file)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(960, 600))
  const payment = new ReceivePaymentPage(window)
  await payment.open()
  await payment.receive('NORTH01', 'Northgate Foods', '4210')
  const date = payment.field('Date')
  expect(await date.evaluate((input) => input.scrollWidth - input.clientWidth)).toBe(0)
  const header = payment.grid.getByRole('columnheader', { name: 'Payment' })
  await expect(header).toBeInViewport({ ratio: 1 })
  // Going to a cell beneath it brings that cell out from under it.
  await payment.press('Enter')
  await payment.expectCell('Payment, line 1', '4,210.00')
  await payment.press('Shift+Tab')
  const cell = await payment.grid.getByLabel(/, line 1$/).boundingBox()
  const pinned = await header.boundingBox()
  expect((cell?.x ?? 0) + (cell?.width ?? 0)).toBeLessThanOrEqual(pinned?.x ?? 0)
})
