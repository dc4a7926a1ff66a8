import type { ElectronApplication, Page } from '@playwright/test'
import { newBooks } from './books.ts'
import { everyCashList } from './every-cash-list.ts'
import { expect, test } from './launch.ts'
import { CustomersPage } from './pages/customer-pages.ts'
import { InvoicePage } from './pages/invoice-page.ts'
import { ReceivePaymentPage } from './pages/receive-payment-page.ts'
import { ScreenPage } from './pages/screen-page.ts'
import { shoot } from './shoot.ts'

/** Enlarged by a quarter, a window of 1440 by 900 has room for as much as one of 1152 by 720. */
const sizes = [
  { name: 'narrow', width: 1024, height: 700 },
  { name: 'wide', width: 1920, height: 1080 },
  { name: 'enlarged', width: 1152, height: 720 },
] as const

const resize = (app: ElectronApplication, { width, height }: (typeof sizes)[number]): Promise<void> =>
  app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to.width, to.height), {
    width,
    height,
  })

/** The screens a clerk has open all day. */
async function busiest(window: Page, size: string): Promise<void> {
  const screen = new ScreenPage(window, 'Home')
  await screen.press('Control+h')
  await expect(screen.heading).toBeVisible()
  await shoot(window, `${size}-home`)

  const invoice = new InvoicePage(window)
  await invoice.open()
  await invoice.chooseCustomer('EURO01', 'Papeterie du Port')
  await invoice.focus('USD for one EUR')
  await invoice.press('Enter')
  await invoice.expectCell('Product, line 1')
  await invoice.type('BOX')
  await invoice.press('Enter', 'Enter')
  await invoice.type('12')
  await invoice.press('Enter', 'Tab')
  await shoot(window, `${size}-invoice`)
  await invoice.press('Escape')

  const payment = new ReceivePaymentPage(window)
  await payment.open()
  await payment.receive('NORTH01', 'Northgate Foods', '1265.50')
  await shoot(window, `${size}-receive-payment`)
  await payment.press('Escape', 'Control+g')
  await expect(screen.list('Aging by customer').getByText('Papeterie du Port')).toBeVisible()
  await shoot(window, `${size}-aging`)

  const customers = new CustomersPage(window)
  await customers.open()
  await customers.type('foods')
  await expect(customers.row('NORTH02')).toHaveCount(0)
  await customers.press('Enter')
  await expect(window.getByRole('grid', { name: 'Open items' })).toBeFocused()
  await shoot(window, `${size}-customer`)
}

test('the five busiest screens in a narrow window, a wide one and enlarged', async ({ launch }) => {
  test.setTimeout(600_000)
  const books = await newBooks(everyCashList)
  const { app, window } = await launch({ args: [books.file] })
  await new ScreenPage(window, 'Home').ready()
  for (const size of sizes) {
    await resize(app, size)
    await busiest(window, size.name)
  }
  books.remove()
})
