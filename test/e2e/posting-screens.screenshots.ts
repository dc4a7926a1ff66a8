import type { Page } from '@playwright/test'
import { newBooks } from './books.ts'
import { everyCashList } from './every-cash-list.ts'
import { expect, test } from './launch.ts'
import { DocumentsPage } from './pages/document-pages.ts'
import { ScreenPage } from './pages/screen-page.ts'
import { SetupPage } from './pages/setup-page.ts'
import { shoot } from './shoot.ts'

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

test('every screen that posts, with something in each list, light and dark', async ({ launch }) => {
  test.setTimeout(600_000)
  const books = await newBooks(everyCashList)
  const { window } = await launch({ args: [books.file] })
  const screen = new ScreenPage(window, 'Home')
  await screen.ready()
  await shoot(window, 'home-with-cash-to-sort')

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
  await shoot(window, 'hold-dialog')
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

  await screen.command('Enter unidentified receipt')
  await shoot(window, 'unidentified-receipt')
  await screen.press('Control+h')
  await shootList(window, screen, 'Unidentified receipts', 'unidentified-receipts')
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
