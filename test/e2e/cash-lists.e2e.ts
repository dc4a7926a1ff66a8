import type { Locator } from '@playwright/test'
import { addCustomer, addInvoice, newBooks, openOf } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { DocumentsPage } from './pages/document-pages.ts'
import {
  DeductionsPage,
  IdentifyReceiptPage,
  UnidentifiedReceiptsPage,
  UnidentifiedReceiptPage,
  ReceiptBatchesPage,
} from './pages/cash-list-pages.ts'
import { ReceivePaymentPage } from './pages/receive-payment-page.ts'

let books: Books
let northgate: number
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    northgate = await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
    await addInvoice(company, northgate, '2025-05-12', 4_210_00)
    await addInvoice(company, northgate, '2025-05-14', 1_265_50)
  })
})
test.afterEach(() => books.remove())

/** Text and F9 that follow one another before anything can be read between them. */
const typeAndPostAtOnce = (field: Locator, text: string): Promise<void> =>
  field.evaluate((input, typed) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, typed)
    input.dispatchEvent(new Event('input', { bubbles: true }))
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'F9', bubbles: true, cancelable: true }))
  }, text)

test('a payment turns out to be from nobody known: it is unidentified, identified later and applied', async ({
  open,
}) => {
  const { app, window } = await open(books.file)
  const payment = new ReceivePaymentPage(window)
  await payment.open()
  await expect(payment.field('Customer')).toBeFocused()
  await payment.press('Tab')
  await payment.type('1265.50')
  await payment.command('Enter unidentified receipt')

  const enterUnidentified = new UnidentifiedReceiptPage(window)
  await expect(enterUnidentified.heading).toBeVisible()
  await expect(enterUnidentified.field('Amount')).toBeFocused()
  await expect(enterUnidentified.field('Amount')).toHaveValue('1,265.50')
  await enterUnidentified.press('Enter', 'Enter')
  await expect(enterUnidentified.field('Payer')).toBeFocused()
  await enterUnidentified.type('N Gate Fds, INV-00002')
  await enterUnidentified.press('F9')
  await enterUnidentified.expectNotice('UNR-00001 is an unidentified receipt of 1,265.50.')
  await expect(payment.heading).toBeVisible()

  const list = new UnidentifiedReceiptsPage(window)
  await list.open()
  await expect(list.row('UNR-00001')).toContainText('N Gate Fds')
  await list.press('Enter')
  const identify = new IdentifyReceiptPage(window)
  await expect(identify.heading).toBeVisible()
  await identify.chooseCustomer('NORTH01', 'Northgate Foods')
  await expect(window.getByRole('status').filter({ hasText: 'Proposed:' })).toContainText('INV-00002')
  await identify.expectFigure('Applied', '1,265.50')
  await typeAndPostAtOnce(identify.field('Memo'), 'INV-00002')
  await identify.expectNotice('The proposal has only now come up.')
  await expect(identify.heading).toBeVisible()
  // The payer kept something of the other one back.
  await identify.focus('Payment, line 1')
  await identify.press('F8')
  const dialog = window.getByRole('dialog', { name: 'Deducted from INV-00001' })
  await expect(dialog.getByLabel('Amount')).toBeFocused()
  await identify.type('10')
  await identify.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(identify.row('INV-00001')).toContainText('10.00')
  await identify.expectFigure('Deducted', '10.00')
  await identify.expectFigure('Applied', '1,265.50')
  await identify.press('F9')
  await identify.expectNotice('UNR-00001 is RCT-00001 now, applied in full.')
  await expect(list.grid).toContainText('Every payer is known')
  await app.close()
  expect(await openOf(books, northgate)).toEqual({ 'INV-00001': 4_200_00, 'ADJ-00002': 10_00 })
})

