import type { Page } from '@playwright/test'
import { call, type CompanyFile } from '../../src-main/kernel/company-file.ts'
import type { InputOf } from '../../src-shared/contract/index.ts'
import { addDays, calendarDate, type CalendarDate } from '../../src-shared/domain/calendar.ts'
import { addCustomer, addInvoice, addProduct, addUnappliedReceipt, newBooks } from './books.ts'
import { expect, test } from './launch.ts'
import { DocumentsPage } from './pages/document-pages.ts'
import { ScreenPage } from './pages/screen-page.ts'
import { SetupPage } from './pages/setup-page.ts'
import { shoot } from './shoot.ts'

/** A clerk's today: what is late or due is so by it. */
const today = calendarDate(new Date().toISOString().slice(0, 10))
const ago = (days: number): CalendarDate => addDays(today, -days)

/** Something in every pile, so that no screen is drawn empty. */
async function everyPile(company: CompanyFile): Promise<void> {
  await addProduct(company, 'BOX-M', 'Carton, medium', 1_850_000)
  const northgate = await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
  await addCustomer(company, { code: 'NORTH02', name: 'Northgate Bakery', payingParentId: northgate })
  const port = await addCustomer(company, { code: 'EURO01', name: 'Papeterie du Port', currency: 'EUR' })
  for (const [from, rate] of [
    [ago(150), '1.08'],
    [ago(20), '1.12'],
  ] as const)
    await call(company, 'rates.set', { currency: 'EUR', date: from, rate, version: null })
  const invoices = []
  for (const [days, amount] of [
    [140, 4_210_00],
    [95, 1_265_50],
    [62, 2_480_00],
    [12, 918_75],
  ] as const)
    invoices.push(await addInvoice(company, northgate, ago(days), amount))
  await addInvoice(company, port, ago(100), 1_850_00)
  await addInvoice(company, port, ago(15), 640_00)
  await addUnappliedReceipt(company, northgate, ago(9), 300_00)
  const reasons = await call(company, 'reasonCodes.list', {})
  const shortage = reasons.find(({ code }) => code === 'SHORTAGE')
  if (shortage === undefined) throw new Error('A new company has SHORTAGE.')
  await call(company, 'receipts.post', {
    customerId: northgate,
    date: ago(5),
    amount: 4_100_00,
    method: 'check',
    reference: '004410',
    memo: '',
    depositAccountId: null,
    draftUid: null,
    applications: [
      {
        documentId: invoices[0]?.id ?? 0,
        amount: 4_100_00,
        discount: 0,
        writeOff: 0,
        writeOffReason: '',
        deductions: [{ amount: 110_00, reasonCodeId: shortage.id, memo: 'two cartons short' }],
      },
    ],
  })
  for (const [payer, amount] of [
    ['N Gate Fds, INV-00002', 1_265_50],
    ['Card terminal 3', 89_90],
  ] as const)
    await call(company, 'parkedReceipts.post', parked(payer, amount))
  await call(company, 'receiptBatches.open', {
    name: 'Morning post',
    date: today,
    method: 'check',
    depositAccountId: null,
    controlCount: 3,
    controlTotal: 5_475_50,
    currency: 'USD',
  })
  await call(company, 'recurring.save', monthlyRent(northgate))
}

const parked = (payer: string, amount: number): Omit<InputOf<'parkedReceipts.post'>, 'commandUid'> => ({
  date: ago(3),
  amount,
  currency: 'USD',
  method: 'transfer',
  rate: null,
  payer,
  reference: 'FT 4711',
  memo: '',
  depositAccountId: null,
  draftUid: null,
})

const monthlyRent = (customerId: number): Omit<InputOf<'recurring.save'>, 'commandUid'> => ({
  existing: null,
  name: 'Shelf rent',
  customerId,
  schedule: { every: 1, unit: 'month', firstDate: ago(65), dayOfMonth: null, end: { kind: 'never' } },
  termsId: null,
  reference: '',
  memo: '',
  pricesIncludeTax: false,
  lines: [
    {
      productId: null,
      description: 'Shelf rent {month} {year}',
      quantity: 1_000_000,
      unitPrice: 80_000_000,
      discountPercent: 0,
      taxCodeId: null,
      accountId: null,
    },
  ],
  documentDiscount: null,
})

async function chooseCustomer(screen: ScreenPage, code: string): Promise<void> {
  await expect(screen.field('Customer')).toBeFocused()
  await screen.type(code)
  await screen.press('Enter')
  await expect(screen.field('Customer')).toHaveValue(new RegExp(`^${code}`))
}

