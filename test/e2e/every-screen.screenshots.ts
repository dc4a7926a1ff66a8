import type { Page } from '@playwright/test'
import { LAST_DATE } from '../../src-shared/domain/dates/calendar.ts'
import { ask } from './bridge.ts'
import { newDesk } from './dialogs.ts'
import { expect, test } from './launch.ts'
import { ScreenPage } from './pages/screen-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { shoot } from './shoot.ts'

/** Notices go by themselves; on a picture they would cover what it is of. */
async function withoutNotices(window: Page): Promise<void> {
  const notices = window.getByRole('region', { name: 'Notices' })
  await expect(notices.getByRole('button')).toHaveCount(0, { timeout: 20_000 })
}

const csv = `Customer ID,Customer name,Invoice No,Invoice Date,Due Date,Amount,Paid On
HILLT03,Hilltop School District,H-2201,5/20/2025,6/19/2025,"1,200.00",
HILLT03,Hilltop School District,H-2202,6/13/2025,7/13/2025,820.50,6/25/2025
QUAYS01,Quayside Brewing Co,H-2203,6/14/2025,7/14/2025,419.50,
QUAYS01,Quayside Brewing Co,H-2204,6/18/2025,7/18/2025,96.00,
`
const badCsv = csv.replace('6/13/2025', '6/31/2025').replace('H-2204', 'H-2203').replace('419.50', 'n/a')

/** The customer with the most open invoices, and what the three oldest of them come to. */
async function bestPayer(window: Page) {
  const aging = await ask(window, 'aging.byCustomer', { asOf: LAST_DATE })
  let best = { code: '', name: '', amount: 0, open: 0 }
  for (const row of aging.rows.slice(0, 40)) {
    const items = await ask(window, 'openItems.forCustomer', { customerId: row.customerId, asOf: LAST_DATE })
    const debits = items.filter(({ open }) => open > 0)
    const amount = debits.slice(0, 3).reduce((sum, { open }) => sum + open, 0)
    if (debits.length > best.open) best = { code: row.code, name: row.name, amount, open: debits.length }
  }
  return best
}

test('every screen of the sample company, light and dark', async ({ launch }) => {
  test.setTimeout(600_000)
  const desk = newDesk()
  const { window } = await launch({ env: desk.env })
  const welcome = new WelcomePage(window)
  await expect(welcome.heading).toBeVisible()
  await shoot(window, 'welcome')
  await welcome.pressButton('Create a company')
  await shoot(window, 'new-company')
  await welcome.press('Escape')
  await welcome.pressButton('Try the sample company')
  const screen = new ScreenPage(window, 'Home')
  await expect(screen.heading).toBeVisible({ timeout: 120_000 })
  await screen.ready()
  await shoot(window, 'home')
  await screen.press('Control+k')
  await shoot(window, 'palette')
  await screen.press('Escape', '?')
  await shoot(window, 'keys')
  await screen.press('Escape')

  const payer = await bestPayer(window)
  await screen.press('Control+j')
  await shoot(window, 'customers')
  await screen.press('Enter')
  await shoot(window, 'customer')
  await screen.press('Control+e')
  await shoot(window, 'customer-edit')
  await screen.press('Escape', 'Control+d')
  await shoot(window, 'documents')
  await screen.press('Enter')
  await shoot(window, 'document')

  // From Home: a customer's own screens would hand their customer on.
  await screen.press('Control+h', 'Control+i')
  await expect(screen.field('Customer')).toBeFocused()
  await screen.type(payer.code)
  await screen.press('Enter', 'Enter')
  for (const { code } of (await ask(window, 'products.list', {})).slice(0, 4)) {
    await screen.type(code)
    await screen.press('Enter', 'Enter')
    await screen.type('12')
    await screen.press('Enter', 'Tab', 'Tab', 'Tab')
  }
  await shoot(window, 'invoice')
  await screen.press('Escape')
  await withoutNotices(window)

  await screen.press('Control+h', 'Control+r')
  await expect(screen.field('Customer')).toBeFocused()
  await screen.type(payer.code)
  await screen.press('Enter')
  await screen.type((payer.amount / 100).toFixed(2))
  await screen.press('Enter')
  await screen.type('004417')
  await screen.press('Enter')
  await expect(window.getByText('Proposed:')).toBeVisible()
  await shoot(window, 'receive-payment')
  await screen.press('Escape')
  await withoutNotices(window)

  await screen.press('Control+g')
  await expect(screen.list('Aging by customer')).toBeVisible()
  await shoot(window, 'aging')
  await screen.press('Tab', 'Tab', 'Tab')
  // Letters go to the row that begins with them.
  await screen.type(payer.name.slice(0, 5))
  await screen.press('Enter')
  await shoot(window, 'aging-items')
  await screen.press('Control+t')
  await expect(window.getByRole('img', { name: /^Page 1/ })).toBeVisible()
  await shoot(window, 'statement')

  desk.answer(desk.file('open items.csv', csv), desk.file('bad.csv', badCsv))
  await screen.command('Import')
  await shoot(window, 'import-choose')
  await screen.press('F9')
  await expect(window.getByText('Which column is what')).toBeVisible()
  await shoot(window, 'import-columns')
  await window.getByLabel('The rows are, needed').selectOption('invoices')
  await screen.press('F9')
  await expect(window.getByText('can be imported')).toBeVisible()
  await shoot(window, 'import-checked')
  await screen.press('Escape')
  await window.getByRole('button', { name: 'Choose another file' }).press('Enter')
  await expect(window.getByText('bad.csv')).toBeVisible()
  await window.getByLabel('The rows are, needed').selectOption('invoices')
  await screen.press('F9')
  await expect(window.getByText('Nothing was imported')).toBeVisible()
  await shoot(window, 'import-problems')

  await screen.command('Setup')
  await shoot(window, 'setup')
  await screen.command('Check the books')
  await expect(window.getByText('The books are sound')).toBeVisible({ timeout: 60_000 })
  await shoot(window, 'check')
  desk.clear()
})
