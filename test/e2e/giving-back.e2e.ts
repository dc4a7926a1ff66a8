import { call } from '../../src-main/company-file/company-file.ts'
import { calendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { addCustomer, addUnappliedReceipt, newBooks, openOf } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { DocumentsPage } from './pages/document-pages.ts'
import { EntryPage } from './pages/entry-page.ts'
import { RefundPage } from './pages/money-pages.ts'

let books: Books
let northgate: number
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    northgate = await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
  })
})
test.afterEach(() => books.remove())

/** 200.00 and 10% tax, paid with 2% less for paying early. */
const discounted = () =>
  books.ask(async (company) => {
    const terms = await call(company, 'terms.list', {})
    const taxCodes = await call(company, 'taxCodes.list', {})
    const line = { productId: null, description: 'Paper', unitPrice: 20_000_000, discountPercent: 0, accountId: null }
    const { id } = await call(company, 'invoices.post', {
      customerId: northgate,
      documentDate: calendarDate('2025-05-12'),
      termsId: terms.find(({ rule }) => rule.kind === 'net' && rule.discount !== null)?.id ?? 0,
      rate: null,
      dueDate: null,
      reference: '',
      memo: '',
      pricesIncludeTax: false,
      lines: [{ ...line, quantity: 10_000_000, taxCodeId: taxCodes.find(({ code }) => code === 'STD')?.id ?? 0 }],
      draftUid: null,
    })
    await call(company, 'receipts.post', {
      customerId: northgate,
      date: calendarDate('2025-05-14'),
      amount: 215_60,
      method: 'check',
      reference: '',
      memo: '',
      depositAccountId: null,
      applications: [{ documentId: id, amount: 215_60, discount: 4_40, writeOff: 0, writeOffReason: '' }],
      draftUid: null,
    })
  })

test('what comes back of a discounted invoice is what was paid, and the entry shows how', async ({ open }) => {
  await discounted()
  const { app, window } = await open(books.file)
  const invoice = await new DocumentsPage(window).openDocument('Invoice', 'INV-00001')
  await invoice.press('Control+Shift+c')
  const credit = new EntryPage(window, 'Credit INV-00001', 'Lines to credit')
  await credit.expectFigure('Billed, 20.00 tax', '220.00')
  await credit.expectFigure('Early payment discount, -0.40 tax', '-4.40')
  await credit.expectFigure('Left to credit, 19.60 tax', '215.60')
  await credit.expectFigure('Given away before', '-4.40')
  await credit.expectFigure('Total USD', '215.60')
  await credit.press('F9')
  await credit.expectNotice('CRN-00001 posted, 215.60.')
  await app.close()
  expect(await openOf(books, northgate)).toEqual({ 'CRN-00001': -215_60 })
})

test('a refund of 50 where 40 is left is booked, and the 10 is owed', async ({ open }) => {
  await books.ask((company) => addUnappliedReceipt(company, northgate, '2025-05-20', 40_00))
  const { app, window } = await open(books.file)
  const refund = new RefundPage(window)
  await refund.open()
  await refund.chooseCustomer('NORTH01', 'Northgate Foods')
  await expect(refund.field('Check number')).toBeFocused()
  await refund.press('Enter')
  await refund.expectCell('Refund, line 1')
  await refund.type('50')
  await refund.press('F9')
  await expect(window.getByText('If the bank paid it all the same, tick Paid back too much.')).toBeVisible()
  await window.getByLabel('Paid back too much').press('Space')
  await refund.expectFigure('Paid too much, owed', '10.00')
  await refund.press('F9')
  await refund.expectNotice('RFD-00001 posted, 50.00. 10.00 was too much and is owed.')
  await app.close()
  expect(await openOf(books, northgate)).toEqual({ 'RFD-00001': 10_00 })
})
