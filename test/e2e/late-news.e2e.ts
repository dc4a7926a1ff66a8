import type { Page } from '@playwright/test'
import { call, type CompanyFile } from '../../src-main/company-file/company-file.ts'
import { calendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { addCustomer, addInvoice, addUnappliedReceipt, newBooks, openOf } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { DocumentsPage } from './pages/document-pages.ts'
import { ReceivePaymentPage } from './pages/receive-payment-page.ts'
import { ScreenPage } from './pages/screen-page.ts'

let books: Books
test.afterEach(() => books.remove())

/** Ten percent a year and no fee, of all that is late by then. */
async function chargeAll(company: CompanyFile, asOf: string): Promise<void> {
  const rules = { asOf: calendarDate(asOf), annualRate: 10_000_000, fee: 0 }
  const proposed = await call(company, 'financeCharges.propose', rules)
  const charges = proposed.map(({ customerId, total }) => ({ customerId, total }))
  await call(company, 'financeCharges.post', { ...rules, memo: '', charges })
}

const banner = (window: Page, text: string) => window.getByRole('status').filter({ hasText: text })

test.describe('a receipt dated into days that were charged', () => {
  let northgate: number
  test.beforeEach(async () => {
    books = await newBooks(async (company) => {
      northgate = await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
      // Due on 31 March; 91 days late by the end of June.
      await addInvoice(company, northgate, '2025-03-01', 4_000_00)
      await chargeAll(company, '2025-06-30')
    })
  })

  /** The check of 15 May lay in a drawer. */
  async function receiveLate(window: Page): Promise<ReceivePaymentPage> {
    const payment = new ReceivePaymentPage(window)
    await payment.open()
    await payment.receive('NORTH01', 'Northgate Foods', '4000')
    await payment.datedOn('5/15/2025')
    await expect(payment.proposal).toContainText('Exactly the amount of INV-00001.')
    await payment.postDatedFar('Date')
    await payment.expectNotice('RCT-00001 posted, 4,000.00.')
    return payment
  }

  test('says what was charged too much, and one key credits exactly that', async ({ open }) => {
    const { app, window } = await open(books.file)
    const payment = await receiveLate(window)
    await expect(banner(window, 'FIN-00001')).toContainText(
      'FIN-00001 charged 99.73 on INV-00001 to 30 Jun 2025; as the item’s payments are now that is 50.41 too much.',
    )
    await payment.press('Control+Shift+f')
    const dialog = window.getByRole('dialog', { name: 'Credit what was charged too much' })
    await expect(dialog.getByLabel('Date', { exact: true })).toBeFocused()
    await payment.press('Enter')
    await payment.expectNotice('CRN-00001 credits 50.41 of FIN-00001.')
    await expect(dialog).toHaveCount(0)
    await expect(banner(window, 'FIN-00001')).toHaveCount(0)
    await app.close()
    expect(await openOf(books, northgate)).toEqual({ 'FIN-00001': 99_73 - 50_41 })
  })

  test('put aside is still said at home, by the charge itself and where charges are posted', async ({ open }) => {
    const { app, window } = await open(books.file)
    const payment = await receiveLate(window)
    await expect(banner(window, 'FIN-00001')).toBeVisible()
    await window.getByRole('button', { name: 'Not now' }).press('Enter')
    await expect(window.getByRole('button', { name: 'Not now' })).toHaveCount(0)

    await payment.press('Control+h')
    await expect(banner(window, '50.41 too much')).toBeVisible()
    await payment.command('Finance charges')
    await expect(window.getByRole('heading', { name: 'Finance charges', level: 1 })).toBeVisible()
    await expect(banner(window, '50.41 too much')).toBeVisible()
    await payment.press('Control+h')
    await new DocumentsPage(window).openDocument('Finance charge', 'FIN-00001')
    await expect(banner(window, '50.41 too much')).toBeVisible()
    await payment.press('Control+Shift+f')
    await expect(window.getByRole('dialog')).toBeVisible()
    await payment.press('Enter')
    await payment.expectNotice('CRN-00001 credits 50.41 of FIN-00001.')
    await expect(banner(window, '50.41 too much')).toHaveCount(0)
    await app.close()
  })
})

test('what was credited says no more, and what is left from before is said on', async ({ open }) => {
  books = await newBooks(async (company) => {
    const northgate = await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
    const harbor = await addCustomer(company, { code: 'HARBOR', name: 'Harbor Inn' })
    await addInvoice(company, northgate, '2025-03-01', 4_000_00)
    const { id } = await addInvoice(company, harbor, '2025-03-01', 750_00)
    await chargeAll(company, '2025-06-30')
    const line = { documentId: id, amount: 750_00, discount: 0, writeOff: 0, writeOffReason: '' }
    const money = { customerId: harbor, date: calendarDate('2025-03-31'), amount: 750_00, method: 'check' } as const
    const said = { reference: '', memo: '', depositAccountId: null, draftUid: null }
    await call(company, 'receipts.post', { ...money, ...said, applications: [line] })
  })
  const { app, window } = await open(books.file)
  const payment = new ReceivePaymentPage(window)
  await payment.ready()
  await expect(banner(window, 'on INV-00002')).toBeVisible()
  await payment.open()
  await payment.receive('NORTH01', 'Northgate Foods', '4000')
  await payment.datedOn('5/15/2025')
  await payment.postDatedFar('Date')
  await payment.expectNotice('RCT-00002 posted, 4,000.00.')
  await expect(banner(window, 'on INV-00001')).toBeVisible()
  await expect(banner(window, 'on INV-00002')).toBeVisible()
  // The key is for what was said last.
  await payment.press('Control+Shift+f')
  await expect(window.getByRole('dialog')).toContainText('on INV-00001')
  await payment.press('Enter')
  await payment.expectNotice('credits 50.41 of')
  await expect(banner(window, 'on INV-00001')).toHaveCount(0)
  await payment.press('Control+Shift+f')
  await expect(window.getByRole('dialog')).toContainText('on INV-00002')
  await payment.press('Enter')
  await expect(banner(window, 'on INV-00002')).toHaveCount(0)
  await app.close()
})

test('a payment of an item that was open again only later is applied on that day with one key', async ({ open }) => {
  let harbor = 0
  books = await newBooks(async (company) => {
    harbor = await addCustomer(company, { code: 'HARBOR', name: 'Harbor Inn' })
    const invoice = await addInvoice(company, harbor, '2025-05-01', 750_00)
    const line = { documentId: invoice.id, amount: 750_00, discount: 0, writeOff: 0, writeOffReason: '' }
    const { id } = await call(company, 'receipts.post', {
      customerId: harbor,
      date: calendarDate('2025-05-10'),
      amount: 750_00,
      method: 'check',
      reference: '11',
      memo: '',
      depositAccountId: null,
      applications: [line],
      draftUid: null,
    })
    await call(company, 'documents.void', { id, date: calendarDate('2025-06-20'), reason: 'of another customer' })
  })
  const { app, window } = await open(books.file)
  const payment = new ReceivePaymentPage(window)
  await payment.open()
  await payment.chooseCustomer('HARBOR', 'Harbor Inn')
  await payment.type('750')
  await payment.press('Enter')
  await payment.datedOn('6/2/2025')
  await expect(banner(window, 'Settled on that day')).toContainText('INV-00001 (from 20 Jun 2025)')
  await expect(payment.proposal).not.toContainText('INV-00001')
  await payment.press('Shift+F5')
  await expect(payment.field('Applied on, if later')).toHaveValue('20 Jun 2025')
  await expect(payment.proposal).toContainText('Exactly the amount of INV-00001.')
  await payment.postDatedFar('Date')
  await payment.expectNotice('RCT-00002 posted, 750.00.')
  await app.close()
  expect(await openOf(books, harbor)).toEqual({})
})

test('a proposal of finance charges says which item unapplied cash covers', async ({ open }) => {
  books = await newBooks(async (company) => {
    const customer = await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
    await addInvoice(company, customer, '2025-03-01', 4_000_00)
    await addUnappliedReceipt(company, customer, '2025-05-15', 1_500_00)
  })
  const { app, window } = await open(books.file)
  const screen = new ScreenPage(window, 'Finance charges')
  await screen.command('Finance charges')
  await expect(screen.heading).toBeVisible()
  await screen.field('Interest a year').fill('10')
  await expect(banner(window, 'Unapplied credit covers')).toContainText('1,500.00 of INV-00001 (NORTH01)')
  await app.close()
})
