import type { Page } from '@playwright/test'
import { addCustomer, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import type { Opened } from './running.ts'
import { InvoicePage } from './pages/invoice-page.ts'
import { ReceivePaymentPage } from './pages/receive-payment-page.ts'
import { ScreenPage } from './pages/screen-page.ts'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
  })
})
test.afterEach(() => books.remove())

/** Loads the page again, and holds back the files of the window that a pattern finds until they are let go. */
const reloadWithout = async (app: Opened['app'], window: Page, names: string): Promise<void> => {
  await app.evaluate(({ session }, pattern) => {
    const waiting: (() => void)[] = []
    let isHeld = true
    Object.assign(globalThis, {
      letGo: () => {
        isHeld = false
        for (const go of waiting.splice(0)) go()
      },
    })
    session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
      const go = (): void => answer({})
      if (isHeld && new RegExp(pattern).test(url)) waiting.push(go)
      else go()
    })
  }, names)
  // What the page has read once it would not ask for again.
  const browser = await window.context().newCDPSession(window)
  await browser.send('Network.setCacheDisabled', { cacheDisabled: true })
  await window.reload()
}

const letGo = (app: Opened['app']): Promise<void> =>
  app.evaluate(() => (Reflect.get(globalThis, 'letGo') as () => void)())

test('the first paint needs no other screen: Home is there while all the others are still on the disk', async ({
  open,
}) => {
  const { app, window } = await open(books.file)
  const home = new ScreenPage(window, 'Home')
  await expect(home.heading).toBeVisible()
  await reloadWithout(app, window, String.raw`/assets/(?!index|style|HomeScreen)[A-Z]\w*(Screen|Form|Columns)-`)
  await expect(home.heading).toBeVisible()
  await home.ready()
  await letGo(app)
  await home.press('Control+j')
  await expect(window.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible()
})

test('what is typed while a screen is still loading is typed into it, in the order of the keys', async ({ open }) => {
  const { app, window } = await open(books.file)
  const payment = new ReceivePaymentPage(window)
  await payment.ready()
  await reloadWithout(app, window, '/assets/ReceivePaymentScreen')
  await payment.ready()
  await payment.press('Control+r')
  await payment.type('NORTHX')
  await payment.press('Backspace')
  await payment.type('01')
  await payment.press('Enter')
  await payment.type('12.50')
  await expect(payment.heading).toHaveCount(0)
  await letGo(app)
  await expect(payment.field('Customer')).toHaveValue('NORTH01   Northgate Foods')
  await expect(payment.field('Amount')).toBeFocused()
  await expect(payment.field('Amount')).toHaveValue('12.50')
  // The keyboard is the clerk's again.
  await payment.press('Tab')
  await payment.press('Shift+Tab')
  await payment.type('7')
  await expect(payment.field('Amount')).toHaveValue('7')
})

test('two screens asked for in a row come in that order, and Esc leads back from the second to the first', async ({
  open,
}) => {
  const { app, window } = await open(books.file)
  const invoice = new InvoicePage(window)
  await invoice.ready()
  await reloadWithout(app, window, '/assets/CustomersScreen')
  await invoice.ready()
  await invoice.press('Control+j', 'Control+i')
  await expect(window.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible()
  await letGo(app)
  await expect(invoice.field('Customer')).toBeFocused()
  await invoice.press('Escape')
  await expect(window.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible()
})