test('a batch says what is missing, and closes once what is entered is what was counted', async ({ open }) => {
  const { app, window } = await open(books.file)
  const batches = new ReceiptBatchesPage(window)
  await batches.open()
  await batches.press('Control+Insert')
  await expect(batches.dialogField('Name')).toBeFocused()
  await batches.type('Morning post')
  await batches.press('Escape', 'Control+Insert')
  await expect(batches.dialogField('Name')).toHaveValue('Morning post')
  await batches.press('Tab')
  await batches.type('2')
  await batches.press('Tab')
  await batches.type('5475.50')
  await batches.press('Enter')

  const payment = new ReceivePaymentPage(window)
  await expect(payment.heading).toBeVisible()
  await expect(window.getByText('0 of 2 receipts, 0.00 of 5,475.50')).toBeVisible()
  await payment.receive('NORTH01', 'Northgate Foods', '4210')
  await payment.press('F9')
  await payment.expectNotice('RCT-00001 posted, 4,210.00.')

  await expect(batches.grid).toBeFocused()
  await batches.press('Control+l')
  await expect(window.getByRole('alert')).toContainText(
    'Receipts entered: 1 of 2, 1 missing. Amount entered: 4,210.00 of 5,475.50, 1,265.50 missing.',
  )
  await batches.press('Enter')
  await payment.receive('NORTH01', 'Northgate Foods', '1265.50')
  await expect(window.getByText('1 of 2 receipts, 4,210.00 of 5,475.50')).toBeVisible()
  await payment.press('F9')
  await expect(batches.grid).toBeFocused()
  await batches.press('Control+l')
  await batches.expectNotice('Batch Morning post agrees and is closed.')
  await expect(batches.row('Morning post')).toContainText('closed')

  // What is void afterwards stays counted, and is named.
  const receipt = await new DocumentsPage(window).openDocument('Receipt', 'RCT-00001')
  await receipt.press('Control+k')
  await receipt.type('void')
  await receipt.press('Enter')
  await expect(receipt.dialog).toContainText('Batch Morning post is closed: it will list the receipt as undone.')
  await receipt.type('drawn on the wrong bank')
  await receipt.press('Enter')
  await receipt.expectNotice('RCT-00001 stays counted in batch Morning post, which is closed')
  await batches.open()
  await expect(batches.row('Morning post')).toContainText('changed')
  await expect(window.getByText('Undone since: RCT-00001 of 4,210.00, void on')).toBeVisible()
  await app.close()
  expect(await openOf(books, northgate)).toEqual({ 'INV-00001': 4_210_00 })
})

test('what a payer deducts leaves the invoice, and is charged back', async ({ open }) => {
  const { app, window } = await open(books.file)
  const payment = new ReceivePaymentPage(window)
  await payment.open()
  await payment.receive('NORTH01', 'Northgate Foods', '4200')
  await payment.press('Enter')
  await payment.expectCell('Payment, line 1', '4,200.00')
  await payment.press('F8')
  const dialog = window.getByRole('dialog')
  await expect(dialog.getByLabel('Amount', { exact: true })).toBeFocused()
  await expect(dialog.getByLabel('Amount', { exact: true })).toHaveValue('10.00')
  await payment.press('Tab')
  await payment.type('Dam')
  await payment.press('Enter')
  await expect(dialog).toBeHidden()
  await payment.expectFigure('Deducted', '10.00')
  await payment.press('F9')
  await payment.expectNotice('RCT-00001 posted, 4,200.00.')

  const deductions = new DeductionsPage(window)
  await deductions.open()
  await expect(deductions.row('INV-00001')).toContainText('Damaged goods')
  await deductions.press('Control+Shift+b')
  await expect(deductions.dialogField('Amount')).toHaveValue('10.00')
  await deductions.press('Enter')
  await deductions.expectNotice('10.00 charged back by DBN-00001.')
  await expect(deductions.grid).toContainText('Nothing is deducted')
  await expect(deductions.grid).toBeFocused()
  await app.close()
  expect(await openOf(books, northgate)).toEqual({ 'INV-00002': 1_265_50, 'DBN-00001': 10_00 })
})