async function shootList(window: Page, screen: ScreenPage, title: string, name: string): Promise<void> {
  await screen.command(title)
  await expect(window.getByRole('heading', { name: title, level: 1 })).toBeVisible()
  await expect(window.getByRole('main').getByRole('grid').getByRole('row').nth(1)).toBeVisible()
  await shoot(window, name)
}

test('every screen that posts, with something in each pile, light and dark', async ({ launch }) => {
  test.setTimeout(600_000)
  const books = await newBooks(everyPile)
  const { window } = await launch({ args: [books.file] })
  const screen = new ScreenPage(window, 'Home')
  await screen.ready()
  await shoot(window, 'home-with-piles')

  for (const [title, name] of [
    ['New debit note', 'debit-note'],
    ['New credit note', 'credit-note'],
    ['Adjustment or write-off', 'adjustment'],
    ['Refund a credit', 'refund'],
  ] as const) {
    for (const code of ['NORTH01', 'EURO01']) {
      await screen.press('Control+h')
      await screen.command(title)
      await chooseCustomer(screen, code)
      await shoot(window, `${name}-${code}`)
      await screen.press('Escape')
    }
  }

  const documents = new DocumentsPage(window)
  await documents.openDocument('Invoice', 'INV-00002')
  await screen.press('Control+Shift+c')
  await expect(window.getByRole('heading', { name: 'Credit INV-00002', level: 1 })).toBeVisible()
  await shoot(window, 'credit-invoice')
  await screen.press('Escape')
  await screen.command('Dispute or hold')
  await expect(window.getByRole('dialog')).toBeVisible()
  await shoot(window, 'mark-dialog')
  await screen.press('Escape')
  await documents.openDocument('Receipt', 'RCT-00002')
  await shoot(window, 'document-receipt')
  await screen.command('Returned payment')
  await expect(window.getByRole('heading', { name: 'Returned payment', level: 1 })).toBeVisible()
  await shoot(window, 'returned-payment')
  await screen.press('Escape', 'Control+h')

  await screen.command('Opening balances')
  await shoot(window, 'opening-balances')
  await screen.press('Control+h')
  await screen.command('Finance charges')
  await expect(window.getByRole('heading', { name: 'Finance charges', level: 1 })).toBeVisible()
  await screen.press('Enter')
  await screen.type('12')
  await screen.press('Enter')
  await screen.type('10')
  await screen.press('Tab')
  await expect(screen.list('Charges').getByText('Papeterie du Port')).toBeVisible()
  await shoot(window, 'finance-charges')
  await screen.press('Control+h')

  await screen.command('Park a receipt')
  await shoot(window, 'park-receipt')
  await screen.press('Control+h')
  await shootList(window, screen, 'Unidentified receipts', 'parked-receipts')
  await screen.press('Enter')
  await expect(window.getByRole('heading', { name: 'Identify a receipt', level: 1 })).toBeVisible()
  await chooseCustomer(screen, 'NORTH01')
  await shoot(window, 'identify-receipt')
  await screen.press('Control+h')
  await shootList(window, screen, 'Receipt batches', 'receipt-batches')
  await shootList(window, screen, 'Deductions', 'deductions')
  await shootList(window, screen, 'Recurring invoices', 'recurring')
  await screen.press('Enter')
  await shoot(window, 'recurring-edit')
  await screen.press('Control+h')
  await screen.command('Bill recurring invoices')
  await shoot(window, 'recurring-due')
  await screen.press('Control+h')
  await screen.command('Revalue foreign balances')
  await shoot(window, 'revaluation')
  await screen.press('Control+h')

  await screen.press('Control+r')
  await chooseCustomer(screen, 'EURO01')
  await screen.type('1850')
  await screen.press('Enter')
  await shoot(window, 'receive-payment-foreign')
  await screen.press('Control+h', 'Control+g')
  await shoot(window, 'aging-with-base')
  await screen.press('Control+h', 'Control+j')
  await screen.type('papet')
  await screen.press('Enter')
  await screen.press('Enter')
  await shoot(window, 'customer-foreign')
  await screen.press('Control+t')
  await expect(window.getByRole('img', { name: /^Page 1/ })).toBeVisible()
  await shoot(window, 'statement-foreign')

  const setup = new SetupPage(window)
  await setup.open()
  const sections = await window.getByRole('radio').allInnerTexts()
  for (const section of sections.keys()) {
    if (section > 0) await setup.press('ArrowRight')
    await shoot(window, `setup-${section + 1}`)
  }
  books.remove()
})
